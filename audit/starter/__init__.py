"""What `audit init` writes: a configuration that says what was found, and a workflow that checks it from then on."""
