"""The environment of a call: system limits, closing streams, crash logs."""
