"""The learned models: forests of small even trees, and what reads them."""
