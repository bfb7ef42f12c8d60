"""A scenario as a graph: as an outline in text, for other programs that draw, and as a drawing of our own."""
