"""What a run tells its reader: one file per form of output."""
