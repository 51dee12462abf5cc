"""Messages around the payloads of samples."""

from __future__ import annotations

from typing import Any, Literal, TypeVar, cast, overload

from .._generated.message import (
    ID,
    Error,
    ErrorLevel,
    ErrorObject,
    EventMessage,
    FaultMessage,
    Message,
    Name,
    NameType,
    NameTypeAuthority,
    OperationSet,
    ProcessingLocation,
    RequestMessage,
    ResponseMessage,
    User,
)
from .._hints import perhaps
from .._mixins import EnvelopeMessage
from ..builders import cancel, change, close, create, delete, event, get
from ..identity import by_name
from ..model import Element
from ..nouns import ENVELOPES, PROFILES, registry
from ..operations import execute, in_past_tense, operation, operation_set
from ..replying import fault, reply, reply_operations
from ..verbs import KIND_OF, OPERATION_VERBS, EventVerb, RequestVerb
from ..xml.values import QualifiedName
from ._draws import Draws, Identity
from ._making import Maker
from ._tables import outline, outlines, values

__all__ = ["sample"]

M = TypeVar("M", bound=EnvelopeMessage)

_VERBS = {"RequestMessage": "get", "ResponseMessage": "reply", "EventMessage": "created", "Message": "created"}
_OPERATIONS = ("UsagePointConfig", "MeterConfig", "MasterDataLinkageConfig")
_SET = "OperationSet"
_REMOVALS = {"cancel": cancel, "close": close, "delete": delete}
_EXECUTE = ("execute", "executed")


@overload
def sample(noun: type[M], *, full: bool = ..., seed: int = ..., verb: str | None = ..., count: int = ...) -> M: ...
@overload
def sample(  # type: ignore[overload-overlap]  # another text may have the same letters
    noun: Literal["FaultMessage"], *, full: bool = ..., seed: int = ..., verb: None = ..., count: int = ...
) -> FaultMessage: ...
@overload
def sample(  # type: ignore[overload-overlap]
    noun: Literal["Message"], *, full: bool = ..., seed: int = ..., verb: str | None = ..., count: int = ...
) -> Message: ...
@overload
def sample(
    noun: str | type[Element], *, full: bool = ..., seed: int = ..., verb: RequestVerb, count: int = ...
) -> RequestMessage: ...
@overload
def sample(
    noun: str | type[Element], *, full: bool = ..., seed: int = ..., verb: Literal["reply"], count: int = ...
) -> ResponseMessage: ...
@overload
def sample(
    noun: str | type[Element], *, full: bool = ..., seed: int = ..., verb: EventVerb, count: int = ...
) -> EventMessage: ...
@overload
def sample(
    noun: str | type[Element], *, full: bool = ..., seed: int = ..., verb: str | None = ..., count: int = ...
) -> RequestMessage | ResponseMessage | EventMessage: ...
def sample(noun: Any, *, full: bool = False, seed: int = 0, verb: str | None = None, count: int = 1) -> Any:
    """Return a valid message: with what schema and rules require and one item, or in full.

    ``noun`` is the name or the class of a noun, of a Get profile, whose message is a get request, or of a kind of
    message such as ``"FaultMessage"``; ``"OperationSet"`` gives a request to execute one. A full sample has every
    element of the schema, once or as often as it takes to show what excludes each other. The verb is the one that the
    noun mostly goes with, unless it is given; ``count`` says how many items there are of what the noun is about.

    Raises:
        LookupError: There is no such noun.
        ValueError: The verb is unknown, or does not go with the noun or the kind of message.
    """
    if count < 1:
        raise ValueError(f"count is {count}; expected 1 at least")
    name = noun if isinstance(noun, str) else _name_of(noun)
    about, said = _subject(name, verb)
    made = _Sample(Draws(seed), full=full, count=count)
    if name == "FaultMessage":
        return made.fault()
    message = made.message(said, about)
    if name == "Message":
        parts = {part: getattr(message, part, None) for part in ("request", "reply", "payload")}
        return Message(header=message.header, **parts)
    return message


def _name_of(cls: type[Element]) -> str:
    known = registry.of_class(cls)
    return known.name if known is not None else cls.__name__


def _subject(name: str, verb: str | None) -> tuple[str, str]:
    """Return noun and verb of a sample."""
    if verb is not None and verb not in KIND_OF:
        raise ValueError(f"verb is {verb!r}; expected one of {', '.join(KIND_OF)}")
    if name in ENVELOPES:
        said = verb or _VERBS.get(name, "reply")
        if verb is not None and name != "Message" and KIND_OF[verb] != name:
            raise ValueError(f"verb is {verb!r}, which no {name} has; its kind of message is {KIND_OF[verb]}")
        return outlines("nouns")[said], said
    if name == _SET:
        said = verb or "execute"
        if said not in {*_EXECUTE, "reply"}:
            raise ValueError(f"verb is {said!r}; expected execute, executed or reply with an OperationSet")
        return _SET, said
    if registry.find("", name) is None:
        hint = perhaps(name, [*PROFILES, *ENVELOPES, _SET])
        raise LookupError(f"no noun {name!r}{hint or '; expected a name in cim61968_9.PROFILES'}")
    if name in PROFILES and name.startswith("Get"):
        if verb not in {None, "get"}:
            raise ValueError(f"verb is {verb!r}; expected get with {name}")
        return name.removeprefix("Get"), "get"
    return name, verb or outline("verbs", name) or "create"


class _Sample:
    """One sample in the making."""

    def __init__(self, draws: Draws, *, full: bool, count: int) -> None:
        self.draws = draws
        self.full = full
        self.count = count

    def message(self, verb: str, noun: str) -> Any:
        """Return the message of a verb and a noun."""
        kind = KIND_OF[verb]
        if kind == "ResponseMessage":
            return self._reply(noun)
        message = self._request(verb, noun) if kind == "RequestMessage" else self._event(cast("EventVerb", verb), noun)
        if self.full and message.payload is not None and not message.payload.id:
            message.payload.format = "XML"
        return message

    def fault(self) -> Any:
        """Return the answer to what could not be understood."""
        return fault(self._error() if self.full else Error(code="1.8"))

    def _request(self, verb: str, noun: str) -> Any:
        header = self._header(verb, noun)
        if self.full:
            header |= {"reply_address": "https://cis.northmoor.example/cim/reply", "ack_required": True}
        options = self._options()
        if verb == "get":
            if f"Get{noun}" in PROFILES:
                return get(self._content(f"Get{noun}"), options=options, **header)
            if self.full:
                header |= {"start": self.draws.minutes(-1440), "end": self.draws.now}
            return get(noun, ids=self._ids(noun), options=options, **header)
        if verb in _REMOVALS:
            return _REMOVALS[verb](noun, ids=self._ids(noun), options=options, **header)
        if verb == "execute":
            operations = self._operations(noun)
            return execute(*operations.operation, in_sequence=True, all_or_nothing=True, options=options, **header)
        return (create if verb == "create" else change)(self._content(noun), options=options, **header)

    def _event(self, verb: EventVerb, noun: str) -> Any:
        header = self._header(verb, noun)
        if self.full:
            header |= {"ack_required": True, "correlation_id": self.draws.mrid()}
        if verb == "executed":
            message = event(verb, in_past_tense(self._operations(noun)), **header)
        elif verb in {"created", "changed"}:
            message = event(verb, self._content(noun), **header)
        else:
            message = event(verb, noun=noun, ids=self._ids(noun), **header)
        if self.full:
            message.header.async_reply_flag = False
        return message

    def _reply(self, noun: str) -> Any:
        request = self._request("execute" if noun == _SET else "get", noun)
        header = self._header("reply", noun)
        content = None if noun == _SET else self._content(noun)
        if not self.full:
            return reply(request, content, **header)
        error = self._error()
        if noun == _SET:  # all or nothing: one that failed leaves none done
            return self._calm(reply_operations(request, {1: error}, **header))
        if content is not None:
            error.operation_id = None  # nothing else is said of operations
        message = self._calm(reply(request, content, errors=[error], **header))
        if message.payload is not None:
            message.payload.format = "XML"
        return message

    def _calm(self, message: Any) -> Any:
        message.header.async_reply_flag, message.header.ack_required = False, False
        return message

    def _content(self, name: str) -> Element:
        profile = registry.find("", name)
        assert profile is not None
        return Maker(self.draws, full=self.full).root(profile.cls, name, self.count)

    def _operations(self, noun: str) -> OperationSet:
        verb = OPERATION_VERBS[0]
        nouns = _OPERATIONS if noun == _SET else [noun]
        element = False if self.full else None
        contents = [operation(verb, self._content(one), element_operation=element) for one in nouns]
        return operation_set(*contents, in_sequence=True, all_or_nothing=True)

    def _ids(self, noun: str) -> list[ID]:
        """Return the identifiers of objects that a noun is about."""
        chosen = outline("roots", noun) or [noun.removesuffix("Config")]
        kind = next((one for one in chosen if values("names", one)), chosen[0])
        return [self._id(kind, found) for found in self._named(kind)]

    def _named(self, kind: str) -> list[Identity]:
        """Return the objects that a message without content is about."""
        return [self.draws.identity(kind)]

    def _id(self, kind: str, found: Identity) -> ID:
        if not self.full:
            return by_name(found.name)
        return by_name(found.name, type=found.kind_of_name, authority="Northmoor Grid", object_type=kind)

    def _header(self, verb: str, noun: str) -> dict[str, Any]:
        """Return the options that builders take for a header."""
        found: dict[str, Any] = {
            "source": "Northmoor-MDM" if verb == "reply" else self._source(verb, noun),
            "now": lambda: self.draws.now,
            "new_id": self.draws.mrid,
        }
        if self.full:
            found |= {
                "context": self._text("Context"),
                "comment": self._text("Comment"),
                "user": User(user_id=self._text("UserID"), organization=self._text("Organization")),
                "properties": {self._text("Property.Name"): self._text("Property.Value")},
                "nonce": self.draws.mrid(),
            }
        return found

    @staticmethod
    def _source(verb: str, noun: str) -> str:
        own = verb in {"create", "change", "created", "changed"}
        return str((outline("senders", noun) if own else None) or "Northmoor-CIS")

    def _options(self) -> dict[str, str]:
        return {self._text("Option.name"): self._text("Option.value")} if self.full else {}

    def _text(self, name: str) -> str:
        return self.draws.text(values("texts", name))

    def _error(self) -> Error:
        """Return an error that says all that an error can say."""
        meter, point = self.draws.identity("Meter"), self.draws.identity("UsagePoint")
        authority = NameTypeAuthority(name="Northmoor Grid", description=self._text("description"))
        kind = NameType(name=meter.kind_of_name, description=self._text("description"), name_type_authority=authority)
        return Error(
            code="5.7",
            level=ErrorLevel.WARNING,
            reason=self._text("Error.reason"),
            details=self._text("details"),
            xpath=QualifiedName("Meter"),
            stack_trace=self._text("stackTrace"),
            location=ProcessingLocation(
                node=self._text("ProcessingLocation.node"),
                pipeline=self._text("ProcessingLocation.pipeline"),
                stage=self._text("ProcessingLocation.stage"),
            ),
            id=by_name(meter.name, type=meter.kind_of_name, authority="Northmoor Grid", object_type="Meter"),
            related_id=by_name(point.name, object_type="UsagePoint"),
            object=ErrorObject(mrid=meter.mrid, name=[Name(name=meter.name, name_type=kind)], object_type="Meter"),
            operation_id=1,
        )
