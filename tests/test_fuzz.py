"""A few random and small programs in each run of the tests; `make fuzz` tries some thousand."""

from __future__ import annotations

import random
import warnings

import pytest
from fuzz.blocks import drawn
from fuzz.cores import each
from fuzz.judge import examine, usable
from fuzz.relations import RELATIONS
from fuzz.small import Small, judged, programs

SEED, PROGRAMS = 11, range(36)
SMALL = list(programs())


def test_on_several_cores_each_is_judged_once_and_in_order() -> None:
    assert list(each(str, iter(range(40)), 2)) == list(map(str, range(40)))


@pytest.mark.parametrize("number", PROGRAMS)
def test_random_blocks_are_right_or_refused(number: int) -> None:
    program = drawn(SEED, number)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what overflows is not usable
        if not usable(program):
            return
    verdict = examine(program, second=number % 4 == 0, relate=number % len(RELATIONS))
    assert not verdict.finding, f"{verdict.mark}\n{program.source}\n{verdict.detail}\n{verdict.text}"


@pytest.mark.parametrize("program", random.Random(5).sample(SMALL, 120), ids=lambda p: "; ".join(p.body))
def test_small_program_is_right_or_refused(program: Small) -> None:
    verdict = judged(program)
    assert verdict.startswith(("ok", "refused")), f"{program.source}\n{verdict}"
