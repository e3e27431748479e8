"""What is written: catalogue pages, generated sections, files of the site."""
