"""Evidence about a release, for whoever must show it to somebody who has nothing but files."""
