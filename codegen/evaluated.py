"""What every name of a function is for example arguments, and the gradient of the output with respect to it.

The gradients are exact, and those of the pairs that are generated: to each value that a statement gives
something is added that is zero and an argument, and the gradient on that argument is the one on the value.
Where that would change what the function does, or a pair with it is refused or gives other gradients on the
arguments than the one without, there is no gradient and `why` says so.
"""

from __future__ import annotations

import copy
import sys
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np

from codegen.build import Defect, generate_whole
from codegen.executed import SEEN, Execution, called, surroundings
from codegen.files import FileRefused
from codegen.generate import Generated
from codegen.inprocess import upstream as of_number
from codegen.nests import as_numpy, floated, in_numpy, is_leaf, leaves, mapped, same
from codegen.options import Options
from codegen.problems import Problem
from codegen.sites import Place, Site, may_write, parameters_at, sites, with_added

T = TypeVar("T")
CONSTANT = "no argument goes into it"
TURNS = "the turns of its loop are too many, or its shape is not that of the turns before"
DEPTH = 8  # of instances, lists and dicts in one another
LARGEST = 1_000_000  # numbers in what is added in all turns of a loop
SHARED = "it shares memory with another value, and the function writes into memory"
STOPPED = "a pragma stops the gradient here"
NOT_FOUND = "no pair of the function gives it"
DRAWN = "the function does not give the same each time"
NOT_GIVEN = "the backward pass gives none"


@dataclass(frozen=True)
class Stage:
    """A name with what it was given on a line: the value, and the gradient with respect to it.

    Arguments are stages too, on the line of the `def`. Where the gradient is None `why` says the reason. Of a
    statement that was executed several times (`turns`) it is the value of the last one. A statement that
    writes into part of a value has the whole of it, as it is then. A value that is given to two names at
    once (`a = b = x * y`) has one gradient, which both names have.
    """

    name: str
    line: int
    value: Any
    gradient: Any = None
    why: str = ""
    turns: int = 1
    is_argument: bool = False


@dataclass(frozen=True)
class Evaluated:
    """The stages of a function in the order of their execution, its output, the gradients on that."""

    function: str
    stages: tuple[Stage, ...]
    output: Any
    upstream: tuple[Any, ...]


def evaluated(
    text: str,
    path: str,
    function: str,
    options: Options,
    arguments: Mapping[str, Any],
    *,
    upstream: Sequence[Any] | None = None,
    stages: bool = True,
) -> Evaluated:
    """Values and gradients of every stage of a function (or method, `Layer.forward`) of a source.

    This runs the user's code: the definitions of the source and what it imports, and the function. `upstream`
    are the gradients on the outputs: ones unless they are given, zeros for arguments that are written into.
    Whole numbers are taken for floating-point ones where there is a gradient on them, and a dict, where the
    argument is an instance of a class that holds values, for what makes it. Raises as
    `generate_text` does, and `FileRefused` with E011 where the function fails on the arguments. Without
    `stages` only arguments have gradients.
    """
    plain = generate_whole(text, path, replace(options, only=(function,)))
    run = _Run(text, path, function, options, plain)
    return run.evaluated(run.execution.with_instances(arguments), upstream, stages)


def followed(
    text: str, path: str, function: str, options: Options, arguments: Mapping[str, Any]
) -> tuple[Any, ...]:
    """The way that a function goes: whether its conditions hold, and what its loops go over, in order.

    This runs the user's code, as `evaluated` does.
    """
    plain = generate_whole(text, path, replace(options, only=(function,)))
    run = _Run(text, path, function, options, plain)
    return run.tried(run.execution.followed, run.execution.with_instances(arguments))


@dataclass(frozen=True)
class _Seen:
    """What a site has given: a copy of it, how often, when the last time, and what stands against adding.

    `shared` are the values themselves that are, or may be, in memory that something else is in.
    """

    value: Any
    turns: int
    when: int
    why: str
    shared: tuple[Any, ...]


class _Run:
    """A function of a source, to be run with additions."""

    def __init__(self, text: str, path: str, function: str, options: Options, plain: Generated) -> None:
        self.text, self.path, self.function, self.options = text, path, function, options
        self.plain, self.pair = plain, _Pair(plain, function, path)
        self.execution = Execution(text, path, function, plain)
        self.node = self.execution.node
        self.sites = sites(self.node)
        self.writes = may_write(self.node, self.execution.tree)
        self.fresh = "zero"  # and a number: names that the source has not
        while self.fresh in text:
            self.fresh += "_"

    def tried(self, run: Callable[[Mapping[str, Any]], T], arguments: Mapping[str, Any]) -> T:
        """What a run gives; with whole numbers as they are where it fails with floating-point ones."""
        try:
            return run({n: floated(v) if n in self.pair.gradients else v for n, v in arguments.items()})
        except FileRefused:  # a whole number is perhaps counted with
            return run(arguments)

    def evaluated(
        self, arguments: Mapping[str, Any], upstream: Sequence[Any] | None, every: bool
    ) -> Evaluated:
        """All stages, with those of their gradients that are found: those of arguments, or of `every` one."""
        given, output, seen = self.tried(self._watched, arguments)
        first, missing = self.pair.run(given, upstream), NOT_GIVEN
        if not _gives(first, output):
            first, missing = replace(first, gradients={}), DRAWN
            seen = {at: replace(one, why=one.why or DRAWN) for at, one in seen.items()}
        addable = [at for at, one in seen.items() if not one.why and every]
        found = dict(self._found(addable, seen, given, first))
        stages = []
        for name, value in {**given, **arguments}.items():
            why = "" if name in first.gradients else missing
            line, gradient = self.node.lineno, first.gradients.get(name)
            stages.append(Stage(name, line, value, gradient, why, is_argument=True))
        for at in sorted(seen, key=lambda at: (seen[at].when, at)):
            one, site = seen[at], self.sites[at]
            why = one.why if one.why or at in found else NOT_FOUND
            stages.append(Stage(site.name, site.line, one.value, found.get(at), why, one.turns))
        output = in_numpy(output)
        return Evaluated(self.function, tuple(stages), output, first.upstream)

    def _watched(self, arguments: Mapping[str, Any]) -> tuple[dict[str, Any], Any, dict[int, _Seen]]:
        """All arguments, what the function gives, and what each of its sites has given on the way."""
        additions: dict[Place, str] = {}
        for at, site in enumerate(self.sites):
            call = f"; {SEEN}({at}, {site.name}, locals())"
            additions[site.end] = additions.get(site.end, "") + call
        seen: dict[int, _Seen] = {}
        passed: dict[str, Any] = {}
        written: list[Any] = []
        when = iter(range(sys.maxsize))

        def see(at: int, value: Any, around: Mapping[str, Any]) -> None:
            own = {site.name for site in self.sites if site.end == self.sites[at].end}
            others = [value for name, value in around.items() if name not in own]
            before = seen.get(at)
            turns = 1 if before is None else before.turns + 1
            why = before.why if before is not None else ""
            why = why or self._against(self.sites[at], value, before)
            shared = before.shared if before is not None else ()
            if self.sites[at].inside:
                written.append(value)
            elif not why and any(_share(value, other) for other in [*others, *passed.values()]):
                shared = (*shared, value)
            seen[at] = _Seen(_copied(value), turns, next(when), why, shared)

        given, output = self.execution.ran(arguments, additions, see, passed)
        return given, output, self._without_shared(seen, written)

    def _without_shared(self, seen: Mapping[int, _Seen], written: Sequence[Any]) -> dict[int, _Seen]:
        """Takes away what has other names too, where the function writes into its memory.

        A sum would be memory of its own, and what is written into the one would not be in the other.
        """
        shared = [
            at
            for at, one in seen.items()
            if one.shared and (self.writes or any(_share(v, other) for v in one.shared for other in written))
        ]
        return {at: replace(one, why=SHARED) if at in shared else one for at, one in seen.items()}

    def _against(self, site: Site, value: Any, before: _Seen | None) -> str:
        """Why nothing can be added to a value."""
        if site.line in self.plain.module.stops:
            return STOPPED
        value = as_numpy(value)
        if not is_leaf(value) or np.asarray(value).dtype.kind != "f":
            return f"it is {_what(value)}"
        if before is not None and (
            np.shape(before.value) != np.shape(value) or before.turns * np.size(value) >= LARGEST
        ):
            return TURNS
        return CONSTANT if site.constant else ""

    def _found(
        self, chosen: Sequence[int], seen: Mapping[int, _Seen], arguments: Mapping[str, Any], first: _Result
    ) -> Iterator[tuple[int, Any]]:
        """The gradients at sites: of all at once, or where that is refused of the one and the other half."""
        if not chosen:
            return
        gradients = self._added(chosen, seen, arguments, first, annotated=True)
        if gradients is None and len(chosen) == 1:
            gradients = self._added(chosen, seen, arguments, first, annotated=False)
        if gradients is not None:
            yield from gradients.items()
        elif len(chosen) > 1:
            middle = len(chosen) // 2
            for half in (chosen[:middle], chosen[middle:]):
                yield from self._found(half, seen, arguments, first)

    def _added(
        self,
        chosen: Sequence[int],
        seen: Mapping[int, _Seen],
        arguments: Mapping[str, Any],
        first: _Result,
        *,
        annotated: bool,
    ) -> dict[int, Any] | None:
        """The gradients on what is added at sites, if the function is then what it was."""
        added = [_Added(at, self.sites[at], seen[at], self.fresh, annotated) for at in chosen]
        additions: dict[Place, str] = {}
        for place, put in [*(put for one in added for put in one.to_values()), *map(_Added.behind, added)]:
            additions[place] = additions.get(place, "") + put
        place, front, back = parameters_at(self.text, self.node)
        additions[place] = front + ", ".join(part for one in added for part in one.parameters) + back
        wrt = (*first.gradients, *(one.name for one in added))
        options = replace(self.options, only=(self.function,), wrt={self.function: wrt})
        more = {name: value for one in added for name, value in one.arguments.items()}
        try:
            whole = generate_whole(with_added(self.text, additions), self.path, options)
            pair = _Pair(whole, self.function, self.path)
            result = pair.run({**arguments, **more}, first.upstream)
        except (FileRefused, Defect):
            return None
        if any(one.name not in result.gradients for one in added) or not _agree(first, result):
            return None
        return {one.at: one.gradient(result.gradients[one.name]) for one in added}


@dataclass(frozen=True)
class _Added:
    """An argument that is added to what a site gives; in a loop an item of it, in each turn the next."""

    at: int
    site: Site
    seen: _Seen
    stem: str
    annotated: bool

    @property
    def name(self) -> str:
        """The name of the argument."""
        return f"{self.stem}{self.at}"

    @property
    def parameters(self) -> list[str]:
        """The argument in the head of the function, and the counter of turns."""
        shape = [str(size) for size in np.shape(self._zeros)]
        own = f"{self.name}: " + (f'"{" ".join(shape)}"' if shape else "float")
        own = own if self.annotated else self.name
        return [own, f"{self._turn}: int"] if self.site.in_loop else [own]

    @property
    def arguments(self) -> dict[str, Any]:
        """What the function is given for them."""
        return {self.name: self._zeros, **({self._turn: 0} if self.site.in_loop else {})}

    def to_values(self) -> list[tuple[Place, str]]:
        """What is put around the value, if it has a place of its own."""
        return (
            [(self.site.value[0], "("), (self.site.value[1], f") + {self._read}")] if self.site.value else []
        )

    def behind(self) -> tuple[Place, str]:
        """What is put behind the statement."""
        name, text = self.site.name, ""
        if self.site.inside:  # into the memory, which other names may stand for
            text = f"; {name} += {self._read}"
        elif self.site.value is None:
            text = f"; {name} = {name} + {self._read}"
        return self.site.end, text + (f"; {self._turn} += 1" if self.site.in_loop else "")

    def gradient(self, found: Any) -> Any:
        """The gradient on the value, by that on the argument; in a loop, on that of the last turn."""
        return found[-1] if self.site.in_loop else found

    @property
    def _turn(self) -> str:
        return f"{self.name}_turn"

    @property
    def _read(self) -> str:
        return f"{self.name}[{self._turn}]" if self.site.in_loop else self.name

    @property
    def _zeros(self) -> Any:
        """What is added; x + -0.0 is x for every x, and for each of the two zeros too."""
        value = self.seen.value
        if not self.site.in_loop and not isinstance(value, np.ndarray):
            return type(value)(-0.0)
        shape = (self.seen.turns, *np.shape(value)) if self.site.in_loop else value.shape
        return np.full(shape, -0.0, np.asarray(value).dtype)


@dataclass(frozen=True)
class _Result:
    """What a pair gives at some arguments: outputs, and gradients by the names of arguments."""

    outputs: tuple[Any, ...]
    gradients: Mapping[str, Any]
    upstream: tuple[Any, ...]


class _Pair:
    """The pair of a function in a module that was generated."""

    def __init__(self, whole: Generated, function: str, path: str) -> None:
        self.name = whole.module.methods.get(function, function)
        (pair,) = (pair for pair in whole.pairs if pair.summary.name == self.name)
        self.summary, self.text, self.path = pair.summary, whole.emitted.text, path
        self.gradients = [name for name, _ in pair.backward.gradients]

    def run(self, arguments: Mapping[str, Any], upstream: Sequence[Any] | None) -> _Result:
        """Both passes."""
        with surroundings(self.path):
            try:
                return self._run(copy.deepcopy(dict(arguments)), upstream)
            except Exception as error:
                what = f"{type(error).__name__}: {error}".partition("\n")[0]
                message = f"the pair of {self.name} fails on these arguments: {what}"
                raise FileRefused(self.path, [Problem(0, 0, "E011", message)]) from None

    def _run(self, arguments: dict[str, Any], upstream: Sequence[Any] | None) -> _Result:
        namespace: dict[str, Any] = {"__name__": __name__}  # where dataclasses look
        exec(compile(self.text, f"<passes of {self.path}>", "exec", dont_inherit=True), namespace)
        result = called(namespace[f"{self.name}_forward"], arguments)
        flags = self.summary.upstream
        outputs = result[:-1] if flags else ()
        cache = result[-1] if flags else result
        kept = in_numpy(copy.deepcopy(outputs))
        if upstream is None:
            upstream = () if self.summary.final else self._upstream(outputs, arguments)
        gradients = namespace[f"{self.name}_backward"](*copy.deepcopy(list(upstream)), cache)
        values = [gradients] if len(self.gradients) == 1 else list(gradients)
        values = [in_numpy(value) for value in values]
        return _Result(kept, dict(zip(self.gradients, values)), tuple(upstream))

    def _upstream(self, outputs: tuple[Any, ...], arguments: Mapping[str, Any]) -> tuple[Any, ...]:
        """Ones on what is returned; on arguments that are written into only where nothing is."""
        wanted = [output for output, has in zip(outputs, self.summary.upstream) if has]
        written = [arguments[name] for name in self.summary.mutated]
        written = [value for value in written if not any(value is output for output in outputs)]
        ones = [_filled(value, 0.0 if outputs else 1.0) for value in written]
        return (*(_filled(output, 1.0) for output in wanted), *ones)


def _gives(result: _Result, output: Any) -> bool:
    """Whether a pair gives what the function does: it does not where that draws something."""
    ways = [list(output), [output]] if type(output) is tuple else [[] if output is None else [output]]
    return any(
        same(as_dicts(way), as_dicts(list(result.outputs[: len(way)])), _tolerance(result)) for way in ways
    )


def _tolerance(result: _Result) -> float:
    kinds = [np.asarray(leaf).dtype for _, leaf in leaves(list(result.outputs))]
    return 1e4 * max([float(np.finfo(kind).eps) for kind in kinds], default=1e-15)


def _agree(first: _Result, result: _Result) -> bool:
    """Whether outputs and gradients on the arguments are what they are without any addition."""
    tolerance = _tolerance(first)
    gradients = {name: result.gradients.get(name) for name in first.gradients}
    before, now = [list(first.outputs), dict(first.gradients)], [list(result.outputs), gradients]
    return same(as_dicts(before), as_dicts(now), tolerance)


def as_dicts(nest: Any, depth: int = DEPTH) -> Any:
    """A nest with dicts in the place of instances."""

    def plain(_: object, value: Any) -> Any:
        return as_dicts(vars(value), depth - 1) if _holds(value, depth) else as_numpy(value)

    return mapped(nest, plain)


def _arrays(value: Any, depth: int = DEPTH) -> Iterator[np.ndarray]:
    """The arrays in a value."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, (list, tuple)) and depth:
        for part in value:
            yield from _arrays(part, depth - 1)
    elif isinstance(value, Mapping) and depth:
        yield from _arrays(list(value.values()), depth - 1)
    elif _holds(value, depth):
        yield from _arrays(vars(value), depth - 1)


def _holds(value: Any, depth: int) -> bool:
    """Whether a value is an instance with fields."""
    if not depth or isinstance(value, (type, types.ModuleType, types.FunctionType, np.generic)):
        return False
    if hasattr(value, "__array__"):
        return False
    return bool(getattr(value, "__dict__", None))


def _filled(output: Any, number: float) -> Any:
    """A gradient on an output: the same number everywhere, in its precision."""

    def one(_: object, value: Any) -> Any:
        if _holds(value, DEPTH):
            made = copy.copy(value)
            vars(made).update({name: _filled(part, number) for name, part in vars(value).items()})
            return made
        if isinstance(value, str) or value is None:
            return value
        return np.full_like(value, number) if np.shape(value) else number * of_number(value, "output")

    return mapped(output, one)


def _share(value: Any, other: Any) -> bool:
    """Whether a value's memory is, or may be, also that of something in another one."""
    return any(np.may_share_memory(a, b) for a in _arrays(value) for b in _arrays(other))


def _copied(value: Any) -> Any:
    try:
        return in_numpy(copy.deepcopy(value))
    except Exception:  # a module, a generator
        return value


def _what(value: Any) -> str:
    """What a value is that has no gradient."""
    if isinstance(value, (bool, np.bool_)):
        return "a truth"
    if isinstance(value, (int, np.integer)):
        return "a whole number"
    if isinstance(value, np.ndarray):
        return f"an array of {value.dtype}"
    return f"a {type(value).__name__}"
