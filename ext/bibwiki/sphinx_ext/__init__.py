"""Layer 4: adaptors between Sphinx and the layers below.

Thin by intent: they parse arguments, call the layers below and make nodes or files.
"""
