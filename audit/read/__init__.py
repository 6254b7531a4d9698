"""From a folder to decoded documents: discovery, safe opening, unpacking, decoding, quarantine."""
