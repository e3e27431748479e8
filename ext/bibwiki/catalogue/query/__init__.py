"""The language of queries: parsed, checked and evaluated."""
