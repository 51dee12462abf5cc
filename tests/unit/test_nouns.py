"""The tables of nouns and profiles, their classes, and packages of a user's own."""

from __future__ import annotations

import importlib
import types

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.nouns import ENVELOPES, Registry, registry


def test_numbers_of_nouns_profiles_and_envelopes() -> None:
    assert len(cim.NOUNS) == 25
    assert len(cim.PROFILES) == 34
    assert sorted(ENVELOPES) == ["EventMessage", "FaultMessage", "Message", "RequestMessage", "ResponseMessage"]
    assert set(cim.NOUNS) < set(cim.PROFILES)
    assert {name for name in cim.PROFILES if name not in cim.NOUNS} == {
        name for name in cim.PROFILES if name.startswith("Get")
    }


@pytest.mark.parametrize("name", list(cim.PROFILES))
def test_profile_knows_its_class_namespace_and_confidence(name: str) -> None:
    profile = cim.PROFILES[name]

    assert profile.name == profile.cls.__name__ == name
    assert profile.cls is getattr(cim, name)
    assert profile.cls.__xml__.name == name
    assert profile.namespace == f"http://iec.ch/TC57/2011/{name}#"
    assert profile.confidence in {"confirmed", "corroborated", "single", "draft", "derived"}
    assert (profile.estimate != "") <= (profile.confidence == "derived")
    assert profile.evidence
    assert profile.edition
    assert registry.of_class(profile.cls) is profile
    assert registry.find(profile.namespace, name) is profile


@pytest.mark.parametrize("name", list(cim.NOUNS))
def test_public_module_of_a_noun_has_its_classes(name: str) -> None:
    cls = getattr(cim, name)
    home = cim.NOUNS[name].module.rpartition(".")[2]
    public = importlib.import_module(f"cim61968_9.profiles.{home}")

    assert getattr(public, name) is cls
    assert sorted(public.__all__) == sorted(set(public.__all__))
    assert all(hasattr(public, each) for each in public.__all__)


def test_get_profile_of_a_noun() -> None:
    found = cim.NOUNS["MeterReadings"].get_profile

    assert found is cim.PROFILES["GetMeterReadings"]
    assert found.get_profile is None
    assert cim.NOUNS["EndDeviceFirmware"].get_profile is None
    assert {name for name, noun in cim.NOUNS.items() if noun.get_profile} == {
        name.removeprefix("Get") for name in cim.PROFILES if name.startswith("Get")
    }


def test_profile_shows_what_matters() -> None:
    profile = cim.NOUNS["MeterReadings"]

    assert repr(profile) == (
        f"Profile(name='MeterReadings', namespace='{xml.READINGS}', edition={profile.edition!r}, "
        f"confidence={profile.confidence!r})"
    )
    with pytest.raises(AttributeError):
        profile.name = "Other"  # type: ignore[misc]


def test_registered_package_is_read_and_written() -> None:
    (profile,) = cim.register(xml.PACKAGE)

    assert (profile.name, profile.namespace, profile.cls) == ("TariffSheet", xml.TARIFF, xml.TariffSheet)
    message = cim.read(xml.tariff("<t:label/><t:validFrom/>|"), mode="strict")
    assert message == xml.TariffSheet(
        code="T1",
        label="standard",
        valid_from=message.valid_from,
        steps=[xml.TariffStep(above=0)],
    )
    assert message.valid_from.isoformat() == "2026-01-01T00:00:00+00:00"
    assert cim.read(cim.to_bytes(message), mode="strict") == message
    assert cim.load(xml.event(xml.tariff()), mode="strict").message.payload.one(xml.TariffSheet).code == "T1"
    assert "TariffSheet" not in cim.PROFILES


def test_attribute_of_type_token_is_collapsed() -> None:
    cim.register(xml.PACKAGE)

    note = cim.load(xml.tariff("<t:note language=' en  GB '>1.50</t:note>"), mode="strict").message.note

    assert (str(note.value), note.language) == ("1.50", "en GB")


def test_default_of_a_text_content_is_its_value_when_empty() -> None:
    cim.register(xml.PACKAGE)

    loaded = cim.load(xml.tariff("<t:note/>"))

    assert loaded.findings == ()
    assert repr(loaded.message.note.value) == "Decimal('0')"


@pytest.mark.parametrize("module", [types.ModuleType("empty"), "cim61968_9", None])
def test_what_is_no_generated_package_is_refused(module: object) -> None:
    with pytest.raises(TypeError, match="has no table ROOTS; expected a package built by 'cim61968-9-codegen build'"):
        cim.register(module)  # type: ignore[arg-type]


def test_known_names_keep_their_meaning_in_other_namespaces() -> None:
    row = ("MeterReadings", "urn:own", "unit_messages", "TariffSheet", "x.xsd", "1", "", "", "")
    own = Registry(iter((cim.PROFILES["MeterReadings"], cim.Profile(*row))))

    assert own.find("urn:own", "MeterReadings") == cim.Profile(*row)
    assert own.find("urn:else", "MeterReadings") is cim.PROFILES["MeterReadings"]
    assert own.find(xml.READINGS, "MeterReadings") is cim.PROFILES["MeterReadings"]
    assert own.find("urn:own", "Other") is None
    assert own.of_class(xml.TariffSheet) == cim.Profile(*row)
    assert own.of_class(xml.TariffStep) is None


@pytest.mark.parametrize("name", ["Message", *cim.PROFILES])
def test_schema_of_every_profile_is_there(name: str) -> None:
    path = cim.schema_path(name)

    assert path.name == f"{name}.xsd"
    assert path.is_file()


def test_schema_is_compiled_once_and_validates() -> None:
    from lxml import etree

    schema = cim.schema("MeterReadings")

    assert schema is cim.schema("MeterReadings")
    assert schema.validate(etree.fromstring(xml.reading("<m:value>1</m:value>")))
    assert not schema.validate(etree.fromstring(xml.readings("<v:x/>")))
    assert cim.schema().validate(etree.fromstring(xml.event("<m:MeterReadings/>")))


def test_unknown_schema_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="^no schema 'Bill'; expected 'Message' or a name in cim61968_9.PROFILES$"):
        cim.schema("Bill")
    with pytest.raises(LookupError, match=r"^no schema 'meterreading'; did you mean 'MeterReadings'\?$"):
        cim.schema("meterreading")


def test_a_name_that_no_table_has_is_one_with_a_question() -> None:
    with pytest.raises(KeyError) as caught:
        cim.NOUNS["MeterReading"]
    assert caught.value.args == ("no noun 'MeterReading'; did you mean 'MeterReadings'?",)
    with pytest.raises(KeyError) as caught:
        cim.PROFILES["GetMeterReading"]
    assert caught.value.args == ("no noun or Get profile 'GetMeterReading'; did you mean 'GetMeterReadings'?",)
    with pytest.raises(KeyError) as caught:
        cim.NOUNS["Bill"]
    assert caught.value.args == ("no noun 'Bill'",)
    assert cim.NOUNS.get("MeterReading") is None
    assert "MeterReading" not in cim.NOUNS
