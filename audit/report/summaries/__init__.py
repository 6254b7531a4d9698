"""Text summaries besides that of the verdict: gate, publication, review and others."""
