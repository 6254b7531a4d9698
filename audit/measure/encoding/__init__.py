"""Facts about the characters of a text: mojibake, lost bytes, invisible characters."""
