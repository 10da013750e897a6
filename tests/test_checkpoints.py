"""Loops of which only some states are kept: how many there are, and how often turns are gone through."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from checking import namespace

from codegen import knowledge
from codegen.generate import Options, generate_module

SOURCE = """
import numpy as np


def f(x: "N", s: float):
    for i in range(len(x)):{mark}
        s = np.sin(s * x[i]) + x[i]
    return s
"""


@functools.cache
def helper(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = namespace(knowledge.helpers_text()[1])[name]
    return found


@functools.cache
def passes(mark: str) -> dict[str, Any]:
    """The namespace of the pair of a function with its loop marked so."""
    source = SOURCE.format(mark=f"  # backprop: {mark}" if mark else "")
    return namespace(generate_module(source, "m.py", Options()))


@functools.cache
def fewest(stretches: int, keep: int) -> int:
    """How many stretches are gone through again at least: each way of keeping the next state is tried."""
    if stretches == 1:
        return 0
    if keep == 1:
        return stretches * (stretches - 1) // 2
    return min(m + fewest(stretches - m, keep - 1) + fewest(m, keep) for m in range(1, stretches))


@functools.cache
def by_schedule(stretches: int, keep: int) -> int:
    """How many stretches the schedule goes through again."""
    if stretches == 1:
        return 0
    if keep == 1:
        return stretches * (stretches - 1) // 2
    m = helper("next_kept")(stretches, keep)
    return int(m + by_schedule(stretches - m, keep - 1) + by_schedule(m, keep))


@pytest.mark.parametrize("keep", [1, 2, 3, 4, 6])
def test_no_schedule_goes_through_fewer_stretches_again(keep: int) -> None:
    for stretches in range(1, 60):
        assert by_schedule(stretches, keep) == fewest(stretches, keep), stretches


class Counted:
    """A pair of turns that are counted; a state says in front of which turn it is."""

    def __init__(self) -> None:
        self.forwards = 0
        self.seen: list[int] = []

    def forward(self, start: int, stop: int, state: int) -> tuple[int, tuple[int, int]]:
        assert state == start, "a state of another turn"
        self.forwards += 1
        return stop, (start, stop)

    def backward(self, up: int, cache: tuple[int, int]) -> int:
        assert up == cache[1], "a gradient of another turn"
        self.seen.append(cache[0])
        return cache[0]


@pytest.mark.parametrize("turns", [0, 1, 2, 5, 17, 60])
@pytest.mark.parametrize("keep", [1, 2, 3, 10, 100])
def test_each_turn_is_gone_back_through_once_with_few_states(turns: int, keep: int) -> None:
    counted = Counted()
    (end,), kept = helper("by_turns")(counted.forward, 0, turns, keep, (0,), ())
    assert end == turns
    states = kept[2]
    assert len(states) <= keep + 1  # the last one is there anyway
    for _ in range(2):  # the cache serves as often as it is asked
        counted.seen.clear()
        assert helper("back_by_turns")(counted.forward, counted.backward, (turns,), kept) == (0,)
        assert counted.seen == list(reversed(range(0, turns, keep))) or (turns == 0 and counted.seen == [0])


@pytest.mark.parametrize("keep", [1, 2, 3, 7])
def test_stretches_are_gone_through_as_often_as_the_schedule_says(keep: int) -> None:
    counted, turns = Counted(), 20 * keep
    _, kept = helper("by_turns")(counted.forward, 0, turns, keep, (0,), ())
    helper("back_by_turns")(counted.forward, counted.backward, (turns,), kept)
    # beside those that are gone through again, each on its way back, and the last one for its value
    assert counted.forwards == fewest(20, keep) + 20 + 1


@pytest.mark.parametrize("mark", ["checkpoint", "checkpoint(1)", "checkpoint(3)", "checkpoint(50)"])
@pytest.mark.parametrize("turns", [0, 1, 2, 9, 30])
def test_gradients_are_those_of_the_plain_loop(mark: str, turns: int) -> None:
    x = np.linspace(-1.0, 1.5, turns)
    plain, marked = passes(""), passes(mark)
    value, cache = plain["f_forward"](x, 0.7)
    again, cache_again = marked["f_forward"](x, 0.7)
    assert value == again
    for _ in range(2):
        for one, other in zip(plain["f_backward"](1.3, cache), marked["f_backward"](1.3, cache_again)):
            np.testing.assert_allclose(other, one, rtol=1e-12, atol=1e-14)


def test_functions_that_are_not_asked_for_are_left_alone() -> None:
    """A loop that cannot be taken apart is no problem of another function."""
    other = "def g(xs: list):\n    s = 0.0\n    for v in xs:  # backprop: checkpoint\n        s = s + v * v\n"
    source = SOURCE.format(mark="  # backprop: checkpoint") + f"\n\n{other}    return s\n"
    assert "def f_turns_forward(" in generate_module(source, "m.py", Options(only=("f",)))


def test_what_is_known_of_a_function_is_not_that_of_a_call_of_it() -> None:
    """A function that is called keeps its own pair, and what it takes there is not what one caller gives."""
    called = """import numpy as np


def step(s, x):
    for i in range(3):MARK
        s += np.sum(np.sin(x) * i * s)
    return s


def g(u: "N", k: float):
    s = step(k * 2, k)
    return s * np.sum(u)
"""
    plain = namespace(generate_module(called.replace("MARK", ""), "m.py", Options()))
    marked = namespace(generate_module(called.replace("MARK", "  # backprop: checkpoint"), "m.py", Options()))
    for name, given in (("step", (0.7, np.array([0.3, 0.5]))), ("g", (np.array([0.3, 0.5]), 0.7))):
        both = []
        for names in (plain, marked):
            _, cache = names[f"{name}_forward"](*given)
            both.append(names[f"{name}_backward"](1.3, cache))
        for one, other in zip(*both):
            np.testing.assert_allclose(other, one, rtol=1e-12)
    assert "step_turns_forward" in marked
