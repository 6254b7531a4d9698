"""What the verbs return, and how a verdict is put together and written down."""
