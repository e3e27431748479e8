"""What is taken from documents while Sphinx reads them."""
