"""What is kept of reps and their attempts: append-only, hash-chained, durable before it is acknowledged."""
