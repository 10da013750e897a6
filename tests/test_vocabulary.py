"""The tables of `templates/vocabulary.py`, held against NumPy."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import numpy as np
import pytest

from codegen import knowledge
from codegen.library import library

WORDS = knowledge.vocabulary()


def function(name: str) -> Any:
    """What a dotted name of NumPy or SciPy stands for; None where what is here lacks it."""
    package, *parts = name.split(".")
    found: Any = np
    if package != "numpy":
        try:
            found = importlib.import_module(".".join([package, *parts[:-1]]))
        except ImportError:
            return None
        parts = parts[-1:]
    for part in parts:
        found = getattr(found, part, None)
    return found


@pytest.mark.parametrize("name", sorted(WORDS.same_but))
def test_same_function_but_for_defaults(name: str) -> None:
    """The function is the other one, called with what its own signature says."""
    mine, other = function(name), function(WORDS.same_but[name])
    if mine is None:
        pytest.skip("needs NumPy 2")
    defaults = dict(WORDS.signatures[WORDS.same_but[name]])
    parameters = WORDS.signatures[name][1:]
    differing = {p: d for p, d in parameters if p in defaults and defaults[p] != d}
    compared = 0
    for x in (np.array([0.5, -1.5, 2.0]), np.array([[0.5, 0.0, 2.0], [1.5, -2.5, 1.0]])):
        try:
            given = mine(x)
        except ValueError:
            continue
        np.testing.assert_allclose(given, other(x, **differing), rtol=1e-14)
        compared += 1
    assert compared


@pytest.mark.parametrize("name", sorted(WORDS.keywords))
def test_other_names_of_parameters(name: str) -> None:
    """What is renamed leads to a parameter, and is not one itself."""
    parameters = dict(WORDS.signatures[name])
    for other, standard in WORDS.keywords[name].items():
        assert standard in parameters
        assert other not in parameters


@pytest.mark.skipif(np.lib.NumpyVersion(np.__version__) < "2.0.0", reason="some were others")
def test_signatures_have_numpys_defaults() -> None:
    """An argument that is taken for the default is NumPy's own default, where NumPy tells."""
    compared = 0
    for name, parameters in WORDS.signatures.items():
        try:
            own = inspect.signature(function(name)).parameters
        except (TypeError, ValueError):
            continue
        for parameter, default in parameters:
            found = own[parameter].default if parameter in own else inspect.Parameter.empty
            if found is inspect.Parameter.empty or default in (knowledge.REQUIRED, ...):
                continue
            if isinstance(found, (int, float, str, tuple)) and not isinstance(found, type):
                assert found == default, f"{name}: {parameter}={found!r}, not {default!r}"
                compared += 1
    assert compared > 50


def test_functions_that_give_views_are_listed() -> None:
    """What a gate says of memory is known of the function in backward lines too."""
    gates = (gate for gate in library().all_gates() if gate.pattern.op == "call")
    named = {str(gate.pattern.data): gate for gate in gates if gate.views}
    said = {name for name in named if name.startswith("numpy.") and name.split(".")[-1] not in WORDS.views}
    # the first two give their operand where they do nothing, the others take numbers in lines
    assert said <= {"numpy.diff", "numpy.linalg.matrix_power", "numpy.float32", "numpy.float64"}
