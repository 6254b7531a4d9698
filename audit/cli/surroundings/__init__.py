"""What a call meets outside: limits of the system, streams that close, a crash that must be told."""
