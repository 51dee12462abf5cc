# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetMeterReadSchedule.xsd, sha256 b640df1c9fb94986c392f826120909a3045d4368a785610ded6c695f6e5ea391
"""GetMeterReadSchedule: request for read schedules that are in place."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._mixins import ReadingTypeFields
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import (
    CustomerAccount,
    CustomerAgreement,
    EndDevice,
    EndDeviceGroup,
    Meter,
    TimeSchedule,
    UsagePointGroup,
)

__all__ = [
    "CustomerAccount",
    "CustomerAgreement",
    "DateTimeInterval",
    "EndDevice",
    "EndDeviceGroup",
    "GetMeterReadSchedule",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ReadingType",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetMeterReadSchedule(Element):
    """Request for read schedules that are in place.

    Each list narrows the answer to schedules that concern its entries. IEC 61968-9 edition 2.
    """

    customer_account: list[CustomerAccount] = field(factory=list)
    """Accounts whose read schedules are wanted.

    None means that accounts do not matter. Confidence of this member: medium.
    """

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Contracts whose read schedules are wanted, given by mRID or Names.

    Confidence of this member: medium.
    """

    end_device: list[EndDevice] = field(factory=list)
    """Devices whose read schedules are wanted.

    Meters can stand here or in the list of their own.
    """

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Device groups for which schedules are sought.

    Leave empty if groups are of no interest. Confidence of this member: medium.
    """

    meter: list[Meter] = field(factory=list)
    """Meters for which schedules are sought.

    None means no restriction by meter.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Quantities of interest: schedules that collect them are returned.

    Given by code in Names or by mRID.
    """

    time_schedule: list[TimeSchedule] = field(factory=list)
    """Period of interest, given as a schedule interval.

    Schedules with due times inside it are sought.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Places of supply for which schedules are sought.

    With none, schedules for any place may be returned.
    """

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Groups of places of supply whose schedules are sought, by identity only.

    Confidence of this member: medium.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetMeterReadSchedule",
        (
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("end_device", "EndDevice", "EndDevice", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
            Member("time_schedule", "TimeSchedule", "TimeSchedule", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingType(ReadingTypeFields, Element):
    """Full description of what a value means, summed up in a code of 18 numbers.

    The code stands in Names and identifies the type; the single fields are an optional break-down. Requests use
    identity only. CIM class ``ReadingType``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReadingType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
