"""What a code stands for: asks everybody who knows codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from .. import codes
from ..errors import CodeError
from ..nouns import NOUNS, PROFILES
from ..validation.plugins import load_rules
from ..validation.rules import RULES
from .commands.rules import explained

__all__ = ["meanings", "similar"]

_SHOWN = 10
_WORD = re.compile(r"[^\W\d_]{2}")
_ELECTRICITY = 1


def meanings(text: str) -> Iterator[list[str]]:
    """Yield the description of each kind of code that a text is, as lines."""
    for look in (_rule, _noun, _reading_type, _event, _control, _quality, _obis, _reply):
        try:
            if lines := look(text):
                yield lines
        except CodeError:
            continue


def similar(text: str) -> list[str]:
    """Return the codes that fit the words of a text, best first; none when it has no words."""
    if _WORD.search(text) is None:
        return []
    return [f"{hit.scheme} {hit.code} {hit.name}: {hit.gloss}" for hit in codes.search(text, limit=_SHOWN)]


def _rule(text: str) -> list[str]:
    load_rules()
    return list(explained(text.upper())) if text.upper() in RULES else []


def _noun(text: str) -> list[str]:
    names = {name.lower(): name for name in PROFILES}
    if (name := names.get(text.lower())) is None:
        return []
    profile = PROFILES[name]
    kind = "noun" if name in NOUNS else "Get profile"
    lines = [f"{name}: {kind} of {profile.edition}", f"  namespace: {profile.namespace}"]
    lines.append(f"  structure: {profile.confidence}" + (f" ({profile.estimate})" if profile.estimate else ""))
    if name in NOUNS and profile.get_profile is not None:
        lines.append(f"  requested with: {profile.get_profile.name}")
    if doc := (profile.cls.__doc__ or "").strip():
        lines.append(f"  {' '.join(doc.partition(chr(10) * 2)[0].split())}")
    members = profile.cls.__xml__.members
    return [*lines, f"  members: {', '.join(member.tag for member in members)}"]


def _reading_type(text: str) -> list[str]:
    found: Any = codes.ReadingTypeCode.parse_lenient(text)
    if found.code is None or text.count(".") < len(codes.FIELDS) // 2:
        return []
    code = found.code
    lines = [f"reading type {code}: {code.describe()}"]
    for field in codes.FIELDS:
        value = getattr(code, field.name, None)
        number = code.numbers[field.index]
        if number:
            name, gloss = getattr(value, "name", ""), getattr(value, "gloss", "")
            lines.append(f"  {field.cim} {number}" + (f": {name}" if name else "") + (f", {gloss}" if gloss else ""))
    lines += [f"  OBIS {mapped.obis}" for mapped in codes.obis_codes(code)]
    return [*lines, *_remarks(dict.fromkeys([*found.remarks, *code.remarks]))]


def _event(text: str) -> list[str]:
    return _device_code(text, "event", codes.EndDeviceEventCode.parse, codes.EndDeviceEventCode.named)


def _control(text: str) -> list[str]:
    return _device_code(text, "control", codes.EndDeviceControlCode.parse, codes.EndDeviceControlCode.named)


def _device_code(text: str, kind: str, parse: Callable[[str], Any], named: Callable[[str], Any]) -> list[str]:
    code = parse(text) if text[:1].isdigit() or text[:1] == "*" else named(text)
    if not code.is_listed and _other_is_listed(code):
        return []
    lines = [f"{kind} {code}: {code.describe()}"]
    if code.name:
        lines.append(f"  name: {code.name}")
    if not code.is_listed:
        lines.append(f"  in no list of {kind}s that is known")
    lines += [f"  answers {one.control}: {one.outcome}" for one in getattr(code, "answers", ())]
    lines += [f"  answered by {one.event}: {one.outcome}" for one in getattr(code, "answered_by", ())]
    return [*lines, *_remarks(code.remarks)]


def _other_is_listed(code: Any) -> bool:
    other: Any = codes.EndDeviceEventCode
    if isinstance(code, codes.EndDeviceEventCode):
        other = codes.EndDeviceControlCode
    return bool(other(code.numbers).is_listed)


def _quality(text: str) -> list[str]:
    code = codes.ReadingQualityCode.parse(text) if text[:1].isdigit() else codes.ReadingQualityCode.named(text)
    listed = [] if code.is_listed else ["  in no list of reading qualities that is known"]
    return [f"reading quality {code}: {code.describe()}", f"  name: {code.name}", *listed, *_remarks(code.remarks)]


def _obis(text: str) -> list[str]:
    try:
        code = codes.ObisCode.parse(text)
        of = ""
    except CodeError:
        if text.count(".") == 1:  # E is left out, but it is rather a reply code
            return []
        code = codes.ObisCode.parse(text, medium=_ELECTRICITY)
        of = ", taken as electricity"
    mapped = codes.reading_types(code)
    if of and not mapped:
        return []
    lines = [f"OBIS {code}{of}" + ("" if mapped else ": no reading type is known for it")]
    for one in mapped[:_SHOWN]:
        lines.append(f"  {one.reading_type.describe()} ({one.reading_type})")
        lines += [f"    {note}" for note in one.notes]
    return lines


def _reply(text: str) -> list[str]:
    names = {known.name.lower(): code for code, known in codes.REPLY_CODES.items()}
    found = names.get(text.lower(), text)
    if found not in codes.REPLY_CODES:
        return []
    code = codes.REPLY_CODES[found]
    lines = [f"reply code {code.code}: {code.meaning}", f"  name: {code.name}", f"  level: {code.level}"]
    if code.objects:
        lines.append(f"  about: {code.objects}")
    if code.pair:
        lines.append(f"  about: {' and '.join(code.pair)}")
    lines.append(f"  {'nothing more is to be expected' if code.final else 'more is to be expected'}")
    if code.retry:
        lines.append("  the same request may succeed later")
    return [*lines, *([f"  what to do: {code.advice}"] if code.advice else [])]


def _remarks(remarks: Any) -> list[str]:
    return [f"  note: {remark}" for remark in remarks]
