"""The ``bibwiki`` command: reads, inspects and starts wikis without Sphinx."""
