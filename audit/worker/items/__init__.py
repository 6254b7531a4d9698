"""What a worker looks for in the documents that it reads: the items of benchmarks."""
