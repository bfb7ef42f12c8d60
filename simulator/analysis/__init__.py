"""Exact statistics over all paths of a scenario: what can be reached, what can be shown, who could pass by guessing."""
