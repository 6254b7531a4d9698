"""Segmentation of texts into blocks, their features, boilerplate scores and kinds."""
