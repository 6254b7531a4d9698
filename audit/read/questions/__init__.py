"""The questions in the files of a benchmark: under which names its columns hold them, and how they are read."""
