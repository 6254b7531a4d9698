"""What a page is as a whole: a thread, a shop, a wall in front of an article."""
