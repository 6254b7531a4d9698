"""Text of copies that is lost: in no block of their twins, dropped ones included, and in no other document."""
