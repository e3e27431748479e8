"""One module for each kind of page: its view, made from the catalogue."""
