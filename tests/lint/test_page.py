"""docs/problems.md is what the rules say today."""

from pathlib import Path

from simulator.usecases.explaining import laws, page

PAGE = Path(__file__).parents[2] / "docs" / "problems.md"


def test_the_page_is_made_from_the_rules_as_they_are() -> None:
    # To mend it: uv run simulator explain --markdown > docs/problems.md
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_code_stands_in_its_list_with_a_link() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for code in laws():
        assert f"[{code}](#{code.lower()})" in text
        assert f"### {code}\n" in text
