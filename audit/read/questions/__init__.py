"""Questions of benchmark files: column names, and extraction."""
