"""When the answer is no, and the person can do something about it."""


class Refused(Exception):
    """What was asked for cannot be done; the message says what, where and what next."""
