"""YAML text → Scenario | Problems: the only floor that opens a library's files."""
