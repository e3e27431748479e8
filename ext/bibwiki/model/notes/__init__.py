"""The front matter of pages: what a page says about a person, a topic, a work."""
