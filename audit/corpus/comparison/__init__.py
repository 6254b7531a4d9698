"""A corpus compared with itself, with earlier releases and with other corpora: who copies whom."""
