"""Dumps: files of many documents in a structure of their own, that of the program that wrote them."""
