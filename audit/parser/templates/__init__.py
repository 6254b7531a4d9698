"""Template detection: lines shared by the pages of a source, and versions of one article."""
