"""What decides how moves become evidence cannot change unnoticed: kept evidence stands on a version of it."""

import ast
import hashlib
from pathlib import Path

import simulator
from simulator.usecases.settling import RULES

ROOT = Path(simulator.__file__).parent
MODULES = ("conversation/condition.py", "conversation/table.py", "conversation/replay.py", "assessment/evidence.py")
KNOWN = {1: "eca4ddcc5cb8e013"}


def meaning(text: str) -> str:
    """A module without its comments, layout and docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [
                part for part in node.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))
            ]
    return ast.dump(tree)


def test_the_rules_are_those_of_their_version() -> None:
    read = "".join(meaning((ROOT / name).read_text(encoding="utf-8")) for name in MODULES)
    found = hashlib.sha256(read.encode()).hexdigest()[:16]
    assert found == KNOWN.get(RULES), (
        "how moves become evidence was changed: if the same moves can show something else now, raise RULES in "
        f"simulator/usecases/settling.py; then put {found} beside the version here"
    )


def test_comments_and_docstrings_are_no_rules() -> None:
    bare = "def f(x):\n    return x\n"
    assert meaning(bare) == meaning('"""Said."""\ndef f(x):\n    """Said."""\n    return x  # why\n')
    assert meaning(bare) != meaning(bare.replace("return x", "return -x"))
