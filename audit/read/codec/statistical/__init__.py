"""Statistical codec detection, for bytes without certain evidence."""
