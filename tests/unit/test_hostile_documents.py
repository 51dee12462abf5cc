"""Hostile documents through every door: one error or a message with findings, in little time and memory.

What is promised of each single mechanism is in ``test_hostile.py`` and ``test_limits.py``; here, every way in has to
keep all of it.
"""

from __future__ import annotations

import base64
import gzip
import io
import os
import random
import socket
import subprocess
import sys
import textwrap
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.inspecting import inspect

ROOT = Path(__file__).resolve().parents[2]
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
REFUSED = (cim.XmlError, cim.UnknownMessageError)
MESSAGE = xml.event(
    f'<m:MeterReadings xmlns:m="{xml.READINGS}"><m:MeterReading v:mark="1"><m:Readings><m:value>47 &amp; é</m:value>'
    f'<m:ReadingType ref="{xml.CODE}"/></m:Readings><v:x>text</v:x></m:MeterReading></m:MeterReadings>'
)


def strict(source: Any) -> Any:
    try:
        return cim.load(source, mode="strict").message
    except cim.InvalidMessageError as error:
        assert error.findings
        return None


DOORS: dict[str, Callable[[Any], Any]] = {
    "read": cim.read,
    "strict": strict,
    "lax": lambda source: cim.load(source).message,
    "raw": lambda source: cim.load(source, mode="raw").message,
    "unwrap": lambda source: cim.soap.unwrap(source).message,
}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Findings are expected here, so that ``read`` need not warn of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cim.CimWarning)
        yield


@contextmanager
def soon(seconds: float = 20) -> Iterator[None]:
    """Fail when something takes far more than the second or so that it needs; what is meant would take hours."""
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def refused(source: Any, kind: type[cim.Cim61968Error], text: str = "") -> None:
    """Make sure that all doors refuse a source with the same error, and that checking reports it as one finding."""
    said = set()
    for name, door in DOORS.items():
        with pytest.raises(kind) as caught:
            door(source)
        assert type(caught.value) is kind, name
        said.add(str(caught.value))
    assert len(said) == 1
    assert text in said.pop()
    report = cim.validate(source)
    assert [finding.rule for finding in report.findings] == [caught.value.rule]  # type: ignore[attr-defined]
    assert (report.ok, report.message) == (False, None)
    if issubclass(kind, cim.XmlError):
        with pytest.raises(kind):
            inspect(source)


def accepted(source: Any) -> Any:
    """Make sure that all doors read a source, and the same from it; return the message."""
    messages = {name: door(source) for name, door in DOORS.items()}
    found = messages.pop("raw")
    assert all(message in (found, None) for message in messages.values())
    assert cim.validate(source).message == found
    assert inspect(source).problem == ""
    assert cim.load(cim.to_bytes(found, mode="lax")).message == found
    return found


def outcome(door: Callable[[Any], Any], source: Any) -> Any:
    """Return what a door makes of a source, None for an error of the library; nothing else may come out."""
    try:
        return door(source)
    except cim.Cim61968Error as error:
        assert str(error)
        return None


# document type declarations, inclusions, instructions, locations

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
DTDS = {
    "empty": "<!DOCTYPE x>",
    "internal entity": '<!DOCTYPE x [<!ENTITY e "1">]>',
    "external entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]>',
    "public entity": '<!DOCTYPE x [<!ENTITY e PUBLIC "-//X//EN" "{url}">]>',
    "unparsed entity": '<!DOCTYPE x [<!NOTATION n SYSTEM "{url}"><!ENTITY e SYSTEM "{url}" NDATA n>]>',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "{url}"> %p;]>',
    "parameter entity within": '<!DOCTYPE x [<!ENTITY % p "<!ENTITY e &#x27;1&#x27;>"> %p;]>',
    "external subset": '<!DOCTYPE x SYSTEM "{url}">',
    "public subset": '<!DOCTYPE x PUBLIC "-//X//EN" "{url}">',
    "default attribute": '<!DOCTYPE x [<!ATTLIST x a CDATA "1">]>',
    "entities that grow": f'<!DOCTYPE x [<!ENTITY e0 "0123456789">{ENTITIES}]>',
    "one long entity": f'<!DOCTYPE x [<!ENTITY e "{"x" * 100_000}">]>',
    "entity of itself": '<!DOCTYPE x [<!ENTITY e "&f;"><!ENTITY f "&e;">]>',
}


def in_utf7(text: str) -> bytes:
    """Encode a text in UTF-7 so that none of the marks of XML is to be seen in the bytes."""
    data = text.encode("ascii")
    for mark in b"<!&?":
        data = data.replace(bytes([mark]), b"+" + base64.b64encode(bytes([0, mark])).rstrip(b"=") + b"-")
    return data


ENCODED: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode(),
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-7": lambda text: b'<?xml version="1.0" encoding="UTF-7"?>' + in_utf7(text),
    "windows-1252": lambda text: f'<?xml version="1.0" encoding="windows-1252"?>{text}'.encode("cp1252"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "gzip of UTF-16": lambda text: gzip.compress(text.encode("utf-16")),
    "gzip of UTF-7": lambda text: gzip.compress(b'<?xml version="1.0" encoding="UTF-7"?>' + in_utf7(text)),
    "after many blanks": lambda text: b"\n" * 2000 + text.encode(),
    "after a comment": lambda text: f"<!-- x -->{text}".encode(),
}
PLAIN = xml.reading("<m:value>47</m:value>")


@pytest.mark.parametrize("encode", ENCODED.values(), ids=list(ENCODED))
@pytest.mark.parametrize("dtd", DTDS.values(), ids=list(DTDS))
def test_document_type_declaration_is_refused_at_every_door(dtd: str, encode: Callable[[str], bytes]) -> None:
    refused(encode(dtd.replace("{url}", "http://127.0.0.1:9/x") + PLAIN), cim.ForbiddenXmlError, "(DTD)")


@pytest.mark.parametrize("encode", ENCODED.values(), ids=list(ENCODED))
def test_the_same_without_declaration_is_read_in_every_encoding(encode: Callable[[str], bytes]) -> None:
    assert accepted(encode(PLAIN)) == cim.read(PLAIN)


def test_blanks_are_kept_where_comments_cannot_be_seen_in_the_bytes() -> None:
    text = xml.reading("<m:value> <!-- x --> </m:value>")

    assert accepted(ENCODED["UTF-7"](text)) == accepted(text) != cim.read(xml.reading("<m:value/>"))


def test_entities_that_grow_take_no_time_at_any_door() -> None:
    text = DTDS["entities that grow"] + xml.readings("&e9;" * 100, ' a="&e9;"')

    with soon():
        for door in (*DOORS.values(), inspect, cim.validate):
            assert outcome(door, text) is None or door is cim.validate


@pytest.mark.parametrize("dtd", DTDS.values(), ids=list(DTDS))
def test_document_type_declaration_in_a_compressed_payload_is_refused(dtd: str) -> None:
    header = cim.Header(verb=cim.Verb("created"), noun="MeterReadings")
    text = base64.b64encode(gzip.compress((dtd + PLAIN).encode())).decode()
    message = cim.EventMessage(header=header, payload=cim.Payload(compressed=text))

    with pytest.raises(cim.ForbiddenXmlError):
        cim.expand(message)
    assert cim.validate(cim.to_bytes(message)).message == message


class Listener:
    """A server on this machine that knows whether anybody has called."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/x"

    def was_called(self) -> bool:
        try:
            self.socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """Forbid this process to make sockets, and listen for what parsers do on their own."""
    found = Listener()

    def forbidden(*_arguments: Any, **_options: Any) -> Any:
        raise AssertionError("a socket was made")

    monkeypatch.setattr(socket, "socket", forbidden)
    yield found
    found.socket.close()


def test_the_listener_hears(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not listener.was_called()
    with pytest.raises(AssertionError, match="a socket was made"):
        socket.create_connection(("127.0.0.1", 9))
    monkeypatch.undo()
    with socket.create_connection(listener.socket.getsockname()):
        assert listener.was_called()


LOCATIONS = {
    "inclusion": xml.readings('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{url}" parse="text"/>'),
    "inclusion of XML": xml.readings('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{url}"/>'),
    "stylesheet": '<?xml-stylesheet type="text/xsl" href="{url}"?>' + PLAIN,
    "model": '<?xml-model href="{url}"?>' + PLAIN,
    "schema location": xml.readings(attributes=f' xsi:schemaLocation="{xml.READINGS} {{url}}"'),
    "schema without namespace": xml.readings(attributes=' xsi:noNamespaceSchemaLocation="{url}"'),
    "schema of unknown content": xml.event('<v:x xsi:schemaLocation="urn:northmoor:extra {url}"/>'),
    "base": xml.readings('<v:x href="x"/>', ' xml:base="{url}"'),
    "namespace": xml.event('<x xmlns="{url}"/>'),
    "namespace of the message": xml.event(namespace="{url}"),
}


@pytest.mark.parametrize("text", LOCATIONS.values(), ids=list(LOCATIONS))
def test_nothing_that_a_document_names_is_fetched(text: str, listener: Listener, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")

    accepted(text.replace("{url}", listener.url))
    assert "do not tell" not in repr(accepted(text.replace("{url}", secret.as_uri())))
    assert not listener.was_called()


@pytest.mark.parametrize("dtd", [dtd for dtd in DTDS.values() if "{url}" in dtd])
def test_nothing_that_a_declaration_names_is_fetched(dtd: str, listener: Listener, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("<!ENTITY e 'do not tell'>")

    for url in (listener.url, secret.as_uri(), str(secret)):
        for entity in ("", "&e;"):
            text = dtd.replace("{url}", url) + xml.reading(f"<m:value>{entity}</m:value>")
            assert "do not tell" not in str(cim.validate(text))
            assert outcome(cim.load, text) is None
    assert not listener.was_called()


# depth, width and length

DEEP = 10**6
DEPTHS = {
    "unknown": xml.readings("{}").replace("{}", "<v:x>" * DEEP + "</v:x>" * DEEP),
    "known": xml.readings("{}").replace("{}", "<m:MeterReading>" * DEEP + "</m:MeterReading>" * DEEP),
    "within a value": xml.reading("<m:value>{}</m:value>").replace("{}", "<x>" * DEEP + "</x>" * DEEP),
    "roots": "<a>" * DEEP,
    "SOAP": f"<s:Envelope xmlns:s='{SOAP}'>" + "<s:Body><s:Envelope>" * DEEP,
    "faults": f"<s:Envelope xmlns:s='{SOAP}'>" + "<s:Body><s:Fault><detail><s:Envelope>" * DEEP,
    "namespaces": '<a xmlns="urn:a">' * DEEP,
    "operations": f'<Request xmlns="{xml.MESSAGE}">' * DEEP,
}


@pytest.mark.parametrize("text", DEPTHS.values(), ids=list(DEPTHS))
def test_a_million_levels_are_refused(text: str) -> None:
    with soon():
        refused(text.encode(), cim.LimitError, "Excessive depth")


@pytest.mark.parametrize("name", ["Body", "Fault"])
def test_envelopes_in_envelopes_are_no_message(name: str) -> None:
    """As deep as the parser goes when it is told that a document is large."""
    inner, outer = ("<s:Fault><detail>", "</detail></s:Fault>") if name == "Fault" else ("", "")
    start = f"<s:Envelope xmlns:s='{SOAP}'><s:Body>{inner}"
    end = f"{outer}</s:Body></s:Envelope>"
    levels = 500 if inner else 1000
    text = start * levels + " " * 10_500_000 + end * levels

    with soon():
        report = cim.validate(text)
    assert [finding.rule for finding in report.findings] in (["ENV100"], ["ENV122"], ["XML003"])
    with pytest.raises(REFUSED):
        cim.read(text)


def test_a_document_with_many_attributes_on_one_element_is_refused() -> None:
    many = "".join(f' a{number}="1"' for number in range(100_000))

    for text in (xml.readings(attributes=many), xml.event(f"<v:x><v:y{many}/></v:x>")):
        with soon():
            refused(text, cim.LimitError, "raise Limits(max_attributes=...)")


def declared(count: int, name: str = "urn:{}") -> str:
    return "".join(f' xmlns:n{number}="{name.format(number)}"' for number in range(count))


NAMESPACES = {
    "root": xml.readings("<v:x/>" * 2000, declared(20_000)),
    "known element": xml.readings(f"<m:MeterReading{declared(20_000)}>{'<v:x>n1:a</v:x>' * 2000}</m:MeterReading>"),
    "unknown element": xml.event(f"<v:x{declared(20_000)}>{'<v:y/>' * 2000}</v:x>"),
    "level by level": xml.event("".join(f"<v:x{declared(9, f'urn:{n}-{{}}')}>" for n in range(99)) + "</v:x>" * 99),
    "names of errors": xml.envelope(
        xml.header("reply") + f"<msg:Reply{declared(20_000)}><msg:Result>OK</msg:Result>"
        f"{'<msg:Error><msg:code>1</msg:code><msg:xpath>n1:a</msg:xpath></msg:Error>' * 2000}</msg:Reply>",
        "ResponseMessage",
    ),
}


@pytest.mark.parametrize("text", NAMESPACES.values(), ids=list(NAMESPACES))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_very_many_namespaces_are_refused(text: str, encoding: str) -> None:
    with soon():
        refused(text.encode(encoding), cim.LimitError, "more than 128 namespaces are declared around one element")


def test_namespaces_that_are_declared_again_and_again_are_read() -> None:
    text = xml.readings("<w:x xmlns:w='urn:w'/>" * 2000)

    with soon():
        assert len(accepted(text).foreign.elements) == 2000


def test_the_number_of_namespaces_is_a_setting() -> None:
    text = xml.readings("<v:x/>" + " " * 9000, declared(200))

    with pytest.raises(cim.LimitError, match=r"raise Limits\(max_namespaces=\.\.\.\)"):
        cim.read(text)
    assert cim.read(text, limits=cim.Limits(max_namespaces=300)).foreign.elements


LONG = "urn:" + "w" * 500_000
LENGTHS = {
    "unknown elements": xml.readings("<w:x/>" * 20_000, f' xmlns:w="{LONG}"'),
    "unknown attributes": xml.readings(attributes=f" xmlns:w='{LONG}'" + "".join(f' w:a{n}=""' for n in range(20_000))),
    "root": f'<w:MeterReadings xmlns:w="{LONG}">{"<w:MeterReading/>" * 20_000}</w:MeterReadings>',
    "message": xml.event("", namespace=LONG),
    "payloads": xml.event("<w:MeterReadings/>" * 20_000).replace("<msg:Payload", f"<msg:Payload xmlns:w = '{LONG}'"),
    "within unknown content": xml.event(f"<v:x xmlns='{LONG}'>{'<y/>' * 20_000}</v:x>"),
}


@pytest.mark.parametrize("text", LENGTHS.values(), ids=list(LENGTHS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be"])
def test_a_namespace_that_would_be_repeated_without_end_is_refused(text: str, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    reason = "a namespace has 500,004 characters; expected at most 1,000"

    with soon():
        refused(mark + text.encode(encoding), cim.LimitError, reason)


def test_namespaces_up_to_a_thousand_characters_are_read_and_a_mention_is_none() -> None:
    name = "urn:" + "w" * 996
    mention = f"<m:value>xmlns=&quot;{'w' * 20_000} xmlns='{'w' * 20_000}</m:value>"

    accepted(xml.readings("<w:x/>", f' xmlns:w="{name}"') + " " * 9000)
    accepted(xml.reading(mention))


@pytest.mark.parametrize("namespace", ["x", "a/b", "../x", "http", "%41", ";", "//x", "#"])
def test_namespaces_that_are_no_absolute_uri_are_namespaces(namespace: str) -> None:
    for text in (
        xml.readings("<w:x a='w:k'><w:y/>text</w:x><x/>", f' xmlns:w="{namespace}"'),
        xml.event("<v:x/>", namespace=namespace).replace("</msg:Payload>", "</msg:Payload><v:more/>"),
        xml.event(f"<x xmlns='{namespace}'>v:name</x>"),
    ):
        loaded = cim.load(text)
        assert loaded.message == accepted(text)
        assert namespace in cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect).decode()


def test_findings_without_number_are_counted_and_not_kept() -> None:
    text = xml.readings("x<m:MeterReading/>" * 10_000)

    for findings in (cim.load(text).findings, cim.validate(text).findings, cim.soap.unwrap(text).findings):
        assert len(findings) == 1001
        assert findings[-1].rule == "FND001"
        assert "9000 more findings are not listed" in findings[-1].message


def test_findings_on_elements_of_very_many_names_take_time_in_proportion() -> None:
    text = xml.readings("".join(f"<v:x{number}/>" for number in range(1000)) + "<m:MeterReading/>" * 30_000)

    with soon():
        findings = cim.load(text).findings
    assert findings[-1].path == "/MeterReadings/x999"
    assert len(findings) == 1000


def test_very_long_names_are_shortened_in_paths() -> None:
    name = "Create" + "A" * 40_000
    head = "<t:Header><msg:Verb>create</msg:Verb><msg:Noun>A</msg:Noun></t:Header>"
    text = f'<t:{name} xmlns:t="urn:t" xmlns:msg="{xml.MESSAGE}">{head}{"<t:x/>" * 900}</t:{name}>'

    findings = cim.validate(text).findings
    assert len(findings) > 900
    assert all(len(finding.path) < 1000 for finding in findings)


@pytest.mark.parametrize("text", ["x" * 10**6 + " :", "x." * 10**5 + "é:", "v:x " * 10**5, ":" * 10**6, "v:" * 10**5])
def test_texts_of_unknown_content_are_searched_for_prefixes_once(text: str) -> None:
    with soon():
        found = cim.load(xml.readings(f"<v:x a='{text}'>{text}</v:x>"), mode="raw").message.foreign.elements[0].element
    assert f' xmlns:v="{xml.VENDOR}"' in found.xml[:60]


@pytest.mark.parametrize("start", ["<a ", "<a b='", "<!-- ", "<v:x a='"])
def test_blanks_in_namespaces_are_searched_for_once(start: str) -> None:
    blank = xml.readings(f"{start}{'xmlns ' * 100_000}", " xmlns:b=' urn:b'")

    with soon():
        refused(blank.partition("</m:")[0], cim.NotWellFormedError)


def test_header_blocks_without_number_are_kept() -> None:
    blocks = '<h:a xmlns:h="urn:h">1</h:a>' * 20_000
    text = f'<s:Envelope xmlns:s="{SOAP}"><s:Header>{blocks}</s:Header><s:Body>{xml.event()}</s:Body></s:Envelope>'

    with soon():
        letter = cim.soap.unwrap(text)
    assert len(letter.headers) == 20_000
    assert all(len(str(finding)) < 1000 for finding in letter.findings)


# bombs and memory


def bounded(code: str, megabytes: int, seconds: int = 30) -> str:
    """Run Python in a process that can take only so much memory and time, and return what it prints."""
    head = f"""
        import resource
        resource.setrlimit(resource.RLIMIT_AS, ({megabytes << 20}, {megabytes << 20}))
        resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
        import base64, gzip, warnings
        import cim61968_9 as cim
        warnings.simplefilter("ignore")
        READINGS = {xml.READINGS!r}

        def outcome(door, source):
            try:
                return type(door(source)).__name__
            except cim.Cim61968Error as error:
                return type(error).__name__
    """
    script = textwrap.dedent(head) + textwrap.dedent(code)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


on_unix = pytest.mark.skipif(sys.platform == "win32", reason="the system cannot bound the memory of a process")


@on_unix
def test_bombs_are_refused_in_little_memory() -> None:
    printed = bounded(
        """
        layer = gzip.compress(b" " * 1_000_000, 9) * 300  # 300 MB
        bombs = [layer, gzip.compress(layer), gzip.compress(gzip.compress(layer))]
        for bomb in bombs:
            for door in (cim.read, cim.load, cim.soap.unwrap, cim.validate):
                print(outcome(door, bomb))
            text = base64.b64encode(bomb).decode()
            header = cim.Header(verb=cim.Verb("created"), noun="MeterReadings")
            message = cim.EventMessage(header=header, payload=cim.Payload(compressed=text))
            print(outcome(cim.expand, message), outcome(cim.validate, cim.to_bytes(message)))
        """,
        megabytes=700,
    )

    assert printed.split() == [
        *(["LimitError"] * 3 + ["Report"] + ["LimitError", "Report"]),
        *(["NotWellFormedError"] * 3 + ["Report"] + ["CompressionError", "Report"]) * 2,
    ]


@on_unix
def test_a_text_of_a_hundred_megabytes_takes_a_few_times_its_size() -> None:
    printed = bounded(
        """
        value = b"<m:Readings><m:value>" + b"x" * 100_000_000 + b"</m:value><m:ReadingType ref='x'/></m:Readings>"
        head = f"<m:MeterReadings xmlns:m='{READINGS}'><m:MeterReading>".encode()
        text = head + value + b"</m:MeterReading></m:MeterReadings>"
        del value
        print(outcome(cim.load, text), outcome(cim.validate, text))
        text = text.replace(b"<m:value>", b"<m:value/>").replace(b"</m:value>", b"")
        print(outcome(cim.load, text))
        """,
        megabytes=1200,
    )

    assert printed.split() == ["Loaded", "Report", "Loaded"]


def test_other_archives_are_no_xml() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.xml", MESSAGE)

    refused(archive.getvalue(), cim.NotWellFormedError)
    refused(gzip.compress(archive.getvalue()), cim.NotWellFormedError)
    refused(gzip.compress(gzip.compress(MESSAGE.encode())), cim.NotWellFormedError)


# damage

ENCODINGS: dict[str, tuple[bytes, bool]] = {
    "no mark and no declaration, UTF-16": (MESSAGE.encode("utf-16-le"), False),
    "UTF-8 said to be UTF-16": (b'<?xml version="1.0" encoding="UTF-16"?>' + MESSAGE.encode(), False),
    "UTF-16 said to be UTF-8": (f'<?xml version="1.0" encoding="UTF-8"?>{MESSAGE}'.encode("utf-16"), True),
    "UTF-8 said to be ASCII": (b'<?xml version="1.0" encoding="US-ASCII"?>' + MESSAGE.encode(), False),
    "Latin-1 said to be UTF-8": (b'<?xml version="1.0" encoding="UTF-8"?>' + MESSAGE.encode("latin-1"), False),
    "Latin-1 said to be nothing": (MESSAGE.encode("latin-1"), False),
    "Latin-1": (b'<?xml version="1.0" encoding="ISO-8859-1"?>' + MESSAGE.encode("latin-1"), True),
    "mark of UTF-8 before UTF-16": (b"\xef\xbb\xbf" + MESSAGE.encode("utf-16-le"), False),
    "mark of UTF-16 before UTF-8": (b"\xff\xfe" + MESSAGE.encode(), False),
    "mark of UTF-16, the other end": (b"\xfe\xff" + MESSAGE.encode("utf-16-le"), False),
    "two marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + MESSAGE.encode(), False),
    "half a character of UTF-16": (MESSAGE.encode("utf-16")[:-1], False),
    "half a pair of UTF-16": (MESSAGE.replace("é", "\ud83d").encode("utf-16", "surrogatepass"), False),
    "overlong letter": (MESSAGE.encode().replace(b"47", b"\xc1\xb4"), False),
    "overlong mark": (MESSAGE.encode().replace(b"47", b"\xc0\xbcx/>"), False),
    "overlong null": (MESSAGE.encode().replace(b"47", b"\xc0\x80"), False),
    "null": (MESSAGE.encode().replace(b"47", b"\0"), False),
    "null at the end": (MESSAGE.encode() + b"\0", False),
    "null in a name": (MESSAGE.encode().replace(b"m:value", b"m:val\0ue"), False),
    "surrogate": (MESSAGE.encode().replace(b"47", b"\xed\xa0\x80"), False),
    "reference to a surrogate": (MESSAGE.encode().replace(b"47", b"&#xD800;"), False),
    "reference to null": (MESSAGE.encode().replace(b"47", b"&#0;"), False),
    "reference beyond Unicode": (MESSAGE.encode().replace(b"47", b"&#x110000;"), False),
    "reference to the last character": (MESSAGE.encode().replace(b"47", b"&#x10FFFF;"), True),
    "no character": (MESSAGE.encode().replace(b"47", b"\xef\xbf\xbf"), False),
    "beyond Unicode": (MESSAGE.encode().replace(b"47", b"\xf4\x90\x80\x80"), False),
    "escape of a terminal": (MESSAGE.encode().replace(b"47", b"\x1b[2J"), False),
    "delete and C1": (MESSAGE.encode().replace(b"47", b"\x7f\xc2\x85\xc2\x9b"), True),
    "unknown encoding": (b'<?xml version="1.0" encoding="x-northmoor"?>' + MESSAGE.encode(), False),
    "no encoding": (b'<?xml version="1.0" encoding=""?>' + MESSAGE.encode(), False),
    "very long encoding": (b'<?xml version="1.0" encoding="' + b"a" * 100_000 + b'"?>' + MESSAGE.encode(), False),
    "unknown version": (b'<?xml version="9.9"?>' + MESSAGE.encode(), False),
    "newer version": (b'<?xml version="1.1"?>' + MESSAGE.encode(), True),
    "two declarations": (b'<?xml version="1.0"?>' * 2 + MESSAGE.encode(), False),
    "declaration after a blank": (b' <?xml version="1.0"?>' + MESSAGE.encode(), False),
}


@pytest.mark.parametrize(("data", "good"), ENCODINGS.values(), ids=list(ENCODINGS))
def test_an_encoding_is_what_it_says_or_an_error(data: bytes, good: bool) -> None:
    for source in (data, gzip.compress(data)):
        if good:
            accepted(source)
        else:
            refused(source, cim.NotWellFormedError)


def test_texts_with_characters_that_no_encoding_has_are_refused() -> None:
    for text in (MESSAGE.replace("47", "\ud800"), MESSAGE.replace("m:value", "m:val\udcffue"), f"{MESSAGE}\udfff"):
        refused(text, cim.NotWellFormedError, "lone surrogate")


SMALL = sorted(
    path
    for folder in ("examples/data", "tests/golden")
    for path in (ROOT / folder).rglob("*.xml")
    if path.stat().st_size < 4000
)


def test_there_are_small_messages_to_damage() -> None:
    assert len(SMALL) > 6


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_message_cut_at_every_byte_is_refused(path: Path) -> None:
    data = path.read_bytes()
    whole = len(data.rstrip())
    doors = [*DOORS.values(), inspect]

    for length in range(whole):
        with pytest.raises(cim.NotWellFormedError):
            doors[length % len(doors)](data[:length])
    for length in range(0, whole, 29):
        (found,) = cim.validate(data[:length]).findings
        assert found.rule == "XML001"
        assert found.line is not None


@pytest.mark.parametrize("path", SMALL[::3], ids=lambda path: path.stem)
def test_message_with_any_byte_changed_is_refused_or_read(path: Path) -> None:
    data, chance = path.read_bytes(), random.Random(path.stem)
    doors = [*DOORS.values(), inspect, cim.validate]

    for position in range(len(data)):
        damaged = data[:position] + bytes([chance.randrange(256)]) + data[position + 1 :]
        outcome(doors[position % len(doors)], damaged)


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_message_with_pieces_doubled_or_swapped_is_refused_or_read(path: Path) -> None:
    data, chance = path.read_bytes(), random.Random(path.stem)

    for _ in range(40):
        one, two, three = sorted(chance.randrange(len(data) + 1) for _ in range(3))
        for damaged in (data[:two] + data[one:], data[:one] + data[two:three] + data[one:two] + data[three:]):
            found = outcome(lambda source: cim.load(source, mode="raw").message, damaged)
            report = cim.validate(damaged)
            assert report.message == found
            assert report.ok or report.findings


# sources

NAMES = [
    *(
        "reply.xml",
        "readings of Monday.xml",
        " .xml",
        "-",
        "é \U0001f50c.xml",
        "a'b\".xml",
        "%s {} {0} %(x)d.xml",
        "..xml",
    ),
    *("x" * 200, "\\x.xml", "$(x);&|.xml", "<x>.xml", "a\nb.xml", "\x1b[2J.xml", "con.xml", "*?[.xml", "\u202egpj.xml"),
]


def path_of(folder: Path, name: str | bytes) -> Path | None:
    """Return a file of that name, None where the system has no such names."""
    path = folder / os.fsdecode(name)
    try:
        path.touch()
    except (OSError, ValueError):
        return None
    return path


def test_files_of_any_name_are_read_and_named_in_errors(tmp_path: Path) -> None:
    paths = [path for name in (*NAMES, b"\xff\xfe.xml") if (path := path_of(tmp_path, name)) is not None]
    assert len(paths) > 8

    for path in paths:
        path.write_text(MESSAGE, encoding="utf-8")
        assert accepted(path) == accepted(MESSAGE)
        path.write_bytes(gzip.compress(MESSAGE.encode()))
        assert cim.read(path) == cim.read(MESSAGE)
        path.write_text(MESSAGE[:-9], encoding="utf-8")
        refused(path, cim.NotWellFormedError, f"{path.name}, line 1, column")


def test_files_that_cannot_be_read_are_errors_of_the_system_at_every_door(tmp_path: Path) -> None:
    for source in (tmp_path / "absent.xml", str(tmp_path / "absent.xml"), tmp_path):
        for door in (*DOORS.values(), inspect, cim.validate):
            with pytest.raises(OSError, match=r"absent\.xml|is a folder|denied"):
                door(source)


@pytest.mark.parametrize("source", [None, 47, object(), ["<a/>"], {"a": 1}, iter("<a/>"), MESSAGE.encode, float("nan")])
def test_what_is_no_source_is_said_to_be_none_at_every_door(source: Any) -> None:
    for door in (*DOORS.values(), inspect, cim.validate):
        with pytest.raises(cim.SourceError, match=r"^cannot read XML from "):
            door(source)


class Faltering(io.RawIOBase):
    """A stream that breaks off."""

    def __init__(self, error: Exception) -> None:
        self.left = [MESSAGE.encode()[:100]]
        self.error = error

    def readable(self) -> bool:
        return True

    def read(self, _size: int = -1) -> bytes:
        if self.left:
            return self.left.pop()
        raise self.error


def test_streams_that_break_off_raise_what_the_system_says() -> None:
    for door in (*DOORS.values(), inspect, cim.validate):
        with pytest.raises(ConnectionResetError):
            door(Faltering(ConnectionResetError("gone")))
