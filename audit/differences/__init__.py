"""What is different between two datasets: documents, columns, distributions, findings, and the version they demand."""
