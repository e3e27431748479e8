"""Citations: sphinxcontrib-bibtex's domains on our reading and our pages."""
