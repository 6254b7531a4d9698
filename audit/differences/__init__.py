"""Differences between two datasets: documents, columns, distributions, findings, and the version bump they demand."""
