"""Strategies for dialects: all that a sender may do in another way, and that a reader understands by itself."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import assume, strategies as st

import cim61968_9 as cim
from cim61968_9 import soap
from cim61968_9.testing import raw_elements
from cim61968_9.testing._values import texts

MESSAGE = cim.Dialect().message
PAYLOAD = cim.Dialect().payload
VENDOR = "urn:example:acme"
MESSAGES = [
    MESSAGE,
    "http://www.iec.ch/TC57/2008/schema/message",
    "http://iec.ch/TC57/2010/schema/message",
    "http://www.iec.ch/TC57/2011/schema/message",
    "https://iec.ch/TC572011/schema/message#",
    "http://iec.ch/TC57/2021/schema/message",
    VENDOR,
    "",
]
PAYLOADS = [
    PAYLOAD,
    "http://iec.ch/TC57/2009/{noun}#",
    "http://www.iec.ch/TC57/2011/{noun}",
    "http://iec.ch/TC57/CIM-c4e#",
    "http://www.encourage-project.eu/{noun}#",
    VENDOR,
    "",
]
VERBS = ["cancel", "canceled", "change", "changed", "create", "created", "close", "closed", "delete", "deleted", "get"]
VERBS += ["reply", "execute", "executed"]
SYNONYMS = {"change": "update", "changed": "updated", "reply": "show", "canceled": "cancelled"}
VALUES = {"OK": ["ok", "Ok"], "FAILED": ["failed", "FATAL"], "PARTIAL": ["partial "], "FATAL": ["Fatal"]}
ELEMENTS = ["Header", "Verb", "Noun", "Source", "MessageID", "Request", "StartTime", "ID", "Reply", "Result", "Error"]
ELEMENTS += ["Payload", "Format", "Compressed", "OperationSet", "Operation", "Property", "Name", "User"]
NOUNS = {"MeterServiceRequest": "MeterServiceRequests"}
BINDINGS = ["message", "operation", "abstract", "typed"]


def _spelt(verb: str) -> st.SearchStrategy[str]:
    usual = [verb.upper(), verb.capitalize(), f" {verb}", f"{verb}\n"]
    other = SYNONYMS.get(verb)
    return st.sampled_from(usual if other is None else [*usual, other, other.upper()])


def _some(strategies: dict[str, st.SearchStrategy[str]]) -> st.SearchStrategy[dict[str, str]]:
    """Return tables from words on the wire to some of the words of the standard."""
    found = st.fixed_dictionaries({}, optional=strategies)
    return found.map(lambda table: {wire: standard for standard, wire in table.items()})


words = st.fixed_dictionaries(
    {},
    optional={
        "verbs": _some({verb: _spelt(verb) for verb in VERBS}),
        "values": _some({value: st.sampled_from(wires) for value, wires in VALUES.items()}),
        "elements": _some({name: st.just(name[0].lower() + name[1:]) for name in ELEMENTS}),
        "nouns": st.just(NOUNS),
    },
)
forms = st.fixed_dictionaries(
    {},
    optional={
        "message": st.sampled_from(MESSAGES),
        "payload": st.sampled_from(PAYLOADS),
        "unqualified": st.booleans(),
        "unqualified_payload": st.booleans(),
        "namespaces": st.dictionaries(st.sampled_from(sorted(cim.PROFILES)), st.sampled_from(["", "urn:x"])),
    },
)
letters = st.builds(
    cim.SoapForm,
    version=st.sampled_from(["1.1", "1.2"]),
    headers=st.lists(raw_elements(), max_size=2).map(tuple),
    fault=st.none() | st.tuples(st.sampled_from(["Server", "Client.Who", "CIM-17"]), texts().map(str.strip)),
)
nouns = st.sampled_from(sorted(cim.NOUNS))


def dialects() -> st.SearchStrategy[cim.Dialect]:
    """Return dialects with words and namespaces of their own."""
    return st.builds(lambda form, said: cim.Dialect(**form, **said), forms, words).filter(_can_be_told_apart)


def _can_be_told_apart(dialect: cim.Dialect) -> bool:
    """Leave out what no reader can know: where the envelope ends, if nothing has a namespace of its own."""
    spaces = {dialect.payload, *dialect.namespaces.values()}
    return not (dialect.unqualified and (dialect.message in spaces or not dialect.message)) and not (
        dialect.unqualified_payload and "" in spaces
    )


def bound(message: Any, dialect: cim.Dialect, binding: Any, noun: str, letter: cim.SoapForm | None) -> cim.Dialect:
    """Return a dialect for a message in a SOAP binding, where that has a place for it."""
    if binding != "message":
        dialect = attrs.evolve(dialect, elements={})  # roots are known by the names of their parts
    try:
        found = soap.dialect(message, binding=binding, noun=noun, base=dialect)
    except cim.DialectError:
        assume(False)
    return attrs.evolve(found, soap=letter)
