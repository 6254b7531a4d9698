"""The report that one wants to read: an audit as linked pages that ask for nothing, not even for a script."""
