"""The learned models: forests of small oblivious trees, and their evaluation."""
