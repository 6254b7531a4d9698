"""Context of a block: its words elsewhere on the page, its position, the surrounding layout."""
