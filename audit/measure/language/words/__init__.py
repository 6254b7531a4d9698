"""What the words of a text say of its language, where letters leave it open or mislead."""
