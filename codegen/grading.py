"""A hand-written backward pass graded: what of it is right, what is wrong, and what only follows from that.

A pass is right if what comes out of it is. How it gets there is its own affair: of variables between, the
gradients may be left out, or be called what they are not. Only of what comes out wrong the lines are judged.
"""

from __future__ import annotations

import ast
import contextlib
import math
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from codegen.accounts import Truths
from codegen.carried import Carried, Start, carried, held, returned, script_outputs, seeds, started, touched
from codegen.generate import Options, generate_module
from codegen.handwritten import File, Handwritten, NotGraded, passes_in
from codegen.judged import Fault, Judge
from codegen.kept import read_inputs
from codegen.misses import all_agree, by_values, contrast
from codegen.nests import drawn_like, floated, same, widened
from codegen.points import described, points_of
from codegen.problems import Refused
from codegen.stepwise import Compiled, Stopped, TooLong, Values, Walk, limited, seeded
from codegen.suggested import Restated, Suggested, exact_gradients, restated, suggested
from codegen.trees import walk
from codegen.truth import NotSmooth, Point, Runner, TooLarge, Truth

SECONDS = 30.0
MOST_LEFT_OUT = 8  # faults of which it is looked at what would be without them
RIGHT, WRONG, FOLLOWS, BETWEEN, ABSENT = "right", "wrong", "follows", "between", "absent"


@dataclass(frozen=True)
class Verdict:
    """What is said of one gradient; `follows` are the lines of the errors that it is wrong by."""

    gradient: str
    variable: str
    state: str
    line: int = 0
    follows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Graded:
    """A graded pass: its file and name, a verdict for each gradient, the faults in the order of the lines."""

    written: Handwritten
    verdicts: tuple[Verdict, ...]
    faults: tuple[Fault, ...]
    points: int
    suggestions: Callable[[], list[Suggested]] = field(compare=False)
    idle: tuple[int, ...] = ()  # lines that were run at no point

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults and all(one.state not in (WRONG, FOLLOWS) for one in self.verdicts)


@dataclass(frozen=True)
class Asked:
    """What is asked for: values of the example, and the variables whose gradients are to be there."""

    example: Mapping[str, Any]
    wrt: tuple[str, ...] = ()
    seconds: float = SECONDS


def grade(mine: File, against: File | None, function: str, asked: Asked) -> list[Graded]:
    """Grades the passes of a file by running it. Raises `NotGraded`."""
    written = passes_in(mine, against, function)
    try:
        with _beside(mine.path), limited(asked.seconds):
            return [_Grading(one, asked).graded() for one in written]
    except TooLong:
        raise NotGraded(f"it runs longer than {asked.seconds:g} s", 0, mine.path) from None
    except TooLarge:
        way = "grade it at a smaller example"
        raise NotGraded(f"there are too many numbers to move one by one: {way}", 0, mine.path) from None
    except NotSmooth:
        raise NotGraded("there is no gradient where it was looked at", 0, mine.path) from None
    except Stopped as stopped:
        raise NotGraded(f"it raises {stopped.what}", stopped.line, mine.path) from None


@contextlib.contextmanager
def _beside(path: str) -> Iterator[None]:
    """Imports are looked for beside the file, as those of a script."""
    before = list(sys.path)
    sys.path.insert(0, str(Path(path).resolve().parent))
    try:
        yield
    finally:
        sys.path[:] = before


@dataclass(frozen=True)
class Played:
    """A backward pass as it is: what each gradient was after each line, and what there is in the end."""

    history: Mapping[str, Sequence[tuple[int, int, Sequence[Any]]]]
    results: Mapping[str, tuple[str, Sequence[Any]]]
    stopped: Stopped | None
    alive: tuple[int, ...]


class _Grading:
    """Grades one pass."""

    def __init__(self, written: Handwritten, asked: Asked) -> None:
        self.written, self.asked = written, asked
        self.namespace = _prepared(written) if written.is_script else _namespace(written.file)
        own = written.forward.file is written.file
        others = self.namespace if own else _namespace(written.forward.file)
        self.runner = Runner(written.forward, others, Compiled(written.forward.file.path))
        self.compiled = Compiled(written.file.path)
        self.seeds: dict[str, str] = {}
        self.run: set[int] = set()
        self.begun: frozenset[str] = frozenset()

    def graded(self) -> Graded:
        """The grades, of the first way through the function on which something is wrong."""
        found = points_of(self.written, self.runner, {**self._commented(), **self.asked.example})
        if self.written.is_script:
            self._find_outputs(found.points[0])
        self._compare_forward(found.points)
        groups: dict[tuple[int, ...], list[Point]] = {}
        for point in found.points:
            lines = tuple(step.line for step in self.runner.run(point).steps)
            groups.setdefault(lines, []).append(point)
        graded = [self._of_points(points, guessed=found.guessed) for points in groups.values()]
        worst = next((one for one in graded if not one.ok), graded[0])
        return replace(worst, idle=tuple(sorted(_lines(self.written.body) - self.run)))

    def _commented(self) -> dict[str, Any]:
        """The example that stands above one of the functions."""
        backward = self.written.file.function(self.written.name) if self.written.name else None
        forwards = [one for one in (self.written.truth, self.written.forward) if one is not None]
        places = [(one.file, one.node) for one in forwards] + [(self.written.file, backward)]
        texts = [file.example(node) for file, node in places if node is not None]
        text = next((text for text in texts if text), "")
        return described(read_inputs(text)) if text else {}

    def _find_outputs(self, point: Point) -> None:
        trace = self.runner.run(point, recorded=True)
        self.seeds = seeds(self.written, trace)
        self.begun = frozenset([*point.given, *(name for found in point.placed.values() for name in found)])
        possible = script_outputs(self.written, trace)
        depending = (outputs for outputs in possible if self.seeds or self._depends(outputs, point))
        self.runner.outputs = next(depending, ())
        if not self.runner.outputs:
            line = self.written.forward.body[-1].lineno
            what = "the forward pass ends with no number, and nothing says what the gradient on its end is"
            raise NotGraded(what, line, self.written.file.path)

    def _depends(self, outputs: tuple[str, ...], point: Point) -> bool:
        """Whether a number changes with what there are gradients on: an accuracy does not."""
        self.runner.outputs = outputs
        truth = Truth(self.runner, point, (1.0,))
        for variable in self.begun & set(self.written.gradients.values()):
            try:
                if truth.is_moved_by(variable):
                    return True
            except NotSmooth:  # then it changes
                return True
        return False

    def _compare_forward(self, points: Sequence[Point]) -> None:
        """The forward pass of the file must give what the function does that it is held against."""
        truth = self.written.truth
        if truth is None:
            return
        runner = Runner(truth, _namespace(truth.file), Compiled(truth.file.path))
        for point in points:
            one, other = self.runner.run(point).outputs, runner.run(point).outputs
            if not same(tuple(map(widened, other)), tuple(map(widened, one)), 1e-9):
                name, path = self.written.forward.name, truth.file.path
                line = self.written.forward.node.lineno if self.written.forward.node else 0
                raise NotGraded(f"{name} gives other values than {truth.name} of {path}", line)

    def _of_points(self, points: Sequence[Point], *, guessed: bool) -> Graded:
        starts = [self._start(point) for point in points]
        played = self._played(starts)
        if guessed and played.stopped is not None:
            way = 'annotate the shapes of the arguments, or say --at "x=(5, 4)"'
            raise NotGraded(f"it raises {played.stopped.what} for numbers: {way}", played.stopped.line)
        starts = self._with_upstream([starts[at] for at in played.alive], played)
        named = {self.written.gradients.get(name, "") for name in self._named()} - {""}
        found = self._truths(starts, {variable for variable, _ in played.results.values()} or named)
        if len(played.alive) < len(points) or None in found:
            smooth = [start.point for start, truth in zip(starts, found) if truth is not None]
            return self._of_points(smooth, guessed=guessed)
        at_points = [truth for truth in found if truth is not None]
        truths = Truths(at_points, 1e-7 + 1e-9 * max(abs(truth.here) for truth in at_points))
        wrong = [name for name in played.results if not self._is_right(name, played, truths)]
        faults: list[Fault] = []
        lines: dict[str, frozenset[int]] = {}
        if wrong or played.stopped is not None:
            faults, lines = self._judged(starts, truths, played)
        faults += self._unexplained(wrong, faults, lines, played, truths)
        faults += self._absent(played)
        verdicts = tuple(self._verdicts(wrong, faults, lines, played, truths))
        return Graded(self.written, verdicts, tuple(faults), len(points), partial(self._suggested, starts[0]))

    def _suggested(self, start: Start) -> list[Suggested]:
        """The backward lines that are generated from the forward pass."""
        takes = any(role == "upstream" for _, role in self.written.roles)
        return suggested(self._restated(start), final=not takes and not self.seeds)

    def _start(self, point: Point) -> Start:
        """The forward run at a point, and gradients on what it gives: 1 where the pass takes none."""
        trace = self.runner.run(point, recorded=True)
        if trace.written and not self.written.is_script:
            raise NotGraded(f"{self.written.forward.name} writes into its argument {trace.written[0]}")
        cache = trace.cache
        if any(role == "cache" for _, role in self.written.roles) and not self.written.forward.cached:
            cache = self._made_cache(point)
        upstream = self.written.is_script or any(role == "upstream" for _, role in self.written.roles)
        weights = tuple(drawn_like(widened(one), np.random.default_rng(0)) for one in trace.outputs)
        if not upstream or (self.written.is_script and not self.seeds):
            weights = tuple(1.0 for _ in trace.outputs)
            if any(np.shape(one) for one in trace.outputs):
                raise NotGraded("it takes no gradient on what the forward pass gives, which is no number")
        return Start(point, trace, weights, cache)

    def _made_cache(self, point: Point) -> Any:
        """The cache that the generated forward pass keeps."""
        forward = self.written.forward
        try:
            text = generate_module(forward.file.text, forward.file.path, Options(only=(forward.name,)))
        except Refused as refused:
            what = f"{self.written.name} takes a cache, and {forward.name} has no generated pass: {refused}"
            raise NotGraded(what, 0, self.written.file.path) from None
        namespace: Values = {"__name__": __name__}
        exec(compile(text, f"<passes of {forward.file.path}>", "exec", dont_inherit=True), namespace)
        return namespace[f"{forward.name}_forward"](**self.runner.arguments(point.given))[-1]

    def _starts(self, starts: Sequence[Start]) -> Carried:
        values = [started(self.written, start, self.namespace, self.runner) for start in starts]
        return carried(self.written, values, self.compiled)

    def _played(self, starts: Sequence[Start]) -> Played:
        walks = self._starts(starts)
        history: dict[str, list[tuple[int, int, Sequence[Any]]]] = {}
        stopped, line = None, 0
        try:
            for step in walks.steps():
                self.run.add(step.line)
                walks.run(step)
                line = step.line
                for name in touched(step.node).changed:
                    if name in self.written.gradients:
                        history.setdefault(name, []).append((step.number, line, walks.now(name)))
        except Stopped as error:
            stopped = error
        results = {} if stopped is not None else self._results(walks, line, history)
        return Played(history, results, stopped, tuple(walks.alive))

    def _results(
        self, walks: Carried, line: int, history: Mapping[str, Any]
    ) -> dict[str, tuple[str, Sequence[Any]]]:
        """What comes out: what is returned; in a script, the gradients that no other one is computed from."""
        values = [walks.walks[at].values for at in walks.alive]
        if not self.written.is_script:
            rows = [tuple(returned(self.written, one, line)) for one in values]
            return {
                name: (variable, [row[at][2] for row in rows])
                for at, (name, variable, _) in enumerate(rows[0])
            }
        return {
            name: (self.written.gradients[name], [held(one, name) for one in values])
            for name in self._ends()
            if name in history
        }

    def _ends(self) -> list[str]:
        """In a script, the gradients on what it begins with, and those that nothing is computed from.

        What they change of the forward pass, as in a step of a descent, does not count.
        """
        found = [touched(statement) for statement in self.written.body]
        inside = [one for one in found if set(one.changed) - set(self.written.forward.variables)]
        read = frozenset().union(*(one.read - set(one.changed) for one in inside))
        return [
            name
            for name, variable in self.written.gradients.items()
            if name not in self.seeds and (name not in read or variable in self.begun)
        ]

    def _with_upstream(self, starts: Sequence[Start], played: Played) -> list[Start]:
        """In a script, the gradients on what the forward pass gives are what it says that they are."""
        if not self.seeds:
            return list(starts)
        found = []
        for at, start in enumerate(starts):
            by_variable: dict[str, Any] = {}
            for name, variable in self.seeds.items():
                first = played.history[name][0][2] if name in played.history else []
                by_variable[variable] = first[at] if at < len(first) else 0.0
            weights = []
            for variable, output in zip(self.runner.outputs, start.trace.outputs):
                weight = np.broadcast_to(np.asarray(by_variable[variable], dtype=float), np.shape(output))
                weights.append(weight if np.shape(output) else float(weight))
            found.append(replace(start, weights=tuple(weights)))
        return found

    def _truths(self, starts: Sequence[Start], variables: set[str]) -> list[Truth | None]:
        """What is true at the points; nothing at those where the function has no gradient."""
        truths: list[Truth | None] = []
        for start in starts:
            truth = Truth(self.runner, start.point, start.weights, partial(self._exact, start))
            try:
                for variable in variables:
                    for version in truth.versions(variable):
                        truth.gradient(variable, version)
            except NotSmooth:
                truths.append(None)
            else:
                truths.append(truth)
        if not any(truths):
            raise NotSmooth
        return truths

    def _restated(self, start: Start) -> Restated:
        begun = {**self.namespace, **start.point.given} if self.written.is_script else {}
        on = set(self.written.gradients.values())
        begun = {name: floated(value) if name in on else value for name, value in begun.items()}
        return restated(self.written.forward, start.point, start.trace, begun, self.runner.outputs)

    def _exact(self, start: Start) -> dict[tuple[str, int], Any]:
        source = self._restated(start)
        arguments = source.given if self.written.is_script else self.runner.arguments(start.point.given)
        return exact_gradients(source, arguments, start.weights)

    def _is_right(self, name: str, played: Played, truths: Truths) -> bool:
        """Whether what comes out is the gradient on its variable: on an argument, as it was given."""
        variable, values = played.results[name]
        if not truths.versions(variable):
            line = played.history[name][-1][1] if name in played.history else 0
            raise NotGraded(f"what {name} is the gradient on is not clear", line, self.written.file.path)
        if variable.partition("[")[0] in self.written.forward.arguments:
            return all_agree(values, truths.gradient(variable, 0), truths.noise)
        return truths.complete(variable, values) is not None

    def _judged(
        self, starts: Sequence[Start], truths: Truths, played: Played
    ) -> tuple[list[Fault], dict[str, frozenset[int]]]:
        later = {name: found[-1][0] for name, found in played.history.items() if len(found) > 1}
        upstream: dict[str, Sequence[Any]] = {}
        for name, variable in self.seeds.items():
            at = self.runner.outputs.index(variable)
            upstream[name] = [start.weights[at] for start in starts]
        there = {name: of for name, of in self.written.gradients.items() if truths.versions(of)}
        written = replace(self.written, gradients=there)

        def judge_without(ignored: frozenset[str], *, quick: bool) -> Judge:
            results = frozenset(played.results)
            again = partial(self._starts, starts)
            return Judge(written, again(), truths, results, upstream, later, again, ignored, quick)

        judge = judge_without(frozenset(), quick=False)
        for truth in truths.truths:
            truth.until = time.monotonic() + self.asked.seconds / 3
        try:
            faults = judge.judge()
            for name in dict.fromkeys(fault.gradient for fault in faults[:MOST_LEFT_OUT]):
                others = [fault for fault in faults if fault.gradient != name]
                if name in played.results or not others:
                    continue
                # If nothing else is wrong with it as it is, it is only called what it is not.
                without = judge_without(frozenset([name]), quick=True)
                if {fault.gradient for fault in without.judge()} <= {fault.gradient for fault in others}:
                    faults = others
            return faults, judge.lines
        except (NotSmooth, TooLarge, ArithmeticError, LookupError, TypeError, ValueError):
            return judge.faults, judge.lines  # that something is wrong is known without

    def _unexplained(
        self,
        wrong: Sequence[str],
        faults: Sequence[Fault],
        lines: Mapping[str, frozenset[int]],
        played: Played,
        truths: Truths,
    ) -> list[Fault]:
        """A fault for what comes out wrong, though each line seems right by itself: told by its last line."""
        known = {fault.gradient for fault in faults}
        found = []
        for name in wrong:
            if name in known or lines.get(name):
                continue
            variable, values = played.results[name]
            wanted = truths.gradient(variable, 0)
            line = played.history[name][-1][1] if name in played.history else 0
            nothing = any(one is None for one in values)
            miss = None if nothing else by_values(values, wanted, truths.noise)
            kind, sentence = (miss.kind, miss.sentence) if miss else ("value", "the value is wrong")
            sentence += "; or something that it is computed from is" if not nothing else ""
            told = contrast(values[0], wanted[0])
            found.append(Fault(name, variable, line, line, kind, sentence, told, order=1 << 30))
        return found

    def _absent(self, played: Played) -> list[Fault]:
        """A fault for each gradient that is asked for and does not come out."""
        there = {variable for variable, _ in played.results.values()}
        if played.stopped is not None:
            there |= {self.written.gradients[name] for name in self._named()}
        missing = [name for name in self.asked.wrt if name not in there]
        return [
            Fault(f"d{name}", name, 0, 0, "missing", f"there is no gradient on {name}") for name in missing
        ]

    def _named(self) -> list[str]:
        """The gradients that are to come out, as far as that is written."""
        if self.written.is_script:
            return self._ends()
        return [name for pairs in self.written.returned.values() for name, variable in pairs if variable]

    def _verdicts(
        self,
        wrong: Sequence[str],
        faults: Sequence[Fault],
        lines: Mapping[str, frozenset[int]],
        played: Played,
        truths: Truths,
    ) -> Iterator[Verdict]:
        """What is said of each gradient, in the order in which they are computed."""
        faulty = {fault.gradient for fault in faults}
        named = [name for name in self._named() if name]
        changed = [name for one in self.written.body for name in touched(one).changed]
        order = [name for name in dict.fromkeys([*changed, *named, *faulty]) if name not in self.seeds]
        for truth in truths.truths:
            truth.until = time.monotonic() + self.asked.seconds / 6
        for name in order:
            variable = self.written.gradients.get(name) or played.results.get(name, ("",))[0]
            line = played.history[name][-1][1] if name in played.history else 0
            right = name in played.results and name not in wrong
            follows: tuple[int, ...] = ()
            if name in faulty:
                state = WRONG
            elif right:
                state = RIGHT
            else:
                seen = self._was_right(name, variable, played, truths)
                state = "" if seen is None else RIGHT if seen else FOLLOWS if faults else BETWEEN
            if state == FOLLOWS:
                stopped = (played.stopped.line,) if played.stopped and name not in played.history else ()
                follows = tuple(sorted(lines.get(name, ()))) or stopped
            if variable and state:
                yield Verdict(name, variable, state, line, follows)
        for name in self._inputs(truths):
            if name not in {self.written.gradients.get(one) for one in order}:
                yield Verdict(f"d{name}", name, WRONG if name in self.asked.wrt else ABSENT)

    def _was_right(self, name: str, variable: str, played: Played, truths: Truths) -> bool | None:
        """Whether a gradient between was right after one of the lines; None if that is not to be told."""
        if name in played.results or not truths.versions(variable):
            return False
        for _, _, values in played.history.get(name, ()):
            try:
                if truths.complete(variable, values) is not None:
                    return True
            except (NotSmooth, TooLarge):
                return None
        return False

    def _inputs(self, truths: Truths) -> list[str]:
        """The variables on which a gradient could be asked for: arguments that are no settings."""
        if self.written.is_script:
            given = truths.truths[0].point.given
            arrays = [
                name for name, value in given.items() if _is_array(value) and name not in self.asked.wrt
            ]
            return [*self.asked.wrt, *arrays]
        settings = self.runner.arguments({})
        given = truths.truths[0].point.given
        others = [name for name, value in given.items() if name not in settings and _is_numeric(value)]
        return [name for name in self.written.forward.arguments if name in self.asked.wrt or name in others]


def _lines(body: Sequence[ast.stmt]) -> set[int]:
    """The lines of statements that are in branches and loops."""
    inside = [one for node in body if isinstance(node, (ast.If, ast.For, ast.While)) for one in walk(node)]
    blocks = (ast.If, ast.For, ast.While, ast.Break, ast.Continue, ast.Pass)
    return {one.lineno for one in inside if isinstance(one, ast.stmt) and not isinstance(one, blocks)}


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"


def _is_numeric(value: Any) -> bool:
    return _is_array(value) or type(value) in (int, float) or isinstance(value, np.floating)


def _namespace(file: File) -> Values:
    """What a file defines, when it is run."""
    namespace: Values = {"__name__": __name__, "__file__": file.path}  # dataclasses look for their module
    try:
        exec(compile(file.text, file.path, "exec", dont_inherit=True), namespace)
    except TooLong:
        raise
    except (Exception, SystemExit) as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno or 0 for frame in frames if frame.filename == file.path]
        raise Stopped(lines[-1] if lines else 0, error) from None
    return namespace


def _prepared(written: Handwritten) -> Values:
    """What a script has prepared for its forward pass; like the notes it need not import math and np."""
    given = {"__name__": __name__, "__file__": written.file.path, "math": math, "np": np}
    begun = Walk(seeded(given), Compiled(written.file.path))
    for step in begun.steps(written.forward.before):
        begun.run(step)
    return begun.values
