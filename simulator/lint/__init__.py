"""Rules about what trainers write, one file a code: what a file must be, and how a conversation goes."""
