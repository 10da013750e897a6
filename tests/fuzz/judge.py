"""Judges programs with blocks: differences at first and second order, and relations without numbers.

A program is usable if it runs, stays moderate and is smooth where it is asked. What is generated must then
be right, or refused. Relations say that a program written in another way has the same gradient.
"""

from __future__ import annotations

import copy
import inspect
import re
import signal
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from case_files import in_latin_letters, returned_gradients
from checking import (
    Wrong,
    carried_out,
    check_names,
    check_pair,
    dot,
    drawn_like,
    is_float,
    leaves,
    mutated_by,
    namespace,
    returns_several,
    with_leaf,
)

from codegen.generate import Options, generate_module
from codegen.problems import Refused
from fuzz.expressions import Program
from fuzz.relations import RELATIONS, in_other_names

LARGE = 30.0
HUGE = 1e100  # of a Python number of that size no square can be taken
KINK = 3e-6
LONGEST = 5  # seconds that a program may take
# An array, or a row, where nothing said so; an argument that is written into, but not changed by that.
AT_RUN_TIME = re.compile(
    "is an array, and is taken for a number|missing . required positional argument"
    "|and its items are taken for numbers|too many indices for array|first operand must be array"
)


@dataclass(frozen=True)
class Verdict:
    """What became of a program: ok, untame, refused, crash or wrong; and at what."""

    kind: str
    at: str = ""
    detail: str = ""
    text: str = ""

    @property
    def finding(self) -> bool:
        """Whether somebody must look at it."""
        return self.kind in ("crash", "wrong")

    @property
    def mark(self) -> str:
        """What two findings of one sort have in common."""
        lines = [line for line in self.detail.splitlines() if line.strip()] or [""]
        gist = re.sub(r"[\d.+-]+(e[\d+-]+)?|\[.*?\]|\(.*?\)|np\.float64|'.*?'|nan|array.*", "", lines[-1])
        return f"{self.kind} {self.at}: {gist[:50]}"


def kinky(function: Callable[..., Any], args: list[Any], several: bool) -> bool:
    """Whether a function is not smooth at a point, as far as second differences show."""
    rng = np.random.default_rng(5)
    mutated = mutated_by(function, args)
    here = [o for o in carried_out(function, args, several, mutated) if not isinstance(o, (bool, int, str))]
    ups = [drawn_like(o, rng) for o in here]

    def loss(values: list[Any]) -> float:
        outs = carried_out(function, values, several, mutated)
        return dot(ups, [o for o in outs if not isinstance(o, (bool, int, str))])

    middle = loss(args)
    for position, argument in enumerate(args):
        for path, leaf in leaves(argument):
            if not is_float(leaf):
                continue
            for index in np.ndindex(*np.shape(leaf)):
                for h in (1e-4, 2.1e-4):
                    sides = []
                    for step in (h, -h):
                        moved = leaf + step if np.ndim(leaf) == 0 else np.array(leaf, copy=True)
                        if np.ndim(leaf):
                            moved[index] += step
                        new = with_leaf(argument, path, moved)
                        sides.append(loss([new if i == position else a for i, a in enumerate(args)]))
                    slope = abs(sides[0] - sides[1]) / (2 * h)
                    if not abs(sides[0] + sides[1] - 2 * middle) < KINK * (1 + slope):
                        return True
    return False


def grown(function: Callable[..., Any], args: list[Any], several: bool) -> bool:
    """Whether what a function gives, a cache too, is too large for differences to be judged by."""
    outs = carried_out(function, args, several, mutated_by(function, args))
    floats = [leaf for _, leaf in leaves(outs) if is_float(leaf) and np.size(leaf)]
    return not all(np.max(np.abs(leaf)) < 1000 * LARGE for leaf in floats)


def overflows(text: str, program: Program, most: float = np.inf) -> bool:
    """Whether the forward pass keeps what is not finite, though its outputs are: of an infinity times 0.0.

    With `most`, whether it keeps what is so large.
    """
    kept = namespace(text)[f"{program.name}_forward"](*copy.deepcopy(program.arguments))
    return not all(np.all(np.abs(leaf) < most) for _, leaf in leaves(kept) if is_float(leaf))


def usable(program: Program) -> bool:
    """Whether a program runs, gives moderate floats and is smooth."""
    args = list(copy.deepcopy(program.arguments))
    try:
        space = namespace(program.source)
        function = space[program.name]
        several = returns_several(program.source, program.name)
        mutated = mutated_by(function, args)
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            outs = carried_out(function, args, several, mutated)
        for _, leaf in leaves(outs):
            if not is_float(leaf) or not np.all(np.isfinite(leaf)) or np.size(leaf) > 30:
                return False
            if np.size(leaf) and np.max(np.abs(leaf)) > LARGE:
                return False
        return bool(outs) and not kinky(function, args, several)
    except Exception:
        return False


def in_time(program: Program) -> bool:
    """Whether a program is usable, and ends."""

    def stop(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        return usable(program)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def gradients(text: str, program: Program, seed: int = 0) -> dict[str, Any]:
    """The gradients that a generated module gives, by argument."""
    space, given = namespace(text), namespace(program.source)
    args = list(copy.deepcopy(program.arguments))
    function = given[program.name]
    mutated = mutated_by(function, args)
    outs = carried_out(function, args, returns_several(program.source, program.name), mutated)
    rng = np.random.default_rng(seed)
    ups = [drawn_like(o, rng) for o in outs]
    result = space[f"{program.name}_forward"](*args)
    cache = result[-1] if isinstance(result, tuple) else result
    if function(*copy.deepcopy(args)) is None:
        cache = result
    back = space[f"{program.name}_backward"](*ups, cache)
    names = returned_gradients(text, program.name)
    return dict(zip(names, back if len(names) > 1 else [back]))


def unsteady(text: str, program: Program) -> bool:
    """Whether gradients are others a millionth of a millionth further on, as of `sin(1e12 * x)`."""
    try:
        here = gradients(text, program)
        moved = [moved_on(argument) for argument in program.arguments]
        there = gradients(text, replace(program, arguments=tuple(moved)))
    except Exception:
        return False
    pairs = ((a, b) for name in here for (_, a), (_, b) in zip(leaves(here[name]), leaves(there[name])))
    return not all(np.allclose(a, b, rtol=1e-3, atol=1e-6) for a, b in pairs if np.shape(a) == np.shape(b))


def moved_on(value: Any) -> Any:
    """An argument with its floats a millionth of a millionth further on."""
    for path, leaf in leaves(value):
        if is_float(leaf):
            value = with_leaf(value, path, leaf * (1 + 1e-12))
    return value


def examine(program: Program, second: bool = True, relate: int | None = None) -> Verdict:
    """Generates and checks; `relate` is the number of a relation that is tried too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _examine(program, second, relate)


def _examine(program: Program, second: bool, relate: int | None) -> Verdict:
    name, at, text = program.name, "", ""
    args = list(copy.deepcopy(program.arguments))
    try:
        text = generate_module(program.source, "m.py", program.options)
        check_names(text)
        function = namespace(program.source)[name]
        parameters = list(inspect.signature(function).parameters)
        positions = [parameters.index(p) for p in returned_gradients(text, name)]
        floats = [i for i, a in enumerate(args) if any(is_float(leaf) for _, leaf in leaves(a))]
        if not program.options.wrt and positions != floats:
            raise Wrong(f"gradients of {positions}, where {floats} have some")
        several = returns_several(program.source, name)
        ups, cache = check_pair(namespace(text), name, function, args, positions, several=several)
        if relate is not None:
            at = RELATIONS[relate].__name__
            _relation(program, text, RELATIONS[relate])
        if second:
            at = "second"
            verdict = _second(program, text, [*ups, cache])
            if verdict is not None:
                return verdict
    except Refused as error:
        return Verdict("refused", at, "; ".join(f"{p.code}: {p.message}" for p in error.problems), text)
    except Wrong as error:
        if overflows(text, program) or unsteady(text, program):
            return Verdict("untame")
        return Verdict("wrong", at, str(error), text)
    except Exception as error:
        if AT_RUN_TIME.search(str(error)):
            return Verdict("refused", at, str(error), text)
        if isinstance(error, OverflowError) and overflows(text, program, HUGE):
            return Verdict("untame")
        return Verdict("crash", at, traceback.format_exc(limit=-3), text)
    return Verdict("ok", text=text)


def _second(program: Program, text: str, given: list[Any]) -> Verdict | None:
    """Both passes of a pair, differentiated in their turn."""
    name = program.name
    space = namespace(text)
    for which, args in ((f"{name}_backward", given), (f"{name}_forward", list(program.arguments))):
        args = copy.deepcopy(args)
        again = ""
        try:
            again = generate_module(text, "again.py", Options(only=(which,)))
            check_names(again)
            parameters = list(inspect.signature(space[which]).parameters)
            positions = [parameters.index(p) for p in returned_gradients(again, which)]
            several = returns_several(text, which)
            check_pair(namespace(again), which, space[which], args, positions, several=several)
        except Refused as error:
            detail = "; ".join(f"{p.code}: {p.message}" for p in error.problems)
            return Verdict("refused", f"second {which[2:]}", detail, text)
        except Exception as error:
            try:
                several = returns_several(text, which)
                if grown(space[which], args, several) or kinky(space[which], args, several):
                    return None
            except Exception:  # what is differentiated raises beside the point
                return None
            kind = "wrong" if isinstance(error, Wrong) else "crash"
            return Verdict(
                kind,
                f"second {which[len(name) + 1 :]}",
                traceback.format_exc(limit=-3),
                text + "\n#####\n" + again,
            )
    return None


def _relation(program: Program, text: str, change: Callable[[Program], Program | None]) -> None:
    """The program in another way has the same gradients."""
    other = change(program)
    if other is None:
        return
    wanted = gradients(text, program)
    try:
        again = generate_module(other.source, "m.py", other.options)
    except Refused as error:
        if change is in_other_names:
            raise Wrong(f"refused under other names: {error}") from None
        return
    check_names(again)
    found = gradients(again, other)
    if change is in_other_names:
        found = {in_latin_letters(name): value for name, value in found.items()}
    for name, value in found.items():
        mine, theirs = list(leaves(value)), list(leaves(wanted[name]))
        if len(mine) != len(theirs) or not all(
            np.allclose(a, b, rtol=1e-8, atol=1e-9) for (_, a), (_, b) in zip(mine, theirs)
        ):
            raise Wrong(f"{name}: {value!r} instead of {wanted[name]!r}\n{other.source}\n{again}")
