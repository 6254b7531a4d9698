"""Work kept for later: tables of documents for other runs, and rows as read for the second pass of this one."""
