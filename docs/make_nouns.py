"""Makes a page of each noun and Get profile: its exchange, a sample, the tree of its elements, and what they mean.

Structure comes from the field tables of the classes, meanings from the schemas, the sample from ``cim.sample``, and
the exchange from ``nouns.toml``. The build of the site calls this; git ignores the pages.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from exchange_pictures import picture, steps
from lxml import etree
from make_copies import write_all
from make_json_schemas import FOLDER

import cim61968_9 as cim
from cim61968_9.model import Element, Member, OpenEnum
from cim61968_9.xml.items import items_of

HERE = Path(__file__).resolve().parent
FACTS: dict[str, Any] = tomllib.loads((HERE / "nouns.toml").read_text(encoding="utf-8"))
SURE = {
    "field": "seen in deployments or published test procedures",
    "part 100": "general pattern of IEC 61968-100",
    "inferred": "inferred from the patterns of IEC 61968-100 and the structure, not seen in public",
}
LEVELS = {
    "confirmed": "independent deployments carry the identical structure",
    "corroborated": "one deployment agrees with a committee draft or with a second, partial source",
    "single": "known from one deployment only",
    "draft": "known from a committee draft of 2011 only",
    "derived": "inferred from drafts, class diagrams and the rules of the known profiles",
}
_XS = "{http://www.w3.org/2001/XMLSchema}"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def write(folder: Path) -> None:
    """Write all pages into a folder."""
    write_all(folder, {f"{name}.md": page(name) for name in cim.PROFILES} | {"index.md": index()})


def index() -> str:
    """Return the page that lists the nouns."""
    lines = [(HERE / "page_texts" / "nouns.md").read_text(encoding="utf-8").strip(), ""]
    rows = []
    for name, noun in cim.NOUNS.items():
        asks = f"[{noun.get_profile.confidence}](Get{name}.md)" if noun.get_profile else ""
        rows.append([f"[{name}]({name}.md)", FACTS["noun"][name]["text"], noun.confidence, asks])
    lines += _table(["Noun", "What it is for", "Structure", "Get profile"], rows)
    names = [*cim.NOUNS, *(name for name in cim.PROFILES if name not in cim.NOUNS)]
    lines += ["", "## Parties", "", "The systems in the pictures of the exchanges are invented:", ""]
    lines += _table(["System", "What it is"], ([f"Northmoor-{name}", text] for name, text in FACTS["parties"].items()))
    return "\n".join([*lines, "", "```{toctree}", ":hidden:", "", *names, "```", ""])


def page(name: str) -> str:
    """Return the page of a noun or Get profile.

    Types and their elements are HTML as they are: as Markdown, a thousand tables would take Sphinx a minute.
    """
    profile = cim.PROFILES[name]
    classes = _classes(profile.cls)
    schema = _texts(name)
    start = [f"# {name}", "", _escaped(schema[profile.cls.__xml__.name, ""]), ""]
    parts = [start, _facts(name), _exchanges(name), _sample(name), _tree(profile.cls)]
    parts += [["## Types", ""], _raw(line for cls in classes for line in _type(cls, schema))]
    if kinds := _kinds(classes):
        parts += [["## Values", ""], _raw(line for kind in kinds for line in _kind(kind, schema))]
    return "\n".join(line for part in parts for line in part)


def _raw(lines: Iterable[str]) -> Iterator[str]:
    yield from ("```{raw} html", *lines, "```", "")


def _facts(name: str) -> Iterator[str]:
    profile = cim.PROFILES[name]
    facts = _about(name)
    noun = name.removeprefix("Get")
    items = [f"<code>{member.tag}</code>" for member in items_of(profile.cls).values()]
    module = profile.cls.__module__.replace("_generated", "profiles")
    rows = [
        ["Root element", f"<code>{name}</code> in <code>{profile.namespace}</code>"],
        ["In Python", f"<code>cim.{name}</code>; all classes are in <code>{module}</code>"],
        ["Edition", profile.edition],
        ["Structure", f"<strong>{profile.confidence}</strong>: {LEVELS[profile.confidence]}"],
    ]
    rows.append(["JSON Schema", f'<a href="../../{FOLDER}/{name}.json">{name}.json</a>'])
    if profile.estimate:
        rows.append(["Estimate", f"share of the structure that is thought to be right: {profile.estimate}"])
    if name == noun:
        verbs = ", ".join(f"<code>{verb}</code>" for verb in facts["verbs"])
        rows.append(["Verbs", f"{verbs} ({SURE[facts['sure']]})"])
        if items:
            rows.append(["Items of <code>cim.iter_items</code>", ", ".join(items)])
        if profile.get_profile:
            rows.append(["Get profile", f'<a href="Get{name}.html">Get{name}</a>'])
    else:
        rows.append(["Asks for", f'<a href="{noun}.html">{noun}</a>'])
        rows.append(["Stands in", f"<code>Request</code> of a get request ({SURE[facts['sure']]})"])
    yield from _raw(_html_table([], rows))


def _about(name: str) -> dict[str, Any]:
    """Return what the table says of a noun, with the exchanges of a Get profile that names none."""
    facts = FACTS["noun"][name]
    return facts if "exchanges" in facts else {**facts, "exchanges": ["query"]}


def _exchanges(name: str) -> Iterator[str]:
    facts = _about(name)
    noun = name.removeprefix("Get")
    yield from ("## Exchanges", "")
    for key in facts["exchanges"]:
        told = FACTS["exchange"][key]
        sides = {"from": facts["from"], "to": facts["to"]}
        if key == "query" and name == noun:
            sides = {"from": facts["to"], "to": facts["from"]}  # the other side asks for what is owned here
        taken = steps(told["steps"], noun=noun, **sides)
        yield from (f"### {told['title']}", "", " ".join(told["text"].split()), "")
        yield from ("```{raw} html", picture(told["title"], taken, subject=noun), "```", "")
        script = f"{told['script']}.py" if "script" in told else ""
        more = f" The whole exchange: [{script}](../../../examples/cookbook/{script})." if script else ""
        yield f"How sure: {SURE[told['sure']]}.{more}"
        yield ""
    yield "Full lines with a filled head are requests, broken lines replies, full lines with an open head events."
    yield ""


def _sample(name: str) -> Iterator[str]:
    text = cim.to_bytes(cim.sample(name), pretty=True).decode()
    yield from ("## A message", "", "```xml", *text.strip().splitlines()[1:], "```", "")
    yield f'This is `cim.sample("{name}")`, and `cim.sample("{name}", full=True)` has every element that there is.'
    yield ""


def _tree(root: type[Element]) -> Iterator[str]:
    yield from ("## Tree", "")
    yield "How often each element occurs, its name, and its type. What a type holds is shown where it comes first."
    yield ""
    lines = [
        f'{often:4}  {branch}{escape(tag)}  <span class="type">{kind}</span>'
        for branch, tag, often, kind in _branches(root, "", set())
    ]
    yield from _raw([f'<div class="highlight tree"><pre>      {root.__name__}', *lines, "</pre></div>"])


def _branches(cls: type[Element], before: str, seen: set[type]) -> Iterator[tuple[str, str, str, str]]:
    """Return the branch, name, occurrence and type of each element, types as links."""
    seen.add(cls)
    members = cls.__xml__.members
    for number, member in enumerate(members, 1):
        last = number == len(members)
        found = _class(cls, member)
        known = found in seen
        again = " (above)" if known and found is not None and issubclass(found, Element) else ""
        yield f"{before}{'└─ ' if last else '├─ '}", _tag(member), _often(member), _linked(cls, member) + again
        if found is not None and issubclass(found, Element) and not known:
            yield from _branches(found, before + ("   " if last else "│  "), seen)


def _type(cls: type[Element], schema: dict[tuple[str, str], str]) -> Iterator[str]:
    name = cls.__xml__.name
    yield f'<h3 id="{cls.__name__}">{cls.__name__}</h3>'
    yield f"<p>{escape(schema.get((name, ''), ''))}</p>"
    rows = []
    for member in cls.__xml__.members:
        python = f'<br><code class="python">{member.name}</code>' if member.name != member.tag else ""
        cell = f"<code>{escape(_tag(member))}</code>{python}"
        rows.append([cell, _often(member), _linked(cls, member), _meaning(cls, member, schema)])
    yield from _html_table(["Element", "Occurs", "Type", "Meaning"], rows)
    for group in cls.__xml__.choices:
        yield f"<p>Only one of {', '.join(f'<code>{member.tag}</code>' for member in group)} may be there.</p>"


def _meaning(cls: type[Element], member: Member, schema: dict[tuple[str, str], str]) -> str:
    name = cls.__xml__.name
    text = escape(schema.get((name, member.tag), ""))
    attribute = schema.get((name, f"{member.tag}/cim"), "")
    return f"{text} CIM <code>{attribute}</code>." if attribute and attribute != f"{name}.{member.tag}" else text


def _kinds(classes: Iterable[type[Element]]) -> list[type[OpenEnum]]:
    found = (_class(cls, member) for cls in classes for member in cls.__xml__.members)
    kinds = {kind.__name__: kind for kind in found if kind is not None and not issubclass(kind, Element)}
    return [kinds[name] for name in sorted(kinds)]


def _kind(kind: type[OpenEnum], schema: dict[tuple[str, str], str]) -> Iterator[str]:
    name = kind.__name__
    yield f'<h3 id="{name}">{name}</h3>'
    yield f"<p>{escape(schema.get((name, ''), ''))}</p>"
    rows = ([f"<code>{escape(one)}</code>", escape(schema.get((name, one), ""))] for one in kind)
    yield from _html_table(["Value", "Meaning"], rows)


def _classes(root: type[Element]) -> list[type[Element]]:
    """Return the classes below a root, in the order of the tree."""
    found: dict[type[Element], None] = {}

    def walk(cls: type[Element]) -> None:
        found[cls] = None
        for member in cls.__xml__.members:
            below = _class(cls, member)
            if below is not None and issubclass(below, Element) and below not in found:
                walk(below)

    walk(root)
    return list(found)


def _class(cls: type[Element], member: Member) -> type[Any] | None:
    found = getattr(sys.modules[cls.__module__], member.type, None)
    return found if isinstance(found, type) else None


def _linked(cls: type[Element], member: Member) -> str:
    if found := _class(cls, member):
        return f'<a href="#{found.__name__}">{found.__name__}</a>'
    if member.type == "@ref":
        return "reference"
    return "any element" if member.kind == "any" else member.type.removeprefix("xs:")


def _tag(member: Member) -> str:
    return "(any)" if member.kind == "any" else f"@{member.tag}" if member.kind == "attribute" else member.tag


def _often(member: Member) -> str:
    return (
        f"{member.low}..{'*' if member.high is None else member.high}" if member.low != member.high else f"{member.low}"
    )


@cache
def _texts(name: str) -> dict[tuple[str, str], str]:
    """Return the texts of a schema by type and member; "" is the type itself, ``member/cim`` its CIM attribute."""
    found: dict[tuple[str, str], str] = {}
    for kind in etree.parse(cim.schema_path(name)).getroot().iter(f"{_XS}complexType", f"{_XS}simpleType"):
        owner = str(kind.get("name"))
        found[owner, ""] = _documentation(kind)
        for inner in kind.iter(f"{_XS}element", f"{_XS}attribute", f"{_XS}enumeration"):
            member = str(inner.get("name") or inner.get("value"))
            found[owner, member] = _documentation(inner)
            reference = inner.get("{http://www.w3.org/ns/sawsdl}modelReference", "")
            found[owner, f"{member}/cim"] = reference.rpartition("#")[2]
    return found


def _documentation(element: etree._Element) -> str:
    return " ".join((element.findtext(f"{_XS}annotation/{_XS}documentation") or "").split())


def _html_table(heads: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f'<div class="table-wrapper"><table class="docutils {"members" if heads else "facts"}">'
    if heads:
        yield f"<thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead>"
    yield "<tbody>"
    yield from (f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    yield "</tbody></table></div>"


def _table(heads: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


if __name__ == "__main__":
    write(HERE / "reference" / "nouns")
