"""Every code that can be printed has its law, and every rule that is written is asked."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest

import simulator
import simulator.lint
from simulator.lint.rule import Law
from simulator.lint.rules import OF_LIBRARIES, OF_SCENARIOS
from simulator.usecases.explaining import laws

FOLDERS = [f"simulator.lint.{found.name}" for found in iter_modules(simulator.lint.__path__) if found.ispkg]


def codes_in(source: str) -> set[str]:
    """Return the texts of a module that are a code and nothing else."""
    texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and re.fullmatch(r"SIM\d{3}", text)}


def sources() -> Iterator[str]:
    """Yield the text of every module of the program."""
    package = Path(simulator.__file__).parent
    yield from (file.read_text(encoding="utf-8") for file in sorted(package.rglob("*.py")))


def laws_in(module: ModuleType) -> list[Law]:
    """Return the laws that a module defines or carries."""
    return [value for value in vars(module).values() if isinstance(value, Law)]


def told_by(folder: ModuleType) -> list[Law]:
    """Return all that a folder of rules hands on."""
    return [*getattr(folder, "RULES", ()), *getattr(folder, "LIBRARY_RULES", ())]


def modules_of(folder: ModuleType) -> Iterator[ModuleType]:
    """Yield the modules of a folder, whether anybody imports them or not."""
    yield from (import_module(f"{folder.__name__}.{found.name}") for found in iter_modules(folder.__path__))


def test_every_code_in_the_program_has_a_law() -> None:
    found = set[str]().union(*map(codes_in, sources()))
    assert {"SIM001", "SIM004", "SIM010", "SIM101", "SIM201", "SIM301", "SIM901"} <= found
    assert found - laws().keys() == set()


def test_no_law_is_of_a_code_that_nothing_prints() -> None:
    """The laws of reading stand apart from what they are about: a code that went would leave its law behind."""
    found = [code for source in sources() if "LAWS: Final" not in source for code in codes_in(source)]
    assert laws().keys() - set(found) == set()


@pytest.mark.parametrize("name", FOLDERS)
def test_every_rule_that_is_written_in_a_folder_is_one_of_its_rules(name: str) -> None:
    folder = import_module(name)
    told = told_by(folder)
    for module in modules_of(folder):
        assert [law.code for law in laws_in(module) if law not in told] == [], module.__name__


@pytest.mark.parametrize("name", FOLDERS)
def test_every_rule_of_a_folder_is_known_and_stands_in_the_order_of_the_codes(name: str) -> None:
    folder = import_module(name)
    for rules in (getattr(folder, "RULES", ()), getattr(folder, "LIBRARY_RULES", ())):
        codes = [law.code for law in rules]
        assert codes == sorted(codes)
        assert set(codes) <= laws().keys()
    asked = {*map(id, OF_SCENARIOS), *map(id, OF_LIBRARIES)}
    judging = [law for law in told_by(folder) if law.code >= "SIM300"]
    assert [law.code for law in judging if id(law) not in asked] == []
