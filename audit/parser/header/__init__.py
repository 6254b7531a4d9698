"""What stands above an article: title, date, publisher, author."""
