"""Page-level classification: with or without furniture, thread, shop, wall in front of an article."""
