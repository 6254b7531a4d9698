"""Facts about the language of a text: which, how surely, in what script, and what is in another one."""
