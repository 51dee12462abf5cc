# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MasterDataLinkageConfig.xsd, sha256 ca74010e753b5e35e18365552628524f59013cbab513ef23d2f69ccd2b9b9365
"""MasterDataLinkageConfig: message that ties existing objects together, such as meter to usage point to customer.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import (
    ConfigurationEvent,
    Name,
    NameType,
    NameTypeAuthority,
    Status,
    UsagePoint,
)
from cim61968_9._generated.common.places import ServiceLocation, TransformerTank, UsagePointLocation
from cim61968_9._generated.common.selection import CustomerAccount, CustomerAgreement, EndDevice, Meter
from cim61968_9._generated.customer_agreement_config import Customer

__all__ = [
    "AuxiliaryAgreement",
    "ComModule",
    "ConfigurationEvent",
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "EndDevice",
    "MasterDataLinkageConfig",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
    "ServiceLocation",
    "ServiceSupplier",
    "Status",
    "TransformerTank",
    "UsagePoint",
    "UsagePointLocation",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class AuxiliaryAgreement(Element):
    """Arrangement to collect something besides supply, such as old debt, a connection fee or a levy.

    In prepayment the money is usually withheld from token purchases under the terms given here. CIM class
    ``AuxiliaryAgreement``. IEC 61968-9 edition 2.
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
        "AuxiliaryAgreement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ComModule(Element):
    """Communication unit that links a meter or other device to the head-end, held as equipment of its own.

    It has a serial number and life cycle apart from the meter, so either can be exchanged alone. CIM class
    ``ComModule``. IEC 61968-9 edition 2.
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
        "ComModule",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MasterDataLinkageConfig(Element):
    """Message that ties existing objects together, such as meter to usage point to customer.

    It carries identities only; the objects must be made first by their own Config messages. Create makes the link,
    close or delete ends it. IEC 61968-9 edition 2.
    """

    auxiliary_agreement: list[AuxiliaryAgreement] = field(factory=list)
    """Side agreements, for instance on repaying a debt, that take part in the link."""

    com_module: list[ComModule] = field(factory=list)
    """Communication modules to be linked, typically to the meter or device they serve."""

    configuration_event: ConfigurationEvent | None = None
    """Time and cause of the linking.

    Its effectiveDateTime says from when the objects belong together, or stop doing so; some systems read
    createdDateTime as the link time, so agree on this.
    """

    customer: list[Customer] = field(factory=list)
    """Customers on one end of the link, by mRID or Names."""

    customer_account: list[CustomerAccount] = field(factory=list)
    """Customer accounts to be tied to, or untied from, the other objects."""

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Supply contracts to be linked, typically to a usage point and a tariff.

    Common at enrolment and supplier switching.
    """

    end_device: list[EndDevice] = field(factory=list)
    """Devices to be linked that are not sent as Meter, such as gateways and in-home devices."""

    meter: list[Meter] = field(factory=list)
    """Meters to be linked, most often each to the usage point where it is installed.

    With several meters and several usage points in one message the pairing is not stated, so prefer one pair.
    """

    pricing_structure: list[PricingStructure] = field(factory=list)
    """Tariffs to be assigned to, or withdrawn from, the contract or usage point listed beside them."""

    service_location: list[ServiceLocation] = field(factory=list)
    """Premises to be linked to the usage points or meters found there."""

    service_supplier: list[ServiceSupplier] = field(factory=list)
    """Suppliers to be linked, for instance the new one when a customer switches."""

    transformer_tank: list[TransformerTank] = field(factory=list)
    """Distribution transformers to be linked to the usage points they feed."""

    usage_point: list[UsagePoint] = field(factory=list)
    """Usage points to be linked; in most links this is the object that others attach to."""

    usage_point_location: list[UsagePointLocation] = field(factory=list)
    """Exact spots, such as a meter cupboard, to be linked to their usage points."""

    __xml__: ClassVar[XmlType] = XmlType(
        "MasterDataLinkageConfig",
        (
            Member("auxiliary_agreement", "AuxiliaryAgreement", "AuxiliaryAgreement", high=None),
            Member("com_module", "ComModule", "ComModule", high=None),
            Member("configuration_event", "ConfigurationEvent", "ConfigurationEvent"),
            Member("customer", "Customer", "Customer", high=None),
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("end_device", "EndDevice", "EndDevice", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("pricing_structure", "PricingStructure", "PricingStructure", high=None),
            Member("service_location", "ServiceLocation", "ServiceLocation", high=None),
            Member("service_supplier", "ServiceSupplier", "ServiceSupplier", high=None),
            Member("transformer_tank", "TransformerTank", "TransformerTank", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_location", "UsagePointLocation", "UsagePointLocation", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PricingStructure(Element):
    """Price plan for a class of customers, made of one or more tariffs with their periods.

    Many messages only point to it by mRID, code or Names. CIM class ``PricingStructure``. IEC 61968-9 edition 2.
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
        "PricingStructure",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceSupplier(Element):
    """Company that provides a service to customers, either as network utility or as retailer.

    CIM class ``ServiceSupplier``. IEC 61968-9 edition 2.
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
        "ServiceSupplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
