"""The app: the same use cases as in plain mode, on a screen."""
