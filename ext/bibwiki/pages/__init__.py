"""Layer 3: what each page shows.

Functions from the catalogue to frozen view values, and the templates that render them.
No Sphinx here, and no HTML in Python code.
"""
