# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: UsagePointGroups.xsd, sha256 a6f3d97ff3f1c73f7c6251663e26950f40e5458f32403ed72961649b1e8d66d2
"""UsagePointGroups: message that keeps groups of usage points aligned between head-end, MDM and load management."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import DemandResponseProgram

__all__ = [
    "DemandResponseProgram",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "UsagePoint",
    "UsagePointGroup",
    "UsagePointGroups",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointGroup(Element):
    """A named set of usage points that can be addressed together, whichever devices are installed there.

    Members are listed only in the UsagePointGroups message; elsewhere the group is merely identified. CIM class
    ``UsagePointGroup``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    demand_response_programs: str | None = None
    """Demand response programme in which the usage point group is enrolled.

    The ref attribute holds its name or mRID. Despite the plural name a usage point group has at most one, while a
    device group may have several. CIM ``UsagePointGroup.DemandResponsePrograms``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    usage_points: list[UsagePoint] = field(factory=list)
    """Members of the usage point group, each identified by mRID or Names.

    A meter exchange does not change this list, as it names places of supply. CIM ``UsagePointGroup.UsagePoints``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointGroup",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("demand_response_programs", "DemandResponsePrograms", "@ref"),
            Member("names", "Names", "Name", high=None),
            Member("usage_points", "UsagePoints", "UsagePoint", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointGroups(Element):
    """Message that keeps groups of usage points aligned between head-end, MDM and load management.

    It sets or reports who belongs to a group; orders to the group travel in EndDeviceControls. IEC 61968-9 edition
    2.
    """

    demand_response_program: list[DemandResponseProgram] = field(factory=list)
    """Demand response programmes that the usage point groups of the message refer to."""

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """The usage point groups, each with its members and programme."""

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointGroups",
        (
            Member("demand_response_program", "DemandResponseProgram", "DemandResponseProgram", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )
