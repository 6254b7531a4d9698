"""Texts generated from one template, distinguished from copies of one text."""
