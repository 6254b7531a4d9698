"""The work done beside the data, batch by batch, in worker processes: reading, parsing, measuring."""
