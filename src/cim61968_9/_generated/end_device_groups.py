# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceGroups.xsd, sha256 5368c99e1c15ff67f1772897ee662a49cf89601c50d82cdeea7bb8da2b305a73
"""EndDeviceGroups: message that keeps device groups aligned between head-end, MDM and load management."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority
from cim61968_9._generated.common.selection import DemandResponseProgram, EndDevice

__all__ = [
    "DemandResponseProgram",
    "EndDevice",
    "EndDeviceGroup",
    "EndDeviceGroups",
    "Name",
    "NameType",
    "NameTypeAuthority",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceGroup(Element):
    """A named set of end devices that can be addressed together.

    Only the EndDeviceGroups message lists its members; all others merely identify it. CIM class ``EndDeviceGroup``.
    IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    demand_response_programs: list[str] = field(factory=list)
    """Demand response programmes in which the device group is enrolled.

    The ref attribute holds the name or mRID of a programme, which may be described at the root of the message. CIM
    ``EndDeviceGroup.DemandResponsePrograms``.
    """

    end_devices: list[EndDevice] = field(factory=list)
    """Members of the device group, each identified by mRID or Names.

    CIM ``EndDeviceGroup.EndDevices``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceGroup",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("demand_response_programs", "DemandResponsePrograms", "@ref", high=None),
            Member("end_devices", "EndDevices", "EndDevice", high=None),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceGroups(Element):
    """Message that keeps device groups aligned between head-end, MDM and load management.

    It sets or reports membership; it does not order the devices to do anything. IEC 61968-9 edition 2.
    """

    demand_response_program: list[DemandResponseProgram] = field(factory=list)
    """Demand response programmes that the device groups of the message refer to."""

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """The device groups, each with its members and the programmes it takes part in."""

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceGroups",
        (
            Member("demand_response_program", "DemandResponseProgram", "DemandResponseProgram", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
        ),
    )
