"""What each kind of file must be so that it can be played and judged: every mistake, each with its path."""
