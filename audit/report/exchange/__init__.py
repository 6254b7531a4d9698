"""Output formats for other programs: code hosts, test reporters, pull requests."""
