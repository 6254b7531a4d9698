"""What holds for the whole corpus: limits of shares, copies, files of records, and how many documents may fail."""
