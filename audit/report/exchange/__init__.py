"""The forms of output that other programs read: code hosts, test reporters, pull requests."""
