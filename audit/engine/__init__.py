"""Where the work is done: worker processes that read their own inputs and write their own part files."""
