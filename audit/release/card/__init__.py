"""Self-description of a release: dataset card, Croissant, and the statistics in both."""
