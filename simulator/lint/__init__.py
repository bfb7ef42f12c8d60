"""Rules that need to know how a conversation goes, one file each."""
