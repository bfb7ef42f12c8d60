"""The conversation itself: the state machine and the exact table behind it."""
