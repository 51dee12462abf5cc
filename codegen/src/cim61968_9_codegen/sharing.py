"""Finds the types that several schemas have in common, so that each becomes one Python class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from attrs import define, evolve, field

from .decisions import Decisions
from .model import ClassDef, EnumDef, SchemaDef
from .names import module_names

__all__ = ["Module", "plan"]

_COMMON = "common."


@define
class Module:
    """One Python module to be written: what it defines and what it takes from other modules.

    ``roots`` maps root elements to classes; ``subclasses`` has the classes of roots whose type is the class of another
    root as well, or one that several schemas share.
    """

    name: str
    schema: SchemaDef | None = None
    classes: dict[str, ClassDef] = field(factory=dict)
    enums: dict[str, EnumDef] = field(factory=dict)
    imports: dict[str, str] = field(factory=dict)
    roots: dict[str, str] = field(factory=dict)
    subclasses: dict[str, str] = field(factory=dict)
    reexports: list[str] = field(factory=list)


def plan(schemas: Iterable[SchemaDef], decisions: Decisions) -> list[Module]:
    """Assign every type of every schema to one module.

    A type that has the same name and the same structure all the way down in several schemas goes to
    ``common.<topic>``. When a name has several such structures, the most frequent one does, and each of the others
    lives with the first of the schemas that have it. Everything else lives with its own schema, and so does the type of
    a root element of the same name.
    """
    planner = _Planner(list(schemas), decisions)
    modules: dict[str, Module] = {}
    for number, schema in enumerate(planner.schemas):
        own = modules.setdefault(planner.names[number], Module(planner.names[number], schema))
        own.schema = schema
        for name in (*schema.enums, *schema.classes):
            planner.place(number, name, own, modules)
        planner.roots(number, own)
    return sorted(modules.values(), key=lambda module: module.name)


class _Planner:
    def __init__(self, schemas: list[SchemaDef], decisions: Decisions) -> None:
        self.schemas = schemas
        self.decisions = decisions
        self.names = module_names(schema.path for schema in schemas)
        self.kinds = _kinds(schemas, decisions)
        self.homes = self._homes()

    def _homes(self) -> dict[int, str]:
        """Return the module of every structure."""
        users: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, kinds in enumerate(self.kinds):
            for name, kind in kinds.items():
                users[self.python(number, name)][kind].append(number)
        homes: dict[int, str] = {}
        first: dict[int, str] = {}
        for name, by_kind in users.items():
            public = [found for found in by_kind.values() if not self._private(found[0])]
            most = max(public, key=len, default=[])
            for kind, found in by_kind.items():
                shared = found is most and len(found) > 1
                first[kind] = self.names[found[0]]
                homes[kind] = f"{_COMMON}{self.decisions.topic(name)}" if shared else first[kind]
        return self._sound(homes, first)

    def _sound(self, homes: dict[int, str], first: dict[int, str]) -> dict[int, str]:
        """Make sure that shared modules import only each other, and not in a circle."""
        below = {kind: inside for number in range(len(self.schemas)) for kind, inside in self._references(number)}
        while alone := [
            kind
            for kind, home in homes.items()
            if home.startswith(_COMMON) and any(not homes[other].startswith(_COMMON) for other in below[kind])
        ]:
            homes |= {kind: first[kind] for kind in alone}
        uses: dict[str, set[str]] = defaultdict(set)
        for kind, home in homes.items():
            if home.startswith(_COMMON):
                uses[home] |= {homes[other] for other in below[kind]} - {home}
        try:
            TopologicalSorter(uses).prepare()
        except CycleError:
            rest = f"{_COMMON}{self.decisions.topic('')}"
            homes |= {kind: rest for kind, home in homes.items() if home.startswith(_COMMON)}
        return homes

    def _references(self, number: int) -> Iterator[tuple[int, set[int]]]:
        """Yield every structure of a schema with those its members refer to."""
        schema, kinds = self.schemas[number], self.kinds[number]
        for name, kind in kinds.items():
            members = schema.classes[name].members if name in schema.classes else ()
            yield kind, {kinds[item.type] for item in members if item.type in kinds}

    def _private(self, number: int) -> bool:
        return self.decisions.is_private(self.schemas[number].name)

    def python(self, number: int, name: str) -> str:
        return self.decisions.class_name(self.schemas[number].name, name)

    def place(self, number: int, name: str, own: Module, modules: dict[str, Module]) -> None:
        """Put a type of a schema into its module."""
        schema, kinds = self.schemas[number], self.kinds[number]
        python_name, home = self.python(number, name), self.homes[kinds[name]]
        module = modules.setdefault(home, Module(home))
        own.reexports.append(python_name)
        if home != own.name:
            own.imports[python_name] = home
        if name in schema.enums:
            module.enums.setdefault(python_name, evolve(schema.enums[name], name=python_name))
            return
        found = self._renamed(number, schema.classes[name])
        known = module.classes.get(python_name)
        module.classes[python_name] = found if known is None else _merged(known, found)
        if home.startswith(_COMMON):
            for item in schema.classes[name].members:
                if item.type in kinds and self.homes[kinds[item.type]] != home:
                    module.imports[self.python(number, item.type)] = self.homes[kinds[item.type]]

    def _renamed(self, number: int, cls: ClassDef) -> ClassDef:
        members = tuple(
            evolve(item, type=self.python(number, item.type)) if item.type in self.kinds[number] else item
            for item in cls.members
        )
        return evolve(cls, name=self.python(number, cls.name), members=members)

    def roots(self, number: int, own: Module) -> None:
        """Give every root a class of its own: by it the writer knows the element."""
        taken = set(own.reexports)
        used: set[str] = set()
        roots = self.schemas[number].roots
        for root in sorted(roots, key=lambda root: root != roots[root]):
            name = self.python(number, roots[root])
            if name in used or name in own.imports:
                own.subclasses[found := _free(self.python(number, root), taken)] = name
                own.reexports.append(found)
                taken.add(found)
                name = found
            used.add(name)
            own.roots[root] = name
        own.roots = {root: own.roots[root] for root in roots}


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _kinds(schemas: list[SchemaDef], decisions: Decisions) -> list[dict[str, int]]:
    """Return a number for every type that is equal exactly when name and structure are, all the way down.

    Types are first told apart by what they say themselves, then again and again by what their members refer to, until
    that makes no difference any more. So types that hold each other are the same only when the whole circle is.
    """
    texts: dict[tuple[int, str], str] = {}
    below: dict[tuple[int, str], list[str]] = {}
    for number, schema in enumerate(schemas):
        for name in (*schema.classes, *schema.enums):
            texts[number, name] = _said(schema, name, number, decisions)
            members = schema.classes[name].members if name in schema.classes else ()
            below[number, name] = [item.type for item in members]
    numbers = _numbered(dict(texts))
    count = 0
    while count < len(set(numbers.values())):
        count = len(set(numbers.values()))
        numbers = _numbered(
            {key: (numbers[key], *(numbers.get((key[0], name), name) for name in below[key])) for key in texts}
        )
    return [
        {name: numbers[number, name] for name in (*schema.classes, *schema.enums)}
        for number, schema in enumerate(schemas)
    ]


def _numbered(values: dict[tuple[int, str], object]) -> dict[tuple[int, str], int]:
    known: dict[object, int] = {}
    return {key: known.setdefault(value, len(known)) for key, value in values.items()}


def _said(schema: SchemaDef, name: str, number: int, decisions: Decisions) -> str:
    """Return what a type says without what its members refer to, and whose it is if it is not to be shared."""
    python_name = decisions.class_name(schema.name, name)
    owner = number if decisions.is_private(schema.name) or schema.roots.get(name) == name else ""
    if name in schema.enums:
        return f"{owner} {python_name} values {[value for value, _ in schema.enums[name].values]}"
    cls = schema.classes[name]
    members = [(item.tag, item.kind, item.low, item.high, item.choice, item.default) for item in cls.members]
    return f"{owner} {python_name} {cls.open} {members}"


def _merged(one: ClassDef, other: ClassDef) -> ClassDef:
    """Keep what either schema says: a CIM reference where one has it, no low confidence where one has better."""
    members = tuple(
        evolve(a, cim=a.cim or b.cim, confidence=a.confidence and b.confidence)
        for a, b in zip(one.members, other.members, strict=True)
    )
    return evolve(one, cim=one.cim or other.cim, members=members)
