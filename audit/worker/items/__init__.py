"""The benchmark items a worker searches for in the documents it reads."""
