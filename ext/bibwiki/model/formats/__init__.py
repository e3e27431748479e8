"""Works in the formats of others: CSL-JSON, RIS, BibTeX, BibLaTeX and references."""
