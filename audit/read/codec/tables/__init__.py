"""Tables derived by tests/derive/derive_writing.py; each holds the hash of what it was derived from."""
