"""The one door to SVG: elements as values, and the only function that writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.domain.sinks import for_xml


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and all that is inside; texts in it are texts until they are written."""

    name: str
    """From the program itself, never from a file."""
    attributes: Mapping[str, str | float] = field(default_factory=dict[str, str | float])
    inside: "Sequence[Element | str]" = ()


def written(element: Element, indent: int = 0) -> str:
    """Write an element; every text and every value in it is escaped here."""
    named = "".join(f' {name}="{for_xml(number(value))}"' for name, value in element.attributes.items())
    if not element.inside:
        return f"{' ' * indent}<{element.name}{named}/>\n"
    if all(isinstance(part, str) for part in element.inside):
        text = "".join(for_xml(part) for part in element.inside if isinstance(part, str))
        return f"{' ' * indent}<{element.name}{named}>{text}</{element.name}>\n"
    parts = "".join(
        f"{' ' * (indent + 1)}{for_xml(part)}\n" if isinstance(part, str) else written(part, indent + 1)
        for part in element.inside
    )
    return f"{' ' * indent}<{element.name}{named}>\n{parts}{' ' * indent}</{element.name}>\n"


def number(value: str | float) -> str:
    """Write a length with a tenth of a pixel at most."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
