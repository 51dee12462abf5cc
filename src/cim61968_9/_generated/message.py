# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: Message.xsd, sha256 3f3a10dbcf7dc51549c443fef13f99e34157997681625f5c72f3aeea9d5295cc
"""Message: envelope of all messages: header with verb and noun, request, reply and payload, after IEC 61968-100
edition 1.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._mixins import EnvelopeMessage, ErrorOfCode, WildcardContent

__all__ = [
    "Error",
    "ErrorLevel",
    "ErrorObject",
    "EventMessage",
    "FaultMessage",
    "Header",
    "ID",
    "IDKind",
    "Message",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Operation",
    "OperationSet",
    "Option",
    "Payload",
    "ProcessingLocation",
    "Property",
    "ReplayDetection",
    "Reply",
    "Request",
    "RequestMessage",
    "ResponseMessage",
    "Result",
    "User",
    "Verb",
]


class ErrorLevel(OpenEnum):
    """Seriousness of an error in a reply."""

    INFORM = "INFORM"
    """Mere information, such as progress or success."""
    WARNING = "WARNING"
    """Something was skipped or doubtful, but the rest went through."""
    FATAL = "FATAL"
    """The request, or the item named, could not be processed."""
    CATASTROPHIC = "CATASTROPHIC"
    """A failure beyond the single request, such as a system that is down.

    One vendor also sends it for input that cannot be parsed.
    """


class IDKind(OpenEnum):
    """What sort of identifier an ID element holds."""

    name_ = "name"
    """A name as in Names, such as a meter number.

    Its type and issuer go into idType and idAuthority.
    """
    uuid = "uuid"
    """An mRID.

    Generally assumed when the kind is not stated, though the schema sets no default.
    """
    transaction = "transaction"
    """A former transaction rather than an object of the network or the customer base."""
    other = "other"
    """Any other sort of identifier, as agreed by partners."""


class Result(OpenEnum):
    """Overall outcome of a request."""

    OK = "OK"
    """Everything asked for was done or is included.

    It ends an asynchronous exchange.
    """
    PARTIAL = "PARTIAL"
    """Only part was done or is included.

    Either some objects failed, or the result is spread over several answers, which error codes 0.1 and 0.2 mark.
    """
    FAILED = "FAILED"
    """Nothing could be done or returned because of errors.

    At least one error explains why.
    """


class Verb(OpenEnum):
    """Action words of the message header: seven for requests, one for replies, six for events."""

    cancel = "cancel"
    """Asks to withdraw something that is no longer valid, such as a control not yet carried out."""
    canceled = "canceled"
    """Reports that something was withdrawn.

    Spelt with one l.
    """
    change = "change"
    """Asks to alter existing objects.

    Send the identity and only what changes; agree whether links are added or replaced.
    """
    changed = "changed"
    """Reports that objects were altered."""
    create = "create"
    """Asks to add new objects, or to carry out a control or a work request."""
    created = "created"
    """Reports new objects.

    Also used to publish readings and device events as they come in.
    """
    close = "close"
    """Asks to end something that has run its normal course.

    Examples are completed work or a link between meter and usage point.
    """
    closed = "closed"
    """Reports that something reached its normal end."""
    delete = "delete"
    """Asks to remove objects from the integrated systems.

    The owner of the data may keep their history.
    """
    deleted = "deleted"
    """Reports that objects were removed."""
    get = "get"
    """Asks for data, selected by a Get profile, identifiers or a period."""
    reply = "reply"
    """Answers any request, whether a query or a transaction."""
    execute = "execute"
    """Asks to run an operation set.

    Not for anything else.
    """
    executed = "executed"
    """Reports that an operation set was run."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class Error(ErrorOfCode, Element):
    """One problem or remark reported in a reply, with its code and the object concerned.

    A reply may carry several, for instance one for each meter that was not found. IEC 61968-100 edition 1.
    """

    code: str
    """Machine-readable error number, such as 2.4 for an invalid meter or 0.0 for success.

    Numbers are often category.number as in IEC 61968-9, but vendors use their own lists, so treat it as an open
    string.
    """

    level: ErrorLevel | None = None
    """How serious the problem is.

    When left out, judge by the code and by Result.
    """

    reason: str | None = None
    """Short wording of the problem, fit for a log line or a screen."""

    details: str | None = None
    """Longer free explanation for the person who investigates.

    Some systems put the whole message here and leave the short wording out.
    """

    xpath: str | None = None
    """Path to the element of the request that caused the problem.

    The schema declares a qualified name, so a real path such as /a/b[1] does not validate. Read it leniently.
    """

    stack_trace: str | None = None
    """Program trace of the system that failed, meant for its developers.

    It may reveal internals, so think before sending it to a partner.
    """

    location: ProcessingLocation | None = None
    """Place in the processing chain of the sender where the problem arose.

    It has nothing to do with a geographical or service location.
    """

    id: ID | None = None
    """Identifier of the object in error, such as the mRID or name of a meter.

    Its attributes tell the kind of identifier and of object.
    """

    related_id: ID | None = None
    """Second object, when the fault lies in a pair that does not fit.

    Typical of mismatch codes, such as 2.13 for a meter and a usage point.
    """

    object: ErrorObject | None = None
    """Older way to name the object in error, by mRID or names.

    Deprecated in favour of ID, yet some head-ends still send it, so readers should accept both.
    """

    operation_id: int | None = None
    """Number of the operation that failed, when the request was an operation set.

    It repeats the number the requester gave to that operation.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Error",
        (
            Member("code", "code", "xs:string", low=1),
            Member("level", "level", "ErrorLevel"),
            Member("reason", "reason", "xs:string"),
            Member("details", "details", "xs:string"),
            Member("xpath", "xpath", "xs:QName"),
            Member("stack_trace", "stackTrace", "xs:string"),
            Member("location", "Location", "ProcessingLocation"),
            Member("id", "ID", "ID"),
            Member("related_id", "relatedID", "ID"),
            Member("object", "object", "ErrorObject"),
            Member("operation_id", "operationId", "xs:integer"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ErrorObject(Element):
    """Object in error, named by mRID or names.

    Superseded by the ID of an error, but still sent by older implementations. IEC 61968-100 edition 1.
    """

    mrid: str | None = None
    """Unique identifier of the object the error is about, usually a UUID."""

    name: list[Name] = field(factory=list)
    """Name of the object the error is about, such as a meter number.

    Several may be given, told apart by their name type.
    """

    object_type: str | None = None
    """Kind of object, such as Meter, EndDevice or UsagePoint."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ErrorObject",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("name", "Name", "Name", high=None),
            Member("object_type", "objectType", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EventMessage(EnvelopeMessage, Element):
    """Notification that something has happened, sent without a prior request.

    It uses past-tense verbs such as created, and nobody answers it at application level. IEC 61968-100 edition 1.
    """

    header: Header
    """Says what happened to which noun.

    The verb is one of created, changed, canceled, closed, deleted or executed.
    """

    payload: Payload | None = None
    """Business content of the event, or just the identifiers of the objects.

    Usually present although the schema allows it to be left out.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EventMessage",
        (
            Member("header", "Header", "Header", low=1),
            Member("payload", "Payload", "Payload"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class FaultMessage(EnvelopeMessage, Element):
    """Answer to a message that could not even be understood.

    It has no header, so it carries no correlation. Business errors belong in a normal response with result FAILED.
    IEC 61968-100 edition 1.
    """

    reply: Reply
    """States the failure and its cause.

    The result is FAILED; the errors say why.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "FaultMessage",
        (
            Member("reply", "Reply", "Reply", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Header(Element):
    """Envelope data that tells what the message is about, who sent it and how to answer.

    Only the verb and the noun are mandatory in the schema. IEC 61968-100 edition 1.
    """

    verb: Verb
    """What is asked, answered or reported about the noun.

    Always in lower case on the wire; past tense marks an event.
    """

    noun: str
    """Profile the message deals with, such as MeterReadings.

    It equals the local name of the payload root, or is literally OperationSet. A query still names the noun wanted,
    not the Get profile.
    """

    revision: str | None = None
    """Version of the message definition the sender follows.

    Values such as 1 or 2.0 are seen; absence is read as 1.
    """

    replay_detection: ReplayDetection | None = None
    """Once-only value and creation time that let a receiver refuse a message sent again.

    Useful against attackers who repeat, say, a disconnect command.
    """

    context: str | None = None
    """Environment the message belongs to, such as PRODUCTION or TESTING.

    A receiver should refuse messages meant for another environment. Free text, agreed between partners.
    """

    timestamp: dt.datetime | None = None
    """Instant the message was sent.

    Write it with Z or an offset; it is not the time of any reading or event inside.
    """

    source: str | None = None
    """System or organisation that sends the message.

    Partners agree the values.
    """

    async_reply_flag: bool | None = None
    """True when the answers are to come later at ReplyAddress.

    The direct answer is then a mere acknowledgement. Absent means a synchronous exchange.
    """

    reply_address: str | None = None
    """Where later answers are to be sent.

    A web address (http or https), topic:NAME or queue:NAME. Ignored when no acknowledgement is wanted.
    """

    ack_required: bool | None = None
    """Whether the sender wants an answer at all.

    False makes the request one-way: the receiver can only log its own errors.
    """

    user: User | None = None
    """Person or account on whose behalf the message is sent.

    Some services need it to check permission or for audit.
    """

    message_id: str | None = None
    """Identifier of this one message, never used again by its sender.

    A UUID or a running number; a reply to a request without CorrelationID quotes it there.
    """

    correlation_id: str | None = None
    """Identifier that ties requests, replies and resulting events together.

    A reply repeats that of the request, or takes the request's MessageID if there was none. An empty value is best
    read as absent.
    """

    comment: str | None = None
    """Free remark for people.

    Software must not act on it.
    """

    property: list[Property] = field(factory=list)
    """Extra name and value pairs the partners have agreed, much like properties of a JMS message."""

    extensions: list[object] = field(factory=list)
    """Private header elements from another namespace.

    They mean something only by agreement.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Header",
        (
            Member("verb", "Verb", "Verb", low=1),
            Member("noun", "Noun", "xs:string", low=1),
            Member("revision", "Revision", "xs:string"),
            Member("replay_detection", "ReplayDetection", "ReplayDetection"),
            Member("context", "Context", "xs:string"),
            Member("timestamp", "Timestamp", "xs:dateTime"),
            Member("source", "Source", "xs:string"),
            Member("async_reply_flag", "AsyncReplyFlag", "xs:boolean"),
            Member("reply_address", "ReplyAddress", "xs:string"),
            Member("ack_required", "AckRequired", "xs:boolean"),
            Member("user", "User", "User"),
            Member("message_id", "MessageID", "xs:string"),
            Member("correlation_id", "CorrelationID", "xs:string"),
            Member("comment", "Comment", "xs:string"),
            Member("property", "Property", "Property", high=None),
            Member("extensions", "##other", "any", kind="any", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ID(Element):
    """Identifier of an object or transaction, with optional attributes that explain it.

    kind tells mRID from name, idType and idAuthority qualify a name, objectType gives the class such as Meter.
    Without kind it is generally an mRID. IEC 61968-100 edition 1.
    """

    value: str
    """The text value of the schema."""

    id_type: str | None = None
    """Scheme the identifier belongs to, when it is a name: the counterpart of NameType.name in a payload."""

    id_authority: str | None = None
    """Body that issues identifiers of this scheme: the counterpart of NameTypeAuthority.name in a payload."""

    kind: IDKind | None = None
    """Sort of identifier.

    The text of Part 100 reads an absent kind as uuid, though its schema sets no default, so write it.
    """

    object_type: str | None = None
    """Class of the object identified, such as Meter or UsagePoint.

    Needed when the noun alone does not tell.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ID",
        (
            Member("value", "value", "xs:string", kind="text", low=1, default=""),
            Member("id_type", "idType", "xs:string", kind="attribute"),
            Member("id_authority", "idAuthority", "xs:string", kind="attribute"),
            Member("kind", "kind", "IDKind", kind="attribute"),
            Member("object_type", "objectType", "xs:string", kind="attribute"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Message(EnvelopeMessage, Element):
    """General form that can hold any kind of message.

    Meant for the inside of buses and adapters; between partners use the request, response, event or fault form. IEC
    61968-100 edition 1.
    """

    header: Header
    """Verb, noun and addressing data of whatever message is wrapped here."""

    request: Request | None = None
    """Filters, identifiers and options, when the wrapped message is a request."""

    reply: Reply | None = None
    """Result and errors, when the wrapped message is a response."""

    payload: Payload | None = None
    """Business content of the wrapped message, if it has any."""

    __xml__: ClassVar[XmlType] = XmlType(
        "Message",
        (
            Member("header", "Header", "Header", low=1),
            Member("request", "Request", "Request"),
            Member("reply", "Reply", "Reply"),
            Member("payload", "Payload", "Payload"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Name(Element):
    """Identifier in people's or systems' terms, such as a meter or account number.

    It is unique only together with its name type and authority. IEC 61968-100 edition 1.
    """

    name: str
    """Identifying text itself, such as the number printed on a meter."""

    name_type: NameType | None = None
    """Kind of identifier, such as serial number or premises number.

    Without it, partners must agree what the text stands for.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Name",
        (
            Member("name", "name", "xs:string", low=1),
            Member("name_type", "NameType", "NameType"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class NameType(Element):
    """Sort of identifier, so that a serial number is not taken for an account number.

    IEC 61968-100 edition 1.
    """

    name: str
    """Label of the sort of identifier, such as 'MeterNumber'.

    Partners agree the labels, so compare them exactly.
    """

    description: str | None = None
    """Explanation for people of what such identifiers are and how they are formed.

    Not needed to resolve a name.
    """

    name_type_authority: NameTypeAuthority | None = None
    """Issuer of such identifiers.

    Needed when two of them use the same kind, such as two utilities with account numbers.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "NameType",
        (
            Member("name", "name", "xs:string", low=1),
            Member("description", "description", "xs:string"),
            Member("name_type_authority", "NameTypeAuthority", "NameTypeAuthority"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class NameTypeAuthority(Element):
    """Body or system that issues identifiers, such as a utility, a maker or a billing system.

    A name of one type should be unique within it. IEC 61968-100 edition 1.
    """

    name: str
    """Short name of the issuing body or system, as agreed between partners."""

    description: str | None = None
    """Remark for people about the issuing body or system."""

    __xml__: ClassVar[XmlType] = XmlType(
        "NameTypeAuthority",
        (
            Member("name", "name", "xs:string", low=1),
            Member("description", "description", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Operation(Element):
    """One step of an operation set, such as creating a meter or linking it to a usage point.

    IEC 61968-100 edition 1.
    """

    operation_id: int
    """Number of the step, unique within the set.

    Replies and errors quote it to say which step they concern.
    """

    noun: str | None = None
    """Profile this step works on, such as MeterConfig or MasterDataLinkageConfig."""

    verb: str | None = None
    """What this step does: create, change or delete.

    In an executed event it is created, changed or deleted.
    """

    element_operation: bool | None = None
    """True when a delete removes only the parts listed and the object itself survives.

    The default is false: the whole object goes.
    """

    content: object | None = None
    """Noun document of this one step, such as a MeterConfig.

    For change and delete it holds the identity and only what is affected.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Operation",
        (
            Member("operation_id", "operationId", "xs:integer", low=1),
            Member("noun", "noun", "xs:string"),
            Member("verb", "verb", "xs:string"),
            Member("element_operation", "elementOperation", "xs:boolean", default="false"),
            Member("content", "##other", "any", kind="any"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class OperationSet(Element):
    """Several create, change and delete operations sent as one transaction.

    Also the way to remove an attribute or a link from an object. The header then has verb execute or executed and
    noun OperationSet. IEC 61968-100 edition 1.
    """

    enforce_msg_sequence: bool | None = None
    """True when the operations must run in ascending order of operationId.

    List them in the same order to be safe. Absent counts as false.
    """

    enforce_transactional_integrity: bool | None = None
    """True when either all operations succeed or none takes effect.

    Sources disagree about the default, so always write it.
    """

    operation: list[Operation] = field(factory=list)
    """Single steps of the transaction, each with its own verb, noun and content."""

    __xml__: ClassVar[XmlType] = XmlType(
        "OperationSet",
        (
            Member("enforce_msg_sequence", "enforceMsgSequence", "xs:boolean"),
            Member("enforce_transactional_integrity", "enforceTransactionalIntegrity", "xs:boolean"),
            Member("operation", "Operation", "Operation", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Option(Element):
    """Free request setting made of a name and a value.

    Its children are in lower case, unlike those of a header property. IEC 61968-100 edition 1.
    """

    name: str
    """Which setting is meant.

    The standard defines no names, so partners agree them; one vendor uses MaximumExecutionTime.
    """

    value: str | None = None
    """Chosen setting as text.

    Units and permitted values follow from the agreement about the option.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Option",
        (
            Member("name", "name", "xs:string", low=1),
            Member("value", "value", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Payload(WildcardContent, Element):
    """Business content of a message in one of four forms.

    It holds a noun document, an operation set, a compressed text, or bare identifiers. IEC 61968-100 edition 1.
    """

    content: list[object] = field(factory=list)
    """Noun document in plain XML, such as MeterReadings.

    The usual form; the element must come from a namespace of its own, not that of the envelope.
    """

    operation_set: OperationSet | None = None
    """Transaction of several operations, used with the verbs execute and executed."""

    compressed: str | None = None
    """Content packed with gzip and then written as base64.

    With Format BINARY it is base64 only. Limit the unpacked size when reading, as a small text can grow very large.
    """

    id: list[ID] = field(factory=list)
    """Identifiers of objects or transactions when no document is sent.

    Found in cancel, close or delete messages, their events, and answers to create.
    """

    format: str | None = None
    """Kind of content, such as XML, RDF, CSV, JSON or PDF.

    Absence is read as XML. Mainly of use with compressed content.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Payload",
        (
            Member("content", "##other", "any", kind="any", high=None, choice=1),
            Member("operation_set", "OperationSet", "OperationSet", choice=1),
            Member("compressed", "Compressed", "xs:string", choice=1),
            Member("id", "ID", "ID", high=None, choice=1),
            Member("format", "Format", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ProcessingLocation(Element):
    """Point in a processing chain where an error arose.

    Of use to operators of a service bus, not a place on a map. IEC 61968-100 edition 1.
    """

    node: str | None = None
    """Server or processing node that met the error."""

    pipeline: str | None = None
    """Processing flow on that node, such as a route of the service bus."""

    stage: str | None = None
    """Step within the flow, such as parsing, validation or delivery."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ProcessingLocation",
        (
            Member("node", "node", "xs:string"),
            Member("pipeline", "pipeline", "xs:string"),
            Member("stage", "stage", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Property(Element):
    """Custom header entry made of a name and a value.

    Its children are written with capitals, unlike those of a request option. IEC 61968-100 edition 1.
    """

    name: str
    """Key of the header entry, agreed between partners, such as MessageIndex."""

    value: str | None = None
    """Content of the header entry as text.

    When it is missing, the mere presence of the key may carry the meaning.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Property",
        (
            Member("name", "Name", "xs:string", low=1),
            Member("value", "Value", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReplayDetection(Element):
    """Data by which a receiver recognises a message that was sent before.

    It does no good unless receivers remember recent values. IEC 61968-100 edition 1.
    """

    nonce: str
    """Value the sender does not repeat for at least one day.

    A running number or a random string.
    """

    created: dt.datetime
    """Instant the sender made the message.

    It lets a receiver refuse anything too old to be checked.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReplayDetection",
        (
            Member("nonce", "Nonce", "xs:string", low=1),
            Member("created", "Created", "xs:dateTime", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Reply(Element):
    """Outcome of a request: overall result, errors and identifiers.

    OK to a control means accepted; what the device did follows as end device events. IEC 61968-100 edition 1.
    """

    result: Result
    """Overall outcome of the request as far as this message goes.

    With several answers, PARTIAL with error code 0.1 means more will follow and 0.2 marks the last.
    """

    error: list[Error] = field(factory=list)
    """Problems and remarks, one for each failed object or condition.

    A failed result needs at least one; codes 0.0 and 0.3 may appear on success.
    """

    id: list[ID] = field(factory=list)
    """Identifiers of the results or of the transaction.

    Typically those of newly created objects.
    """

    extensions: list[object] = field(factory=list)
    """Private additions to the reply from another namespace.

    Vendors use them for paging data, for example.
    """

    operation_id: int | None = None
    """Number of the operation this reply is about, when an operation set is answered piece by piece.

    In XML it comes last, after any private elements.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Reply",
        (
            Member("result", "Result", "Result", low=1),
            Member("error", "Error", "Error", high=None),
            Member("id", "ID", "ID", high=None),
            Member("extensions", "##other", "any", kind="any", high=None),
            Member("operation_id", "operationId", "xs:integer"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Request(WildcardContent, Element):
    """What narrows or steers a request: period, identifiers, options and the Get profile.

    Nothing in it is mandatory. IEC 61968-100 edition 1.
    """

    start_time: dt.datetime | None = None
    """Earliest instant of the data wanted.

    Ignored when a Get profile is present; use the period of its time schedule instead.
    """

    end_time: dt.datetime | None = None
    """Latest instant of the data wanted.

    As with the start, a Get profile takes precedence.
    """

    option: list[Option] = field(factory=list)
    """Settings such as a time limit or a mode of response.

    They mean something only where partners have agreed them.
    """

    id: list[ID] = field(factory=list)
    """Identifiers of the objects wanted, or of those to be deleted, cancelled or closed.

    In a query the Get profile wins over them.
    """

    content: list[object] = field(factory=list)
    """Get profile of a query, such as GetMeterReadings, or private extensions.

    The Get profile belongs here and not in the payload.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Request",
        (
            Member("start_time", "StartTime", "xs:dateTime"),
            Member("end_time", "EndTime", "xs:dateTime"),
            Member("option", "Option", "Option", high=None),
            Member("id", "ID", "ID", high=None),
            Member("content", "##other", "any", kind="any", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class RequestMessage(EnvelopeMessage, Element):
    """Message that asks for data or for something to be done.

    Its verb is get, create, change, cancel, close, delete or execute. IEC 61968-100 edition 1.
    """

    header: Header
    """Says what is asked and how to answer.

    For later answers, set AsyncReplyFlag, ReplyAddress and CorrelationID.
    """

    request: Request | None = None
    """Selection and options of the request.

    A query puts its filters here, a cancel, close or delete the identifiers of its targets.
    """

    payload: Payload | None = None
    """Business content to be created, changed or executed.

    Queries, cancel, close and delete normally leave it out.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "RequestMessage",
        (
            Member("header", "Header", "Header", low=1),
            Member("request", "Request", "Request"),
            Member("payload", "Payload", "Payload"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ResponseMessage(EnvelopeMessage, Element):
    """Answer to a request, given at once or later.

    Its verb is reply, and one request may draw several answers when they come later. IEC 61968-100 edition 1.
    """

    header: Header
    """Repeats the noun and carries the correlation of the request.

    The CorrelationID lets the requester match a late answer.
    """

    reply: Reply
    """Tells whether the request succeeded and what went wrong.

    Check it before using the payload.
    """

    payload: Payload | None = None
    """Data that was asked for.

    Present after a successful query, normally absent after a transaction or when nothing was found.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ResponseMessage",
        (
            Member("header", "Header", "Header", low=1),
            Member("reply", "Reply", "Reply", low=1),
            Member("payload", "Payload", "Payload"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class User(Element):
    """Who stands behind a message, as opposed to the system that sent it.

    It is a claim, not proof of identity. IEC 61968-100 edition 1.
    """

    user_id: str
    """Login or personal number of the user."""

    organization: str | None = None
    """Company or department the user belongs to.

    Early schema drafts made it mandatory.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "User",
        (
            Member("user_id", "UserID", "xs:string", low=1),
            Member("organization", "Organization", "xs:string"),
        ),
    )
