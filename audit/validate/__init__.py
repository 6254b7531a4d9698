"""Validation by great-expectations of the measured columns; fails closed.

Imports nothing here: the process of great-expectations is started before everything else is imported.
"""
