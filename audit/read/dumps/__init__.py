"""Dump formats with many documents: MediaWiki, WARC, mail, WikiExtractor."""
