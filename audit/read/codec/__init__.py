"""Bytes to text: which codec wrote them, passage by passage, every bad byte by its address."""
