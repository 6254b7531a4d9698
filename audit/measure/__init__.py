"""Facts about documents: each measure adds columns, and touches nothing else."""
