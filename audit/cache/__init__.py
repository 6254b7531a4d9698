"""What was found out about documents, kept from run to run: by what it follows from, and never by a name or a time.

A key is a digest of all that a result depends on (canonical, sources); results lie in packs, files that are named by
the digest of their bytes (pack); a shelf is a folder of packs (shelf), and a place says which folder that is (place).
Whatever is not there, or not as it was written, is found out again: the cache may be removed at any time.
"""
