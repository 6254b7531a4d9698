"""The results of the verbs: composing a verdict, and writing it down."""
