"""The belt: the verbs, from raw files to a verdict and a release."""
