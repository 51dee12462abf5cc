"""Finds the types that several schemas have in common, so that each becomes one Python class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrs import define, evolve, field

from .decisions import Decisions, snake_case
from .model import ClassDef, EnumDef, MemberDef, SchemaDef

__all__ = ["Module", "plan"]


@define
class Module:
    """One Python module to be written: what it defines and what it takes from other modules."""

    name: str
    schema: SchemaDef | None = None
    classes: dict[str, ClassDef] = field(factory=dict)
    enums: dict[str, EnumDef] = field(factory=dict)
    imports: dict[str, str] = field(factory=dict)
    roots: dict[str, str] = field(factory=dict)
    reexports: list[str] = field(factory=list)


def plan(schemas: Iterable[SchemaDef], decisions: Decisions) -> list[Module]:
    """Assign every type of every schema to one module.

    A type that has the same name and the same structure all the way down in several schemas goes to
    ``common.<topic>``. When a name has several such structures, the most frequent one does, and each of the others
    lives with the first of the schemas that have it. Everything else lives with its own schema.
    """
    schemas = list(schemas)
    signatures = {schema.name: _signatures(schema, decisions) for schema in schemas}
    users: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for schema in schemas:
        for name, signature in signatures[schema.name].items():
            key = f"{schema.name}:{signature}" if decisions.is_private(schema.name) else signature
            users[decisions.class_name(schema.name, name)][key].append(schema.name)
    homes: dict[tuple[str, str], str] = {}
    for name, by_signature in users.items():
        public = {key: found for key, found in by_signature.items() if not decisions.is_private(found[0])}
        most = max(public.values(), key=len, default=[])
        for key, found in by_signature.items():
            home = f"common.{decisions.topic(name)}" if found is most and len(found) > 1 else _module_name(found[0])
            homes[name, key] = home
    modules: dict[str, Module] = {}
    for schema in schemas:
        _place(schema, signatures[schema.name], homes, modules, decisions)
    for module in modules.values():
        _import(module, signatures, homes, schemas, decisions)
    return sorted(modules.values(), key=lambda module: module.name)


def _module_name(schema_name: str) -> str:
    return snake_case(schema_name)


def _signatures(schema: SchemaDef, decisions: Decisions) -> dict[str, str]:
    """Return a text for every type that is equal exactly when the structure is, all the way down."""
    done: dict[str, str] = {}

    def member(item: MemberDef, above: tuple[str, ...]) -> str:
        return f"{item.tag} {item.kind} {item.low} {item.high} {item.choice} {item.default} {of(item.type, above)}"

    def of(name: str, above: tuple[str, ...]) -> str:
        if name in above or (name not in schema.classes and name not in schema.enums):
            return name
        if name not in done:
            if name in schema.enums:
                inside = ",".join(value for value, _ in schema.enums[name].values)
            else:
                inside = ";".join(member(item, (*above, name)) for item in schema.classes[name].members)
            done[name] = f"{decisions.class_name(schema.name, name)}({inside})"
        return done[name]

    for name in (*schema.classes, *schema.enums):
        of(name, ())
    return done


def _place(
    schema: SchemaDef,
    signatures: dict[str, str],
    homes: dict[tuple[str, str], str],
    modules: dict[str, Module],
    decisions: Decisions,
) -> None:
    own = modules.setdefault(_module_name(schema.name), Module(_module_name(schema.name)))
    own.schema = schema
    for name in (*schema.enums, *schema.classes):
        python_name = decisions.class_name(schema.name, name)
        home = homes[python_name, _key(schema, signatures[name], decisions)]
        module = modules.setdefault(home, Module(home))
        own.reexports.append(python_name)
        if home != own.name:
            own.imports[python_name] = home
        if name in schema.enums:
            module.enums.setdefault(python_name, evolve(schema.enums[name], name=python_name))
        else:
            found = _renamed(schema, schema.classes[name], decisions)
            known = module.classes.get(python_name)
            module.classes[python_name] = found if known is None else _merged(known, found)
    for root, name in schema.roots.items():
        own.roots[root] = decisions.class_name(schema.name, name)


def _key(schema: SchemaDef, signature: str, decisions: Decisions) -> str:
    return f"{schema.name}:{signature}" if decisions.is_private(schema.name) else signature


def _renamed(schema: SchemaDef, cls: ClassDef, decisions: Decisions) -> ClassDef:
    members = tuple(
        evolve(item, type=decisions.class_name(schema.name, item.type))
        if item.type in schema.classes or item.type in schema.enums
        else item
        for item in cls.members
    )
    return evolve(cls, name=decisions.class_name(schema.name, cls.name), members=members)


def _merged(one: ClassDef, other: ClassDef) -> ClassDef:
    """Keep what either schema says: a CIM reference where one has it, no low confidence where one has better."""
    members = tuple(
        evolve(a, cim=a.cim or b.cim, confidence=a.confidence and b.confidence)
        for a, b in zip(one.members, other.members, strict=True)
    )
    return evolve(one, cim=one.cim or other.cim, members=members)


def _import(
    module: Module,
    signatures: dict[str, dict[str, str]],
    homes: dict[tuple[str, str], str],
    schemas: list[SchemaDef],
    decisions: Decisions,
) -> None:
    """Let a module of shared classes import what its members refer to."""
    if module.schema is not None:
        return
    for name in module.classes:
        schema = next(
            schema
            for schema in schemas
            for raw, signature in signatures[schema.name].items()
            if decisions.class_name(schema.name, raw) == name
            and homes[name, _key(schema, signature, decisions)] == module.name
        )
        for item in module.classes[name].members:
            if item.type.startswith(("xs:", "@")) or item.type == "any":
                continue
            raw = next(raw for raw in signatures[schema.name] if decisions.class_name(schema.name, raw) == item.type)
            home = homes[item.type, _key(schema, signatures[schema.name][raw], decisions)]
            if home != module.name:
                module.imports[item.type] = home
