"""The output of `audit init`: a configuration that records what was found, and a CI workflow."""
