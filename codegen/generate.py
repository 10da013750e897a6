"""The steps in a row: from the text of a module to the text of its forward and backward passes."""

from __future__ import annotations

import ast
import gc
import sys
import threading
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from codegen.builtin_names import hidden_builtins
from codegen.cache import cache, shapes_shared
from codegen.closures import lifted
from codegen.compiled import not_compiled
from codegen.emit import Form, Pair, emit
from codegen.exchanged import exchanged
from codegen.flow import lower, one_memory
from codegen.fuse import fused
from codegen.join import computed_once, joined
from codegen.kind import NUMBER, Kind, atom, is_complex
from codegen.kinds import Facts, analyse
from codegen.library import Library, library
from codegen.lower import ONCE, Again, Lowered, base, calls
from codegen.memory import gathered, owned
from codegen.methods import with_methods
from codegen.naming import Names
from codegen.ours import with_helpers
from codegen.parse import Function, Module, parse, too_deep
from codegen.problems import Problem, Refused, problem_at
from codegen.procedures import is_certain, written
from codegen.prune import pruned, without_idle_blocks
from codegen.records import with_records
from codegen.reverse import reverse
from codegen.statics import with_statics
from codegen.structure import gives
from codegen.summary import Context, Summary, library_of
from codegen.summary import arguments as given_to
from codegen.tables import with_tables
from codegen.trees import walk
from codegen.verify import verify, verify_gradients
from codegen.writeout import Place, choices, comprehensions, picks

DEPTH = 60_000
STACK = 1 << 29
TAKES_AND_GIVES = "give it an argument and a return value"
ROUNDS = 6  # in which what a recursive function gives must be found


@dataclass(frozen=True)
class Options:
    """What is asked for: which functions (none means all), for which arguments, in which style."""

    only: tuple[str, ...] = ()
    wrt: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    final: tuple[str, ...] = ()
    style: str = "clean"
    templates: tuple[str, ...] = ()
    check_shapes: bool = False
    command: str = ""


def generate_module(text: str, path: str, options: Options) -> str:
    """The module with the pairs of a source's functions.

    Raises `Refused` with every problem found. The source is read as text, never imported or run.
    """
    return _with_deep_stack(lambda: _generate(text, path, options))


def _with_deep_stack(work: Callable[[], str]) -> str:
    """Runs the work where deep expressions fit: in a thread with a stack of its own.

    What it makes is trees, which need no search for cycles; that would take a tenth of the time.
    """
    result: list[str | BaseException] = []

    def run() -> None:
        try:
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
        thread = threading.Thread(target=run)
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


def _generate(text: str, path: str, options: Options) -> str:
    module = with_methods(with_records(parse(text, path)))
    options = _with_methods(options, module)
    gates = library(options.templates)
    module = lifted(with_tables(with_helpers(module, gates)))
    known = frozenset(module.helpers)
    chosen, problems = _selected(module, options, known)
    if problems:
        raise Refused(problems)
    summaries: dict[str, Summary] = {}
    pairs = {}
    failed: set[str] = set()
    rings, callees = _order(module, chosen, known)
    for ring in rings:
        called = {callee for name in ring for callee in callees[name]}
        if called & failed:
            failed.update(ring)
            continue
        recursive = bool(called & set(ring))
        made, wrong = _pairs_of_ring(ring, recursive, module, gates, summaries, options)
        problems += wrong
        failed.update(ring if wrong else ())
        pairs.update(made)
        summaries.update({name: pair.summary for name, pair in made.items()})
    needed = _needed(chosen, pairs)
    for name in needed:
        problems += _taken_names(module, name, callees[name]) + _unknown_annotations(module, name)
    if problems:
        raise Refused(_in_characters(problem, module) for problem in problems)
    if not pairs:
        way = next((f"ask for a method: --only {name}" for name in module.methods), "")
        way = way or "write a function at the top level that takes an argument and returns a value"
        raise Refused([Problem(1, 1, "E003", "there is no function to generate from", way)])
    form = Form(options.style, options.check_shapes, options.command)
    output = emit([pairs[n] for n in module.functions if n in needed], module, gates, form)
    tree = ast.parse(output)
    if problems := hidden_builtins(tree, module, needed):
        raise Refused(_in_characters(problem, module) for problem in problems)
    verify(tree)
    return output


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
            queue += [str(pair.term.data) for pair in pairs[name].backward.pairs.values()]
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
                f"the module has a {name}{suffix} of its own, which is the name of what is generated",
                f"rename the {name}{suffix} of the module, or {name}",
            )
            for suffix in ("_forward", "_backward")
            if f"{name}{suffix}" in {*module.functions, *module.constants, *module.imports, *module.unusable}
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
    for name in [*options.only, *options.wrt, *options.final]:
        if name not in module.functions:
            there = ", ".join(module.functions) or "none"
            problems.append(
                Problem(1, 1, "E004", f"there is no function {name}", f"the functions are: {there}")
            )
    for name, arguments in options.wrt.items():
        function = module.functions.get(name)
        known = [p.name for p in function.parameters] if function else []
        for argument in arguments:
            if function and argument not in known:
                line = function.node.lineno
                text = f"{name} has no argument {argument}"
                problems.append(Problem(line, 1, "E005", text, f"its arguments are: {', '.join(known)}"))
    if options.only:
        chosen = [name for name in module.functions if name in options.only]
        for name in chosen:
            if not _differentiable(module.functions[name]):
                line = module.functions[name].node.lineno
                text = f"{name} takes nothing or gives nothing, so it has no gradient"
                problems.append(Problem(line, 1, "E003", text, TAKES_AND_GIVES))
            problems += _without_functions(module.functions[name])
    else:
        chosen = [
            name
            for name, f in module.functions.items()
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
    return (some and gives(function.node.body)) or bool(written(function.node, fields=True))


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
            generated = not function.pragmas.skip and _differentiable(function)
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
    ring: tuple[str, ...],
    recursive: bool,
    module: Module,
    gates: Library,
    summaries: Mapping[str, Summary],
    options: Options,
) -> tuple[dict[str, Pair], list[Problem]]:
    """Both passes of a function, or of several that call each other.

    What is known of a call in the ring is assumed, at first that it gives numbers. Where what is found
    then is what was assumed it holds: of what calls nothing without any assumption, and so of what calls
    that.
    """
    functions = [module.functions[name] for name in ring]
    first = functions if recursive else []
    assumed = {f.name: _first_summary(f, module, gates, summaries, options) for f in first}
    for _ in range(ROUNDS * len(ring)):
        pairs, problems = dict[str, Pair](), list[Problem]()
        for function in functions:
            pair, wrong = _pair(function, module, gates, {**summaries, **assumed}, options)
            problems += wrong
            pairs |= {function.name: pair} if pair is not None else {}
        found = {name: _widened(pair.summary) for name, pair in pairs.items()}
        if problems or not recursive or found == assumed:
            return pairs, problems
        assumed = found
    who = f"{ring[0]} calls itself" if len(ring) == 1 else f"{' and '.join(ring)} call each other"
    text = f"{who}, and what it gives is not the same each time"
    way = "annotate its arguments, or write the recursion out as statements"
    node = functions[0].node
    return {}, [Problem(node.lineno, node.col_offset + 1, "E301", text, way)]


def _first_summary(
    function: Function, module: Module, gates: Library, summaries: Mapping[str, Summary], options: Options
) -> Summary:
    """A function's summary before anything is known of what it gives, which is taken for numbers."""
    lowered = lower(function, module)
    context = Context(module, gates, summaries, False, library_of(lowered, module))
    facts = analyse(lowered, context)
    wanted, left_out = _wanted(lowered, facts, options.wrt.get(function.name, function.pragmas.wrt))
    names = {version: base(version) for version in lowered.outputs}
    first = _summary(lowered, facts, wanted, left_out, False, names, frozenset())
    count = len(first.outputs)
    return replace(
        first, outputs=(NUMBER,) * count, upstream=(True,) * count, shares=(frozenset(),) * count, mutated=()
    )


def _widened(summary: Summary) -> Summary:
    """A summary that says nothing of shapes but what is said by the sizes of its arguments."""
    sizes = {size for kind in summary.kinds if isinstance(kind.shape, tuple) for size in kind.shape}

    def widened(kind: Kind, place: int) -> Kind:
        known = isinstance(kind.shape, tuple) and all(isinstance(n, int) or n in sizes for n in kind.shape)
        shape = kind.shape if known or not kind.numeric else atom(f"output {place} of {summary.name}")
        return replace(kind, shape=shape, value=None)

    outputs = tuple(widened(kind, place) for place, kind in enumerate(summary.outputs))
    return replace(summary, outputs=outputs, kinds=tuple(replace(k, value=None) for k in summary.kinds))


def _pair(
    function: Function,
    module: Module,
    gates: Library,
    summaries: Mapping[str, Summary],
    options: Options,
    again: Again = ONCE,
) -> tuple[Pair | None, list[Problem]]:
    """Both passes of one function, or the problems that are in the way."""
    lowered = lower(function, module, again)
    if lowered.problems:
        return None, list(lowered.problems)
    final = function.pragmas.final or function.name in options.final
    context = Context(module, gates, summaries, final, library_of(lowered, module))
    facts = analyse(lowered, context, {} if options.style == "notes" else fused(lowered, gates))
    if facts.in_place - again.in_place and not facts.problems:  # what is an array is known by now
        more = replace(again, in_place=again.in_place | facts.in_place)
        return _pair(function, module, gates, summaries, options, more)
    if facts.aliases - again.aliases:  # perhaps what is in the way of a write can be seen through
        more = replace(again, aliases=again.aliases | facts.aliases)
        pair, problems = _pair(function, module, gates, summaries, options, more)
        if not problems:
            return pair, problems
    if not lowered.outputs and not lowered.mutated:
        return None, []
    problems = list(facts.problems) + _final_problems(lowered, facts, final)
    problems += _complex_outputs(lowered, facts)
    loops = frozenset((c.lineno, c.col_offset) for c in comprehensions(function.node)) - again.blocks
    if problems and loops:  # perhaps something is written into what a comprehension makes
        more = replace(again, blocks=again.blocks | loops)
        return _pair(function, module, gates, summaries, options, more)
    if problems:
        return None, problems
    wanted, left_out = _wanted(lowered, facts, options.wrt.get(function.name, function.pragmas.wrt))
    if not wanted and function.name not in options.only:
        return None, []
    if not wanted:
        line = function.node.lineno
        text = f"{function.name} has no argument that can have a gradient"
        return None, [Problem(line, 1, "E003", text, "see the annotations of its arguments")]
    names = Names(_taken(lowered, module))
    backward = reverse(lowered, facts, context, names, wanted)
    blocks = _next_blocks(function.node, summaries, again) if backward.problems else frozenset()
    if blocks:  # perhaps a gradient must go through a comprehension, or a call that may not be made
        return _pair(
            function, module, gates, summaries, options, replace(again, blocks=again.blocks | blocks)
        )
    if problems := list(backward.problems) or _writes_unseen(
        lowered, facts, context, frozenset(backward.pairs)
    ):
        return None, problems
    backward = with_statics(lowered, module, context.library, pruned(backward))
    backward = shapes_shared(lowered, backward)
    backward = backward if options.style == "notes" else joined(computed_once(lowered, facts, backward))
    backward = exchanged(backward, facts, one_memory(lowered))
    backward = owned(gathered(backward), gates, context.library)
    spare = backward.names.copy()
    cached = cache(lowered, facts, backward)
    whole, leaner = backward, without_idle_blocks(backward, cached.back)
    if leaner is not backward:
        backward = replace(leaner, names=spare)
        cached = cache(lowered, facts, backward)
    verify_gradients(function.name, whole, cached.back, one_memory(lowered))
    if problems := not_compiled(lowered, facts, backward, module, gates.compiled):
        return None, problems
    summary = _summary(lowered, facts, wanted, left_out, final, cached.spelling, backward.escapes)
    return Pair(lowered, facts, backward, cached, summary), []


def _next_blocks(node: ast.FunctionDef, pairs: Container[str], again: Again) -> frozenset[Place]:
    """The expressions that are to be written out next as blocks: those with calls first."""
    for found in (choices(node, pairs), comprehensions(node), picks(node)):
        if places := frozenset((part.lineno, part.col_offset) for part in found) - again.blocks:
            return places
    return frozenset()


def _writes_unseen(lowered: Lowered, facts: Facts, context: Context, pairs: frozenset[int]) -> list[Problem]:
    """The problems of calls that write into what they are given where no pair stands for them.

    What a function augments by name alone is another value, if it is a number; its pair holds it to that.
    """
    roots = (root for s in lowered.statements for root in (*s.reads, *(b.term for b in s.binds)))
    found = []
    for term in (term for root in roots for term in root.walk() if term.op == "user"):
        callee, seen = context.module.functions[str(term.data)].node, term.uid in pairs
        names, summary = written(callee), context.summaries.get(callee.name)
        given = given_to(summary, term) if summary is not None else dict(enumerate(term.args))
        args = [arg for name, arg in given.items() if name in names or summary is None]
        forms = {facts.kinds[arg.uid].form for arg in args if arg.uid in facts.kinds}
        arrays = "array" in forms if seen else bool(forms - {"number"})
        if names and (arrays or (is_certain(callee, names) and not seen)):
            text = f"{term.data} writes into what it is given, where no gradient sees it"
            way = f"give the call a statement of its own, or write what {term.data} does here"
            found.append(problem_at("E307", term.node, text, way))
    return found


def _complex_outputs(lowered: Lowered, facts: Facts) -> list[Problem]:
    """Gradients are those of real functions; between arguments and outputs there may be complex values."""
    node = lowered.returned or lowered.function.node
    return [
        problem_at(
            "E206",
            node,
            f"{base(version)}, which {lowered.function.name} returns, is complex or may be",
            "return its real part, its imaginary part or its absolute value; if it is real, annotate it",
        )
        for version in lowered.outputs
        if is_complex(facts.versions[version]) and not any(p.code == "E206" for p in facts.problems)
    ]


def _final_problems(lowered: Lowered, facts: Facts, final: bool) -> list[Problem]:
    node = lowered.function.node
    name = lowered.function.name
    if not final:
        return []
    outputs = {*lowered.outputs, *lowered.mutated}
    if len(outputs) != 1:
        text = f"{name} is declared final and has {len(outputs)} outputs"
        return [Problem(node.lineno, 1, "E304", text, "a final function returns one number")]
    kind = facts.versions[next(iter(outputs))]
    if kind.form != "number":
        what = "an array" if kind.form == "array" else "not known to be a number"
        text = f"{name} is declared final, and its output is {what}"
        return [
            Problem(node.lineno, 1, "E304", text, "end in a number: np.sum, np.mean, or take `final` away")
        ]
    return []


def _wanted(
    lowered: Lowered, facts: Facts, wrt: tuple[str, ...] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The arguments whose gradients are returned, and those that wrt leaves out."""
    able = [base(v) for v in lowered.parameters if not facts.versions[v].discrete]
    wanted = tuple(name for name in able if wrt is None or name in wrt)
    return wanted, tuple(name for name in able if name not in wanted)


def _taken(lowered: Lowered, module: Module) -> set[str]:
    """Names that the project must not give to anything of its own in this function."""
    names = set(lowered.names) | set(module.functions) | set(module.imports) | set(module.constants)
    names |= set(module.records)
    names |= {base(v) for v in lowered.outputs}
    names |= {base(b.version) for s in lowered.statements for b in s.binds}
    names |= {f"d{name}" for name in names}
    names |= {f"{n}{s}" for n in module.functions for s in ("_forward", "_backward")}
    return names | {"np", "math"}


def _together(facts: Facts, outputs: tuple[str, ...]) -> Iterator[int]:
    """For each output, the first whose memory it may share."""
    for i, version in enumerate(outputs):
        roots = facts.memory.get(version, frozenset())
        yield next((j for j in range(i) if roots & facts.memory.get(outputs[j], frozenset())), i)


def _summary(
    lowered: Lowered,
    facts: Facts,
    wanted: tuple[str, ...],
    left_out: tuple[str, ...],
    final: bool,
    spelling: Mapping[str, str],
    escapes: frozenset[str],
) -> Summary:
    outputs: tuple[Kind, ...] = tuple(facts.versions[v] for v in lowered.outputs)
    return Summary(
        name=lowered.function.name,
        parameters=tuple(p.name for p in lowered.function.parameters),
        kinds=tuple(facts.versions[v] for v in lowered.parameters),
        required=tuple(p.name for p in lowered.function.parameters if p.default is None),
        gradients=wanted,
        left_out=left_out,
        outputs=outputs,
        output_names=tuple(spelling[v] for v in lowered.outputs),
        upstream=tuple(not kind.discrete and not final for kind in outputs),
        shares=tuple(
            frozenset(base(root) for root in facts.memory.get(v, ()) if root in lowered.parameters)
            for v in lowered.outputs
        ),
        together=tuple(_together(facts, lowered.outputs)),
        escapes=frozenset(base(v) for v in lowered.parameters if v in escapes),
        final=final,
        mutated=tuple(base(v) for v in lowered.mutated),
    )
