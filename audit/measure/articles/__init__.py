"""Articles laid out to be looked through: what measures of texts share."""
