"""The plugin of pytest: what pytest loads wherever the package is installed, so that it is small.

`pytest --backprop` collects what the configuration names (`collected`); the fixture `check_gradients` is
there without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codegen.gradcheck import Report


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, in a group of their own."""
    group = parser.getgroup("backprop", "backward passes that are generated")
    group.addoption(
        "--backprop",
        action="store_true",
        help="of all that the configuration of backprop names: is it current, are its gradients right",
    )
    about = "that configuration, instead of the nearest one; as --backprop otherwise"
    group.addoption("--backprop-config", metavar="FILE", help=about)


def pytest_configure(config: pytest.Config) -> None:
    """Has the configuration collected, if that is asked for."""
    named = config.getoption("--backprop-config")
    if config.getoption("--backprop") or named:
        from codegen.collected import Collection

        config.pluginmanager.register(Collection(config, named), "backprop-collection")


@pytest.fixture(scope="session")
def check_gradients() -> Callable[..., Report]:
    """`codegen.check_gradients`: holds the gradients of a function against differences of the function."""

    def check_gradients(*args: Any, **options: Any) -> Report:
        __tracebackhide__ = True  # a failure is shown where the test asks
        from codegen.gradcheck import GradientError
        from codegen.gradcheck import check_gradients as check

        report = check(*args, **{**options, "raise_on_error": False})
        if options.get("raise_on_error", True) and not report.ok:
            raise GradientError(report)
        return report

    return check_gradients
