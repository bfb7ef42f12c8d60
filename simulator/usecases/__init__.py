"""What a person can ask for, one module for each request: the same for every face."""
