"""Mojibake: detection, proof, and repair where it is proven."""
