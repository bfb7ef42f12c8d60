"""The words of the product as frozen values: what every other floor speaks, on the standard library alone."""
