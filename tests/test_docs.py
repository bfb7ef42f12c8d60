"""What the documentation takes from the program is what the program says today."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_pages_that_come_from_the_program_are_up_to_date() -> None:
    # To mend it: uv run python docs/tables.py
    spec = spec_from_file_location("tables", DOCS / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    tables = module_from_spec(spec)
    spec.loader.exec_module(tables)
    made = tables.pages()
    assert {file.name for file in made} == {"problems.md", "library.md", "readiness.md"}
    for file, text in made.items():
        assert file.read_text(encoding="utf-8") == text, file.name
