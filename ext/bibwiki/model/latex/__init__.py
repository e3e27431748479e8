"""LaTeX in field values, decoded by a table for what is daily, else by pylatexenc."""
