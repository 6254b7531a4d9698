"""From a folder of anything to documents: found, opened safely, unpacked, decoded, or refused by name."""
