"""What stands in a page's head: descriptions, citation tags and structured data."""
