# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: Message.xsd, sha256 3f3a10dbcf7dc51549c443fef13f99e34157997681625f5c72f3aeea9d5295cc
"""The classes of Message: envelope of all messages: header with verb and noun, request, reply and payload, after
IEC 61968-100 edition 1.
"""

from __future__ import annotations

from cim61968_9._generated.message import (
    Error,
    ErrorLevel,
    ErrorObject,
    EventMessage,
    FaultMessage,
    Header,
    ID,
    IDKind,
    Message,
    Name,
    NameType,
    NameTypeAuthority,
    Operation,
    OperationSet,
    Option,
    Payload,
    ProcessingLocation,
    Property,
    ReplayDetection,
    Reply,
    Request,
    RequestMessage,
    ResponseMessage,
    Result,
    User,
    Verb,
)

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
