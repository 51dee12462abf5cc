"""Typed messages of IEC 61968-9: meter readings, controls, events and master data of metering systems.

::

    import cim61968_9 as cim

    message = cim.read("reply.xml")
    for reading in message.payload.one(cim.MeterReadings).meter_reading:
        print(reading.meter, reading.interval_blocks)
    cim.write(message, "copy.xml")

The verbs, the envelope classes, the root class of every noun and Get profile, and the errors are here; the classes
inside of a noun are in :mod:`cim61968_9.profiles`. The codec is loaded with the package, everything else when it is
first asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._hints import perhaps as _perhaps
from .errors import (
    Cim61968Error as Cim61968Error,
    CimWarning as CimWarning,
    CodeError as CodeError,
    CompressionError as CompressionError,
    DialectError as DialectError,
    ExportError as ExportError,
    FindingError as FindingError,
    ForbiddenXmlError as ForbiddenXmlError,
    InvalidMessageError as InvalidMessageError,
    JsonError as JsonError,
    LimitError as LimitError,
    LocalProtocolError as LocalProtocolError,
    NotWellFormedError as NotWellFormedError,
    ProtocolError as ProtocolError,
    RemoteProtocolError as RemoteProtocolError,
    SettingsError as SettingsError,
    SoapFaultError as SoapFaultError,
    SourceError as SourceError,
    UnitError as UnitError,
    UnknownMessageError as UnknownMessageError,
    WrongNounError as WrongNounError,
    XmlError as XmlError,
)
from .model import Element as Element, OpenEnum as OpenEnum
from .nouns import NOUNS as NOUNS, PROFILES as PROFILES, Profile as Profile, register as register
from .validation.finding import Finding as Finding, Severity as Severity
from .xml.dialect import Dialect as Dialect, SoapForm as SoapForm
from .xml.dialects import DIALECTS as DIALECTS, register_dialect as register_dialect
from .xml.foreign import Foreign as Foreign, RawElement as RawElement
from .xml.limits import Limits as Limits
from .xml.reader import Loaded as Loaded, load as load, read as read
from .xml.values import (
    BeyondRange as BeyondRange,
    Duration as Duration,
    ExactDate as ExactDate,
    ExactDateTime as ExactDateTime,
    ExactTime as ExactTime,
    InvalidText as InvalidText,
    QualifiedName as QualifiedName,
)
from .xml.writer import to_bytes as to_bytes, write as write

if TYPE_CHECKING:
    from . import (
        codes as codes,
        columns as columns,
        frames as frames,
        plots as plots,
        soap as soap,
        sources as sources,
        spark as spark,
        transport as transport,
    )
    from ._generated.roots import *  # noqa: F403
    from .builders import (
        cancel as cancel,
        change as change,
        close as close,
        create as create,
        delete as delete,
        event as event,
        get as get,
    )
    from .checking import check as check
    from .codes.reply_codes import REPLY_CODES as REPLY_CODES, ReplyCode as ReplyCode, reply_code as reply_code
    from .comparing import Difference as Difference, differences as differences
    from .compression import (
        compress as compress,
        expand as expand,
        open_packed as open_packed,
        packed as packed,
        unpacked as unpacked,
    )
    from .describing import describe as describe
    from .envelope import (
        ID as ID,
        Error as Error,
        ErrorLevel as ErrorLevel,
        Header as Header,
        IDKind as IDKind,
        Operation as Operation,
        OperationSet as OperationSet,
        Option as Option,
        Payload as Payload,
        Property as Property,
        ReplayDetection as ReplayDetection,
        Reply as Reply,
        Request as Request,
        Result as Result,
        User as User,
        Verb as Verb,
    )
    from .exchange import Arrival as Arrival, ArrivalKind as ArrivalKind, Exchange as Exchange, Exchanges as Exchanges
    from .exporting import Export as Export, Progress as Progress, export as export
    from .html_reporting import html_report as html_report
    from .identity import (
        by_mrid as by_mrid,
        by_name as by_name,
        by_transaction as by_transaction,
        identify as identify,
        named as named,
    )
    from .inspecting import Inspection as Inspection, inspect as inspect
    from .jsons import from_json as from_json, json_schema as json_schema, to_json as to_json
    from .operations import execute as execute, operation as operation, operation_set as operation_set
    from .outcomes import Outcome as Outcome, ReportedError as ReportedError, outcome as outcome
    from .refusing import (
        Examined as Examined,
        ReplayMemory as ReplayMemory,
        Service as Service,
        refuse as refuse,
    )
    from .replying import (
        acknowledge as acknowledge,
        fault as fault,
        reply as reply,
        reply_error as reply_error,
        reply_operations as reply_operations,
    )
    from .sampling import sample as sample
    from .selecting import Period as Period, Selection as Selection, select as select, selected as selected
    from .sender import Sender as Sender
    from .validating import validate as validate
    from .validation.rendering import FORMATS as FORMATS, render as render
    from .validation.report import Report as Report
    from .validation.rules import RULES as RULES, Broken as Broken, correlation_of as correlation_of, rule as rule
    from .validation.schema import schema as schema, schema_path as schema_path
    from .validation.settings import Settings as Settings
    from .xml.stream import ItemStream as ItemStream, iter_items as iter_items
    from .xml.stream_writer import ItemWriter as ItemWriter

__version__ = "0.1.0"

_HOMES = {
    "envelope": "ID Error ErrorLevel Header IDKind Operation OperationSet Option Payload Property ReplayDetection"
    " Reply Request Result User Verb Message RequestMessage ResponseMessage EventMessage FaultMessage",
    "builders": "cancel change close create delete event get",
    "checking": "check",
    "comparing": "Difference differences",
    "codes.reply_codes": "REPLY_CODES ReplyCode reply_code",
    "compression": "compress expand open_packed packed unpacked",
    "describing": "describe",
    "exporting": "Export Progress export",
    "html_reporting": "html_report",
    "jsons": "from_json json_schema to_json",
    "exchange": "Arrival ArrivalKind Exchange Exchanges",
    "identity": "by_mrid by_name by_transaction identify named",
    "inspecting": "Inspection inspect",
    "operations": "execute operation operation_set",
    "outcomes": "Outcome ReportedError outcome",
    "refusing": "Examined ReplayMemory Service refuse",
    "replying": "acknowledge fault reply_operations reply reply_error",
    "sampling": "sample",
    "selecting": "Period Selection select selected",
    "sender": "Sender",
    "validating": "validate",
    "validation.rendering": "FORMATS render",
    "validation.report": "Report",
    "validation.rules": "Broken RULES correlation_of rule",
    "validation.schema": "schema schema_path",
    "xml.stream": "ItemStream iter_items",
    "xml.stream_writer": "ItemWriter",
    "validation.settings": "Settings",
}
_MODULES = ("codes", "columns", "frames", "plots", "soap", "sources", "spark", "transport")
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # a name that does not exist is an error for type checkers, too

    def __getattr__(name: str) -> Any:
        """Load a public name when it is first asked for."""
        home = _HOME_OF.get(name)
        if name in _MODULES:
            return importlib.import_module(f".{name}", __name__)
        if home is not None:
            value = getattr(importlib.import_module(f".{home}", __name__), name)
        elif name.startswith("_"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        else:
            if name not in PROFILES:
                alike = (one for one in __dir__() if one[0].isupper() == name[0].isupper())
                raise AttributeError(
                    f"module {__name__!r} has no attribute {name!r}{_perhaps(name, alike)}; the classes inside of a "
                    f"noun are in {__name__}.profiles, as in {__name__}.profiles.meter_readings"
                )
            value = PROFILES[name].cls
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    public = (
        name
        for name in globals()
        if name[0].isupper() or name in {"load", "read", "register", "register_dialect", "to_bytes", "write"}
    )
    return sorted({"__version__", *public, *_HOME_OF, *_MODULES, *PROFILES} - {"TYPE_CHECKING", "Any"})
