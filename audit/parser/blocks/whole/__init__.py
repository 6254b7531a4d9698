"""What a page is as a whole: one with furniture or none, a thread, a shop, a wall in front of an article."""
