"""How tables of an older version become those of the next."""
