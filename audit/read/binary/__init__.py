"""What is no text: formats by their signs, records by their structure, and the share of control bytes."""
