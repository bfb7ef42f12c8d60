"""What every test can ask for."""

import os

import pytest
from hypothesis import HealthCheck, settings

# CI machines are slow and shared: a deadline would test the machine, not the code.
settings.register_profile("ci", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("full", deadline=None, max_examples=1000)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the trust tests at full size")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--full"):
        settings.load_profile("full")
    # Nothing a test starts may read or write the records or settings of the person who runs it.
    for name in ("SIMULATOR_LIBRARY", "SIMULATOR_RECORDS", "SIMULATOR_REP", "SIMULATOR_PLAIN"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the full size was asked for."""
    return bool(request.config.getoption("--full"))
