"""Practise hard customer conversations until it is certain that you are ready for live ones."""

__version__ = "0.1.0"
