"""The full-text index that a reader's browser loads piece by piece."""
