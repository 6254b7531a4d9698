"""Text of copies that is lost: neither in title or body of their twins nor in the body of another document."""
