"""What each page read of the catalogue, so that only pages that may differ are made."""
