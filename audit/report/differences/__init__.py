"""The output formats of `audit diff`."""
