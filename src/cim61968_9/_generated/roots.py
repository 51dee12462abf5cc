# Generated code: do not edit.
# Generator: nox -s codegen
"""The class of every root element, for type checkers."""

from __future__ import annotations

from cim61968_9._generated.auxiliary_agreement_config import AuxiliaryAgreementConfig
from cim61968_9._generated.com_module_config import ComModuleConfig
from cim61968_9._generated.customer_account_config import CustomerAccountConfig
from cim61968_9._generated.customer_agreement_config import CustomerAgreementConfig
from cim61968_9._generated.customer_config import CustomerConfig
from cim61968_9._generated.customer_meter_data_set import CustomerMeterDataSet
from cim61968_9._generated.end_device_config import EndDeviceConfig
from cim61968_9._generated.end_device_controls import EndDeviceControls
from cim61968_9._generated.end_device_events import EndDeviceEvents
from cim61968_9._generated.end_device_firmware import EndDeviceFirmware
from cim61968_9._generated.end_device_groups import EndDeviceGroups
from cim61968_9._generated.get_end_device_config import GetEndDeviceConfig
from cim61968_9._generated.get_end_device_controls import GetEndDeviceControls
from cim61968_9._generated.get_end_device_events import GetEndDeviceEvents
from cim61968_9._generated.get_meter_config import GetMeterConfig
from cim61968_9._generated.get_meter_read_schedule import GetMeterReadSchedule
from cim61968_9._generated.get_meter_readings import GetMeterReadings
from cim61968_9._generated.get_pricing_structure_config import GetPricingStructureConfig
from cim61968_9._generated.get_usage_point_config import GetUsagePointConfig
from cim61968_9._generated.get_usage_point_location_config import GetUsagePointLocationConfig
from cim61968_9._generated.master_data_linkage_config import MasterDataLinkageConfig
from cim61968_9._generated.message import EventMessage, FaultMessage, Message, RequestMessage, ResponseMessage
from cim61968_9._generated.meter_config import MeterConfig
from cim61968_9._generated.meter_read_schedule import MeterReadSchedule
from cim61968_9._generated.meter_readings import MeterReadings
from cim61968_9._generated.meter_service_requests import MeterServiceRequests
from cim61968_9._generated.pricing_structure_config import PricingStructureConfig
from cim61968_9._generated.receipt_record import ReceiptRecord
from cim61968_9._generated.service_category_config import ServiceCategoryConfig
from cim61968_9._generated.service_location_config import ServiceLocationConfig
from cim61968_9._generated.service_supplier_config import ServiceSupplierConfig
from cim61968_9._generated.transaction_record import TransactionRecord
from cim61968_9._generated.usage_point_config import UsagePointConfig
from cim61968_9._generated.usage_point_groups import UsagePointGroups
from cim61968_9._generated.usage_point_location_config import UsagePointLocationConfig

__all__ = [
    "AuxiliaryAgreementConfig",
    "ComModuleConfig",
    "CustomerAccountConfig",
    "CustomerAgreementConfig",
    "CustomerConfig",
    "CustomerMeterDataSet",
    "EndDeviceConfig",
    "EndDeviceControls",
    "EndDeviceEvents",
    "EndDeviceFirmware",
    "EndDeviceGroups",
    "EventMessage",
    "FaultMessage",
    "GetEndDeviceConfig",
    "GetEndDeviceControls",
    "GetEndDeviceEvents",
    "GetMeterConfig",
    "GetMeterReadSchedule",
    "GetMeterReadings",
    "GetPricingStructureConfig",
    "GetUsagePointConfig",
    "GetUsagePointLocationConfig",
    "MasterDataLinkageConfig",
    "Message",
    "MeterConfig",
    "MeterReadSchedule",
    "MeterReadings",
    "MeterServiceRequests",
    "PricingStructureConfig",
    "ReceiptRecord",
    "RequestMessage",
    "ResponseMessage",
    "ServiceCategoryConfig",
    "ServiceLocationConfig",
    "ServiceSupplierConfig",
    "TransactionRecord",
    "UsagePointConfig",
    "UsagePointGroups",
    "UsagePointLocationConfig",
]
