"""Names as they are written: split into their parts, alone and in lists."""
