"""A session of real Spark on two cores of this machine."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from cim61968_9 import spark as data_source


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let warnings of Spark, Ray and the like be what they are: they are of their makers, and change with them."""
    for item in items:
        item.add_marker(pytest.mark.filterwarnings("ignore"))


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").appName("tests").config("spark.ui.enabled", "false")
        builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.sql.session.timeZone", "UTC")
        made = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
        made.sparkContext.setLogLevel("OFF")
        data_source.register(made)
        yield made
        made.stop()
