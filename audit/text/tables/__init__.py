"""Tables derived by tests/derive/derive_likelihood.py; each holds the hash of what it was derived from."""
