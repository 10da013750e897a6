"""The steps in a row: from the text of a module to the text of its forward and backward passes."""

from __future__ import annotations

import ast
import contextlib
import gc
import sys
import threading
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from codegen.at_loops import at_loops
from codegen.builtin_names import hidden_builtins
from codegen.checkpoints import in_stretches, with_checkpoints
from codegen.closures import lifted
from codegen.emit import Emitted, Form, Pair, emit
from codegen.idle import idle_marks
from codegen.imported import Given, with_imported
from codegen.library import Library, library
from codegen.lower import calls
from codegen.methods import with_methods
from codegen.modules import Build, Source
from codegen.options import Options as Options
from codegen.ours import with_helpers
from codegen.parse import Function, Module, parse, too_deep
from codegen.passes import Setting, both_passes, first_summary, widened
from codegen.problems import Problem, Refused, problem_at
from codegen.procedures import may_write_by_name, written
from codegen.recomputed import may_change
from codegen.records import with_records
from codegen.structure import gives
from codegen.summary import Summary
from codegen.tables import with_tables
from codegen.trees import walk
from codegen.verify import verify

T = TypeVar("T")
DEPTH = 60_000
STACK = 1 << 29
TAKES_AND_GIVES = "give it an argument and a return value"
ROUNDS = 6  # in which what a recursive function gives must be found


@dataclass(frozen=True)
class Generated:
    """A module with pairs, the pairs, and the module that they were made from as the steps have left it."""

    emitted: Emitted
    pairs: tuple[Pair, ...]
    module: Module


def generate_module(text: str, path: str, options: Options, build: Build | None = None) -> str:
    """The module with the pairs of a source's functions; `build` has the sources that it may import.

    Raises `Refused` with every problem found. The source is read as text, never imported or run.
    """
    return generated(text, path, options, build).emitted.text


def generated(text: str, path: str, options: Options, build: Build | None = None) -> Generated:
    """The same, with what is known of it."""
    return _with_deep_stack(lambda: _generate(text, path, options, build))


def _with_deep_stack(work: Callable[[], T]) -> T:
    """Runs the work where deep expressions fit: in a thread with a stack of its own.

    What it makes is trees, which need no search for cycles; that would take a tenth of the time.
    """
    result: list[T | BaseException] = []

    def run() -> None:
        try:
            # What Python thinks of a text is told when that is run, not when it is read.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                result.append(work())
        except RecursionError:
            result.append(Refused([too_deep(1, 1)]))
        except BaseException as error:
            result.append(error)

    before, limit = threading.stack_size(STACK), sys.getrecursionlimit()
    collects = gc.isenabled()
    try:
        gc.disable()
        sys.setrecursionlimit(max(DEPTH, limit))
        thread = threading.Thread(target=run, daemon=True)  # Ctrl-C does not wait for it
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(before)
        if collects:
            gc.enable()
    (outcome,) = result
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _generate(text: str, path: str, options: Options, build: Build | None) -> Generated:
    """The pairs of a module and their text; what others of its build need to know of it is noted."""
    try:
        made, gates, options = _all_made(text, path, options, build)
        whole = _written(made, gates, options, of_a_build=build is not None)
    except Refused as refused:
        if build is not None:
            _GIVEN[build.key] = Given(problems=tuple(refused.problems))
        raise
    if build is not None:
        _GIVEN[build.key] = _known(made)
    return whole


_NOTHING: Mapping[str, Summary] = {}
_GIVEN: dict[str, Given] = {}  # by what they depend on


def _given(build: Build, source: Source) -> Given:
    """What is known of the functions of another file of a build."""
    around = build.around(source)
    if not around.key or around.key not in _GIVEN:
        with contextlib.suppress(Refused):
            _generate(source.text, source.path, source.options, around)
    return _GIVEN[around.key]


def _known(made: _Made) -> Given:
    """What callers in other modules need to know of the pairs of a module."""
    module, needed = made.module, _needed(made.chosen, made.pairs)
    summaries = {name: made.pairs[name].summary for name in needed}
    unsure = {name: word for name in needed if (word := may_change(module.functions[name], module))}
    scalar = frozenset(name for name in needed if not made.pairs[name].facts.arrays)
    return Given(summaries, unsure, scalar, module.roots())


def _all_made(text: str, path: str, options: Options, build: Build | None) -> tuple[_Made, Library, Options]:
    """The pairs of a source, with the gates and the options that they are written with."""
    module, elsewhere = with_records(parse(text, path)), _NOTHING
    if build is not None:
        module, elsewhere = with_imported(module, build, partial(_given, build))
    module = with_methods(module)
    options = _with_methods(options, module)
    gates = library(options.templates)
    made = _made(module, gates, options, elsewhere)
    if module.checkpoints or module.recomputed:
        made.problems.extend(idle_marks(module, made.pairs))
    if module.checkpoints and not made.problems:
        made = _in_stretches(module, made, gates, options, elsewhere)
    return made, gates, options


def _in_stretches(
    module: Module, made: _Made, gates: Library, options: Options, elsewhere: Mapping[str, Summary]
) -> _Made:
    """The pairs of a module with its marked loops in stretches of turns; `made` is it with plain loops."""
    lines = module.checkpoints.keys()
    known = {name: at_loops(pair.lowered, pair.facts, lines) for name, pair in made.pairs.items()}
    whole = with_checkpoints(module, known)
    made = _made(whole, gates, options, elsewhere)
    return replace(made, problems=list(map(in_stretches, made.problems)))


@dataclass(frozen=True)
class _Made:
    """The pairs of a module as its steps have left it, those that are asked for, what each calls."""

    module: Module
    chosen: list[str]
    callees: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, Pair]
    problems: list[Problem]


def _made(module: Module, gates: Library, options: Options, elsewhere: Mapping[str, Summary]) -> _Made:
    """The pairs of all functions that are asked for, and of those that they call; some are `elsewhere`."""
    module = lifted(with_tables(with_helpers(module, gates)))
    known = frozenset(module.helpers)
    chosen, problems = _selected(module, options, known)
    if problems:
        raise Refused(problems)
    summaries = dict(elsewhere)
    pairs: dict[str, Pair] = {}
    failed: set[str] = set()
    rings, callees = _order(module, chosen, known)
    for ring in rings:
        called = {callee for name in ring for callee in callees[name]}
        if called & failed:
            failed.update(ring)
            continue
        recursive = bool(called & set(ring))
        made, wrong = _pairs_of_ring(ring, recursive, Setting(module, gates, summaries, options))
        problems += wrong
        failed.update(ring if wrong else ())
        pairs.update(made)
        summaries.update({name: pair.summary for name, pair in made.items()})
    return _Made(module, chosen, callees, pairs, problems)


def _written(made: _Made, gates: Library, options: Options, *, of_a_build: bool) -> Generated:
    """The pairs with their text. Raises `Refused` with every problem found.

    What is one of a build may be there for the sake of others, with classes and no function.
    """
    module, chosen, callees, pairs = made.module, made.chosen, made.callees, made.pairs
    problems = list(made.problems)
    needed = _needed(chosen, pairs)
    for name in needed:
        problems += _taken_names(module, name, callees[name]) + _unknown_annotations(module, name)
    if problems:
        raise Refused(_in_characters(problem, module) for problem in problems)
    if not pairs and (module.functions or not of_a_build):
        way = next((f"ask for a method: --only {name}" for name in module.methods), "")
        way = way or "write a function at the top level that takes an argument and returns a value"
        raise Refused([Problem(1, 1, "E003", "there is no function to generate from", way)])
    form = Form(options.style, options.check_shapes, options.line_length, options.command)
    whole = tuple(pairs[n] for n in module.functions if n in needed)
    emitted = emit(whole, module, gates, form)
    if problems := hidden_builtins(emitted.tree, module, needed):
        raise Refused(_in_characters(problem, module) for problem in problems)
    verify(emitted.tree)
    return Generated(emitted, whole, module)


def methods_of(text: str) -> Mapping[str, str]:
    """The functions that methods of a source are known as, by their names in it (`Layer.forward`)."""
    return with_methods(with_records(parse(text, ""))).methods


def _with_methods(options: Options, module: Module) -> Options:
    """The options with methods by the names that they have as functions."""

    def name(method: str) -> str:
        return module.methods.get(method, method)

    return replace(
        options,
        only=tuple(map(name, options.only)),
        wrt={name(function): arguments for function, arguments in options.wrt.items()},
        final=tuple(map(name, options.final)),
    )


def _needed(chosen: list[str], pairs: Mapping[str, Pair]) -> tuple[str, ...]:
    """The pairs that are asked for, and those that these call."""
    found: dict[str, None] = {}
    queue = [name for name in chosen if name in pairs]
    while queue:
        name = queue.pop()
        if name not in found:
            found[name] = None
            called = (str(pair.term.data) for pair in pairs[name].backward.pairs.values())
            queue += [callee for callee in called if callee in pairs]  # the others are elsewhere
    return tuple(found)


def _taken_names(module: Module, name: str, callees: tuple[str, ...]) -> list[Problem]:
    """The names of a pair must not be those of something else in the module."""
    node = module.functions[name].node
    return (
        [
            Problem(
                node.lineno,
                1,
                "E305",
                f"the module has a {pair}{suffix} of its own, which is the name of what is generated",
                f"rename the {pair}{suffix} of the module, or {pair}",
            )
            for pair in [name, *(callee for callee in callees if module.functions[callee].elsewhere)]
            for suffix in ("_forward", "_backward")
            if f"{pair}{suffix}" in {*module.functions, *module.constants, *module.imports, *module.unusable}
        ]
        + [
            Problem(
                node.lineno,
                1,
                "E305",
                f"{name} has a {callee}{suffix} of its own, which is the name of the pair of {callee}",
                f"rename {callee}{suffix} in {name}",
            )
            for callee in callees
            for suffix in ("_forward", "_backward")
            if any(_binds(part, f"{callee}{suffix}") for part in walk(node))
        ]
        + [
            Problem(
                node.lineno,
                1,
                "E305",
                f"{record} is a class of the module, and something else in {name}",
                f"use another name than {record} in {name}",
            )
            for record in module.records
            if any(_binds(part, record) for part in walk(node))
        ]
    )


def _unknown_annotations(module: Module, name: str) -> list[Problem]:
    """Annotations stand in what is generated, so they may name only what is there."""
    annotations = (p.node.annotation for p in module.functions[name].parameters)
    parts = (part for whole in annotations if whole is not None for part in walk(whole))
    return [
        problem_at(
            "E306",
            part,
            f"{part.id} {module.unusable[part.id]}, so the passes cannot be annotated with it",
            f'put it in quotes: "{part.id}"',
        )
        for part in parts
        if isinstance(part, ast.Name) and part.id in module.unusable
    ]


def _binds(node: ast.AST, name: str) -> bool:
    stored = isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)
    return stored or (isinstance(node, ast.arg) and node.arg == name)


def _in_characters(problem: Problem, module: Module) -> Problem:
    """Columns in characters; the parser counts bytes."""
    if not 1 <= problem.line <= len(module.lines):
        return problem
    raw = module.lines[problem.line - 1].encode()
    column = len(raw[: problem.column - 1].decode(errors="ignore")) + 1
    end = len(raw[: problem.end - 1].decode(errors="ignore")) + 1 if problem.end else 0
    return replace(problem, column=column, end=end)


def _selected(module: Module, options: Options, helpers: frozenset[str]) -> tuple[list[str], list[Problem]]:
    """The functions that are asked for."""
    problems = []
    own = {name: function for name, function in module.functions.items() if not function.elsewhere}
    for name in [*options.only, *options.wrt, *options.final]:
        if name not in own:
            there = ", ".join(own) or "none"
            problems.append(
                Problem(1, 1, "E004", f"there is no function {name}", f"the functions are: {there}")
            )
    for name, arguments in options.wrt.items():
        function = own.get(name)
        known = [p.name for p in function.parameters] if function else []
        for argument in arguments:
            if function and argument not in known:
                line = function.node.lineno
                text = f"{name} has no argument {argument}"
                problems.append(Problem(line, 1, "E005", text, f"its arguments are: {', '.join(known)}"))
    if options.only:
        chosen = [name for name in own if name in options.only]
        for name in chosen:
            if not _differentiable(module.functions[name]):
                line = module.functions[name].node.lineno
                text = f"{name} takes nothing or gives nothing, so it has no gradient"
                problems.append(Problem(line, 1, "E003", text, TAKES_AND_GIVES))
            problems += _without_functions(module.functions[name])
    else:
        chosen = [
            name
            for name, f in own.items()
            if not (_is_part(f) or f.pragmas.skip or name in helpers) and _differentiable(f)
        ]
    return chosen, problems


def _is_part(function: Function) -> bool:
    """Whether a function is only there for those that it is a part of, or is called by."""
    return bool(function.lifted or function.takes or function.written_out)


def _without_functions(function: Function) -> list[Problem]:
    """The problem of a function that is given functions, which are not known when it stands alone."""
    if not function.takes:
        return []
    name, argument = (
        function.name,
        next((p.name for p in function.parameters if p.name in function.takes), ""),
    )
    if not argument:
        return []
    text = f"{name} calls its argument {argument}, and which function that is depends on the caller"
    way = f"generate from a function that calls {name}: a pair is made for each function it passes"
    return [Problem(function.node.lineno, 1, "E303", text, way)]


def _differentiable(function: Function) -> bool:
    arguments = function.node.args
    some = bool(function.parameters or arguments.vararg or arguments.kwarg)
    writes = bool(written(function.node, fields=True)) or may_write_by_name(function.node)
    return writes or (some and gives(function.node.body))


def _order(
    module: Module, chosen: list[str], helpers: frozenset[str]
) -> tuple[list[tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """The chosen functions and those that they call, each behind what it calls; rings of calls together.

    With them comes what each of them calls.
    """
    rings: list[tuple[str, ...]] = []
    callees: dict[str, tuple[str, ...]] = {}
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []

    def visit(name: str) -> None:
        number[name] = lowest[name] = len(number)
        waiting.append(name)
        callees[name] = calls(module.functions[name], module)
        for callee in callees[name]:
            function = module.functions[callee]
            generated = not (function.pragmas.skip or function.elsewhere) and _differentiable(function)
            if generated and callee not in number and callee not in helpers:
                visit(callee)
            if callee in waiting:
                lowest[name] = min(lowest[name], lowest[callee])
        if lowest[name] == number[name]:
            start = waiting.index(name)
            rings.append(tuple(sorted(waiting[start:], key=list(module.functions).index)))
            del waiting[start:]

    for name in chosen:
        if name not in number and name not in helpers:
            visit(name)
    return rings, callees


def _pairs_of_ring(
    ring: tuple[str, ...], recursive: bool, setting: Setting
) -> tuple[dict[str, Pair], list[Problem]]:
    """Both passes of a function, or of several that call each other.

    What is known of a call in the ring is assumed, at first that it gives numbers. Where what is found
    then is what was assumed it holds: of what calls nothing without any assumption, and so of what calls
    that.
    """
    functions = [setting.module.functions[name] for name in ring]
    assumed, unread = dict[str, Summary](), list[Problem]()
    for function in functions if recursive else ():
        try:
            assumed[function.name] = first_summary(function, setting)
        except Refused as refused:
            unread += refused.problems
    if unread:
        return {}, unread
    for _ in range(ROUNDS * len(ring)):
        pairs, problems = dict[str, Pair](), list[Problem]()
        for function in functions:
            known = replace(setting, summaries={**setting.summaries, **assumed})
            pair, wrong = both_passes(function, known)
            problems += wrong
            pairs |= {function.name: pair} if pair is not None else {}
        found = {name: widened(pair.summary) for name, pair in pairs.items()}
        if problems or not recursive or found == assumed:
            return pairs, problems
        assumed = found
    who = f"{ring[0]} calls itself" if len(ring) == 1 else f"{' and '.join(ring)} call each other"
    text = f"{who}, and what it gives is not the same each time"
    way = "annotate its arguments, or write the recursion out as statements"
    node = functions[0].node
    return {}, [Problem(node.lineno, node.col_offset + 1, "E301", text, way)]
