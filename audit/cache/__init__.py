"""The per-document result cache, content-addressed: no file names, no times.

A key is a digest of everything a result depends on (`canonical`, `sources`); results lie in packs, files named by the
digest of their bytes (`pack`), in a folder (`store`) chosen by `location`. Missing or damaged entries are recomputed:
the cache may be deleted at any time.
"""
