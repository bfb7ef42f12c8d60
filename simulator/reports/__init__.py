"""Verdicts as pages people can read, forward and print: every word is decided in a view, then only placed."""
