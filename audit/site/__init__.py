"""An audit as a static site: linked pages without external resources."""
