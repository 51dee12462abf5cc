"""What XML Schema can say and field tables cannot: collected over all files, and refused at once."""

from __future__ import annotations

from attrs import define, field, frozen
from lxml import etree

from .documents import Document

__all__ = ["Place", "Unsupported", "UnsupportedSchemaError"]


class UnsupportedSchemaError(ValueError):
    """Schemas use constructs that generated classes cannot express; ``places`` has all of them."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        count = "1 construct" if len(places) == 1 else f"{len(places)} constructs"
        listed = "".join(f"\n  {place}" for place in places)
        super().__init__(f"the schemas use {count} that generated classes cannot express:{listed}")


@frozen
class Place:
    """One construct that cannot be expressed: where it stands, what it is, and what to do."""

    file: str
    line: int
    owner: str
    construct: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, {self.owner}: {self.construct}; {self.remedy}"


@define
class Unsupported:
    """Collects places, each once."""

    places: dict[tuple[str, int, str], Place] = field(factory=dict)

    def add(self, document: Document, node: etree._Element, owner: str, construct: str, remedy: str) -> None:
        """Note a construct of a type."""
        place = Place(str(document.path), node.sourceline or 1, owner or "the schema", construct, remedy)
        self.places.setdefault((place.file, place.line, construct), place)

    def refuse(self) -> None:
        """Raise what was noted.

        Raises:
            UnsupportedSchemaError: Something was.
        """
        if self.places:
            found = sorted(self.places.values(), key=lambda place: (place.file, place.line, place.construct))
            raise UnsupportedSchemaError(tuple(found))
