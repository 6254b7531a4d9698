"""What runs beside the data, batch by batch, in processes of its own: reading, parsing, measuring."""
