"""A job as a program that an engine runs, here or on other machines."""
