"""Messages around the examples of the rules: each is valid and breaks no rule.

An example names its base by verb and noun; readers of the page see the name as "in a get(MeterReadings) request". More
bases are more entries; ``tests/docs/test_rule_examples`` reads each of them.
"""

from __future__ import annotations

from ..verbs import KIND_OF

__all__ = ["BASES"]

MESSAGE = "http://iec.ch/TC57/2011/schema/message"
DELTA, TOTAL = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
LATER = "<AsyncReplyFlag>true</AsyncReplyFlag><ReplyAddress>https://cis.northmoor.example/cim</ReplyAddress>"
METER_ID, POINT_ID = "0a2f8f14-9886-5978-9b79-11e0f7cffa51", "b05e58c6-f673-5011-916d-0b85704f06eb"


def _name(name: str, kind: str = "MeterNumber") -> str:
    return (
        f"<Names><name>{name}</name><NameType><name>{kind}</name>"
        "<NameTypeAuthority><name>Northmoor Grid</name></NameTypeAuthority></NameType></Names>"
    )


def _noun(noun: str, inside: str) -> str:
    return f'<{noun} xmlns="http://iec.ch/TC57/2011/{noun}#">{inside}</{noun}>'


METER = f"<mRID>{METER_ID}</mRID>{_name('NM-E-0041871')}"
POINT = f"<mRID>{POINT_ID}</mRID>{_name('NM-UP-104077', 'UsagePointNumber')}"
READING_TYPE = (
    "<ReadingType><accumulation>{}</accumulation><aggregate>none</aggregate>"
    "<commodity>electricitySecondaryMetered</commodity><flowDirection>forward</flowDirection>"
    "<macroPeriod>none</macroPeriod><measurementKind>energy</measurementKind><measuringPeriod>{}</measuringPeriod>"
    "<multiplier>k</multiplier><phases>none</phases><unit>Wh</unit><Names><name>{}</name></Names></ReadingType>"
)
INTERVALS = "".join(
    f"<IntervalReadings><timeStamp>2026-01-13T{stamp}:00Z</timeStamp><value>{value}</value></IntervalReadings>"
    for stamp, value in (("00:15", "0.047"), ("00:30", "0.048"), ("00:45", "0.052"), ("01:00", "0.038"))
)
METER_READINGS = _noun(
    "MeterReadings",
    f"<MeterReading><IntervalBlocks>{INTERVALS}<ReadingType ref='{DELTA}'/></IntervalBlocks><Meter>{METER}</Meter>"
    "<Readings><timeStamp>2026-01-13T01:00:00Z</timeStamp><value>18346.029</value><ReadingQualities>"
    f"<ReadingQualityType ref='3.0.0'/></ReadingQualities><ReadingType ref='{TOTAL}'/></Readings>"
    f"<UsagePoint>{POINT}</UsagePoint><valuesInterval><end>2026-01-13T01:00:00Z</end>"
    "<start>2026-01-13T00:00:00Z</start></valuesInterval></MeterReading><ReadingQualityType><category>0</category>"
    "<subCategory>0</subCategory><systemId>3</systemId><Names><name>3.0.0</name></Names></ReadingQualityType>"
    + READING_TYPE.format("deltaData", "fifteenMinute", DELTA)
    + READING_TYPE.format("bulkQuantity", "none", TOTAL),
)
EVENTS = _noun(
    "EndDeviceEvents",
    "<EndDeviceEvent><mRID>3d83d080-6fee-5daa-9ee9-ececb88d0e61</mRID>"
    "<createdDateTime>2026-01-14T09:21:48Z</createdDateTime><reason>Last gasp of the meter</reason>"
    f"<severity>alarm</severity><Assets>{METER}</Assets><EndDeviceEventDetails><name>LastGaspAttempts</name>"
    "<value>1</value></EndDeviceEventDetails><EndDeviceEventType ref='3.26.0.85'/>"
    f"<UsagePoint>{POINT}</UsagePoint></EndDeviceEvent><EndDeviceEventType><domain>26</domain>"
    "<eventOrAction>85</eventOrAction><subDomain>0</subDomain><type>3</type><Names><name>3.26.0.85</name></Names>"
    "</EndDeviceEventType>",
)
CONTROLS = _noun(
    "EndDeviceControls",
    "<EndDeviceControl><mRID>11f694ce-18bf-528f-926a-d666bf53fc94</mRID><issuerID>Northmoor-CIS</issuerID>"
    "<issuerTrackingID>MO-2026-00318</issuerTrackingID><reason>Move-out, premises vacant</reason>"
    f"<EndDeviceControlType ref='3.31.0.23'/><EndDevices>{METER}</EndDevices><primaryDeviceTiming>"
    "<durationIndefinite>true</durationIndefinite><interval><start>2026-01-15T10:00:00Z</start></interval>"
    "</primaryDeviceTiming></EndDeviceControl><EndDeviceControlType><domain>31</domain>"
    "<eventOrAction>23</eventOrAction><subDomain>0</subDomain><type>3</type><Names><name>3.31.0.23</name></Names>"
    "</EndDeviceControlType>",
)
METER_CONFIG = _noun(
    "MeterConfig",
    f"<Meter><mRID>{METER_ID}</mRID><serialNumber>26004205017</serialNumber>"
    f"<SimpleEndDeviceFunction ref='c3eb6ff5-0b7e-5d25-b17f-86f34e472e22'/>{_name('NM-E-0041871')}</Meter>"
    f"<ReadingType><Names><name>{TOTAL}</name></Names></ReadingType><SimpleEndDeviceFunction>"
    "<mRID>c3eb6ff5-0b7e-5d25-b17f-86f34e472e22</mRID><enabled>true</enabled><kind>electricMetering</kind>"
    f"<Registers><leftDigitCount>6</leftDigitCount><Channels><ReadingType ref='{TOTAL}'/></Channels></Registers>"
    "</SimpleEndDeviceFunction>",
)
POINT_CONFIG = _noun(
    "UsagePointConfig",
    f"<ReadingType><Names><name>{TOTAL}</name></Names></ReadingType><UsagePoint><mRID>{POINT_ID}</mRID>"
    "<isSdp>true</isSdp><isVirtual>false</isVirtual><phaseCode>AN</phaseCode><MetrologyRequirements>"
    f"<reason>billing</reason><ReadingTypes ref='{TOTAL}'/></MetrologyRequirements>"
    f"{_name('NM-UP-104077', 'UsagePointNumber')}</UsagePoint>",
)
LINKAGE = _noun(
    "MasterDataLinkageConfig",
    "<ConfigurationEvent><createdDateTime>2026-01-12T15:38:00Z</createdDateTime>"
    "<effectiveDateTime>2026-01-13T00:00:00Z</effectiveDateTime></ConfigurationEvent>"
    f"<Meter>{METER}</Meter><UsagePoint>{POINT}</UsagePoint>",
)
SCHEDULE = _noun(
    "MeterReadSchedule",
    f"<EndDevice>{METER}</EndDevice><ReadingType><Names><name>{TOTAL}</name></Names></ReadingType><TimeSchedule>"
    "<recurrencePattern>daily</recurrencePattern><scheduleInterval><end>2026-02-01T00:00:00Z</end>"
    "<start>2026-01-01T00:00:00Z</start></scheduleInterval></TimeSchedule>",
)
GET_READINGS = _noun(
    "GetMeterReadings",
    f"<EndDevice>{METER}</EndDevice><ReadingType><Names><name>{DELTA}</name></Names></ReadingType><TimeSchedule>"
    "<scheduleInterval><end>2026-01-14T00:00:00Z</end><start>2026-01-13T00:00:00Z</start></scheduleInterval>"
    "</TimeSchedule>",
)
OPERATIONS = (
    "<OperationSet><enforceMsgSequence>true</enforceMsgSequence>"
    "<enforceTransactionalIntegrity>true</enforceTransactionalIntegrity><Operation><operationId>1</operationId>"
    "<noun>UsagePointConfig</noun><verb>create{ed}</verb>{point}</Operation><Operation><operationId>2</operationId>"
    "<noun>MeterConfig</noun><verb>create{ed}</verb>{meter}</Operation></OperationSet>"
)
ID = '<ID kind="name" idType="MeterNumber" idAuthority="Northmoor Grid" objectType="Meter">NM-E-0041999</ID>'
ERROR = f"<Error><code>2.4</code><level>FATAL</level><reason>Invalid meter</reason>{ID}</Error>"
DATA = f"<Payload>{METER_READINGS}</Payload>"


def _message(verb: str, noun: str, rest: str, more: str = "") -> str:
    kind = KIND_OF[verb]
    source = {"RequestMessage": "Northmoor-CIS", "ResponseMessage": "Northmoor-HES", "EventMessage": "Northmoor-MDM"}
    named = "<CorrelationID>4711</CorrelationID>" if verb == "reply" or more else ""
    return (
        f'<{kind} xmlns="{MESSAGE}"><Header><Verb>{verb}</Verb><Noun>{noun}</Noun><Revision>1</Revision>'
        f"<Timestamp>2026-01-14T09:31:44Z</Timestamp><Source>{source[kind]}</Source>{more}"
        f"<MessageID>4711</MessageID>{named}</Header>{rest}</{kind}>"
    )


def _reply(noun: str, result: str, errors: str = "", payload: str = "") -> str:
    return _message("reply", noun, f"<Reply><Result>{result}</Result>{errors}</Reply>{payload}")


def _with(verb: str, payload: str) -> str:
    """Return a message whose payload is a noun document, or an operation set."""
    noun = payload[1:].partition(" ")[0].partition(">")[0]
    return _message(verb, noun, f"<Payload>{payload}</Payload>")


BASES: dict[str, str] = {
    "get(MeterReadings)": _message("get", "MeterReadings", f"<Request>{GET_READINGS}</Request>"),
    "asynchronous get(MeterReadings)": _message("get", "MeterReadings", f"<Request>{GET_READINGS}</Request>", LATER),
    "create(MeterReadings)": _with("create", METER_READINGS),
    "create(EndDeviceControls)": _with("create", CONTROLS),
    "create(MeterConfig)": _with("create", METER_CONFIG),
    "change(MeterConfig)": _with("change", METER_CONFIG),
    "delete(MeterConfig)": _message("delete", "MeterConfig", f"<Request>{ID}</Request>"),
    "change(UsagePointConfig)": _with("change", POINT_CONFIG),
    "create(MasterDataLinkageConfig)": _with("create", LINKAGE),
    "create(MeterReadSchedule)": _with("create", SCHEDULE),
    "execute(OperationSet)": _with("execute", OPERATIONS.format(ed="", point=POINT_CONFIG, meter=METER_CONFIG)),
    "created(MeterReadings)": _with("created", METER_READINGS),
    "created(EndDeviceEvents)": _with("created", EVENTS),
    "created(EndDeviceControls)": _with("created", CONTROLS),
    "changed(MeterConfig)": _with("changed", METER_CONFIG),
    "executed(OperationSet)": _with("executed", OPERATIONS.format(ed="d", point=POINT_CONFIG, meter=METER_CONFIG)),
    "reply(MeterReadings)": _reply("MeterReadings", "OK", payload=DATA),
    "partial reply(MeterReadings)": _reply("MeterReadings", "PARTIAL", ERROR, DATA),
    "failed reply(MeterReadings)": _reply("MeterReadings", "FAILED", ERROR),
    "reply(MeterConfig)": _reply("MeterConfig", "OK"),
    "failed reply(OperationSet)": _reply(
        "OperationSet",
        "FAILED",
        "<Error><code>2.4</code><operationId>2</operationId></Error>"
        "<Error><code>5.9</code><operationId>1</operationId></Error>",
    ),
    "fault": f'<FaultMessage xmlns="{MESSAGE}"><Reply><Result>FAILED</Result><Error><code>1.8</code></Error></Reply>'
    "</FaultMessage>",
    "MeterReadings": METER_READINGS,
    "GetMeterReadings": GET_READINGS,
    "EndDeviceEvents": EVENTS,
    "EndDeviceControls": CONTROLS,
    "MeterConfig": METER_CONFIG,
    "UsagePointConfig": POINT_CONFIG,
    "MasterDataLinkageConfig": LINKAGE,
}
"""Whole messages by verb and noun, replies also by how they went, and bare payloads by their noun."""
