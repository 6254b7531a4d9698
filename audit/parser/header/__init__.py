"""Header fields of an article: title, date, publisher, author."""
