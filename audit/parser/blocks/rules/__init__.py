"""The rules that overrule the scores of blocks: in which order, what each finds out, and how it is worded."""
