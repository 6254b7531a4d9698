"""What a release says of itself: the card, Croissant, and the numbers in both."""
