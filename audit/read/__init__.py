"""From a folder to decoded documents: discovery, safe opening, unpacking, decoding, quarantine.

`inputs` is the entry point: `walk` lists entries, `open` opens them, `readers` picks a reader, and refusals are made in
`refusal`, `unfit`, `magic` and `notation`. The packages, by kind of file:

codec       bytes to text: codec detection, also per passage, with offsets of undecodable bytes
texts       one text per file: plain, front matter, subtitles, e-books of Project Gutenberg
containers  files of records: JSON, JSON Lines, CSV, Parquet, Arrow
dumps       mail, MediaWiki, WARC, WikiExtractor
formatted   Word, PDF, EPUB
html        pages: metadata, main text, and recovery of what extraction lost
questions   the questions of a benchmark
"""
