"""Entries that say the same work twice: found, compared and judged."""
