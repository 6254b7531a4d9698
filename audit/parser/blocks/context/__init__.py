"""What a block's page says of it: its words there, its place in the article, the layout around it."""
