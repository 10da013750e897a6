"""Both passes of one function: what one walk over it finds may show that it must be walked over again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.cache import cache, shapes_shared
from codegen.compiled import not_compiled
from codegen.compilers import compiler
from codegen.emit import Pair
from codegen.exchanged import exchanged
from codegen.flow import lower
from codegen.further import first_blocks, next_blocks
from codegen.fuse import fused
from codegen.gathered import gathered
from codegen.join import computed_once, joined
from codegen.kind import NUMBER, Kind, atom, is_complex
from codegen.kinds import Facts, analyse
from codegen.library import Library
from codegen.lower import ONCE, Again, Lowered, base
from codegen.meetings import keyed, one_memory
from codegen.memory import owned
from codegen.mirror import Backward
from codegen.mistaken import mistaken
from codegen.naming import Names
from codegen.options import Options
from codegen.parse import Function, Module
from codegen.problems import Problem, Refused, problem_at
from codegen.procedures import is_certain, named_anew, written
from codegen.prune import pruned, without_idle_blocks
from codegen.recomputed import recomputed
from codegen.reused import with_reused
from codegen.reverse import reverse
from codegen.rows import multiplied_behind
from codegen.statics import with_statics
from codegen.summary import Context, Summary, library_of
from codegen.summary import arguments as given_to
from codegen.verify import verify_gradients

Made = tuple[Pair | None, list[Problem]]


@dataclass(frozen=True)
class Setting:
    """What passes are made in: the module, the gates, what is known of callees, the options."""

    module: Module
    gates: Library
    summaries: Mapping[str, Summary]
    options: Options

    def context(self, function: Function, lowered: Lowered, again: Again = ONCE) -> Context:
        """What the analyses know of all this."""
        library = library_of(lowered, self.module)
        final = self.is_final(function)
        return Context(self.module, self.gates, self.summaries, final, library, taken=again.taken)

    def is_final(self, function: Function) -> bool:
        """Whether a function's output is the number whose gradient is asked for."""
        return function.pragmas.final or function.name in self.options.final

    def wrt(self, function: Function) -> tuple[str, ...] | None:
        """The arguments whose gradients are asked for; None for all that have one."""
        return self.options.wrt.get(function.name, function.pragmas.wrt)


def both_passes(function: Function, setting: Setting, again: Again = ONCE) -> Made:
    """Both passes of one function, or the problems that are in the way."""
    lowered = lower(function, setting.module, again)
    if lowered.problems:
        return None, list(lowered.problems)
    context = setting.context(function, lowered, again)
    clean = setting.options.style != "notes"
    facts = analyse(lowered, context, fused(lowered, setting.gates) if clean else {})
    if facts.in_place - again.in_place:  # what is an array is known by now, if nothing else is in the way
        made = both_passes(function, setting, replace(again, in_place=again.in_place | facts.in_place))
        if not facts.problems or not made[1]:
            return made
    if facts.aliases - again.aliases:  # perhaps what is in the way of a write can be seen through
        pair, problems = both_passes(function, setting, replace(again, aliases=again.aliases | facts.aliases))
        if not problems:
            return pair, problems
    if not lowered.outputs and not lowered.mutated:
        return None, []
    if problems := _problems_of(lowered, facts, context):
        loops = first_blocks(lowered, facts, again.blocks)
        if not loops:
            return None, problems
        # perhaps something is written into what a comprehension makes
        return both_passes(function, setting, replace(again, blocks=again.blocks | loops))
    wanted, _ = _wanted(lowered, facts, setting.wrt(function))
    if not wanted:
        return None, _nothing_to_give(function, setting.options)
    backward = reverse(lowered, facts, context, Names(_taken(lowered, setting.module)), wanted)
    if backward.problems:
        more = _more(lowered, facts, backward, setting, again)
        return both_passes(function, setting, more) if more is not None else (None, list(backward.problems))
    if problems := _writes_unseen(lowered, facts, context, frozenset(backward.pairs)):
        return None, problems
    compiled = compiler(function, setting.module) == "numba"  # which tells lists from arrays beforehand
    lists = mistaken(lowered, facts, wanted, bool(again.aliases))
    if lists - again.taken and not compiled:
        return both_passes(function, setting, replace(again, taken=again.taken | lists))
    return _finished(lowered, facts, context, backward, setting)


def _finished(lowered: Lowered, facts: Facts, context: Context, backward: Backward, setting: Setting) -> Made:
    """Both passes, with a mirror as it is to be written."""
    function = lowered.function
    backward = with_statics(lowered, setting.module, context.library, pruned(backward))
    backward = shapes_shared(lowered, backward)
    if setting.options.style != "notes":
        backward = joined(with_reused(lowered, computed_once(lowered, facts, backward)))
        if not compiler(function, setting.module) and context.library == "numpy":
            backward = multiplied_behind(backward, one_memory(lowered))
    backward = exchanged(backward, facts, one_memory(lowered))
    backward = owned(gathered(backward), setting.gates, context.library)
    spare, plain = backward.names.copy(), backward
    backward = recomputed(lowered, plain, setting.module)
    if backward.problems:
        return None, list(backward.problems)
    cached = cache(lowered, facts, backward)
    whole, leaner = backward, without_idle_blocks(plain, cached.back)
    if leaner is not plain:
        backward = recomputed(lowered, replace(leaner, names=spare), setting.module)
        cached = cache(lowered, facts, backward)
    verify_gradients(function.name, whole, cached.back, one_memory(lowered))
    if problems := not_compiled(lowered, facts, backward, setting.module, setting.gates.compiled):
        return None, problems
    wanted, left_out = _wanted(lowered, facts, setting.wrt(function))
    summary = _summary(lowered, facts, wanted, left_out, context.final, cached.spelling, backward.escapes)
    return Pair(lowered, facts, backward, cached, summary), []


def _problems_of(lowered: Lowered, facts: Facts, context: Context) -> list[Problem]:
    """What is in the way before anything goes backwards."""
    problems = [*facts.problems, *_final_problems(lowered, facts, context.final)]
    return problems + _complex_outputs(lowered, facts)


def _nothing_to_give(function: Function, options: Options) -> list[Problem]:
    """The problem of a function that was asked for and has no gradient."""
    if function.name not in options.only:
        return []
    text = f"{function.name} has no argument that can have a gradient"
    return [Problem(function.node.lineno, 1, "E003", text, "see the annotations of its arguments")]


def _more(lowered: Lowered, facts: Facts, backward: Backward, setting: Setting, again: Again) -> Again | None:
    """What to walk over a function again with, where its gradients could not be gone through."""
    function = lowered.function
    compiled = compiler(function, setting.module) == "numba"  # which tells lists from arrays beforehand
    if backward.unsure - again.taken and not compiled:
        return replace(again, taken=again.taken | backward.unsure)
    if blocks := next_blocks(lowered, facts, setting.summaries, again.blocks):
        return replace(again, blocks=again.blocks | blocks)
    return None


def first_summary(function: Function, setting: Setting) -> Summary:
    """A function's summary before anything is known of what it gives, which is taken for numbers.

    Raises `Refused` where the function cannot be read.
    """
    lowered = lower(function, setting.module)
    if lowered.problems:
        raise Refused(lowered.problems)
    facts = analyse(lowered, replace(setting.context(function, lowered), final=False))
    wanted, left_out = _wanted(lowered, facts, setting.wrt(function))
    names = {version: base(version) for version in lowered.outputs}
    first = _summary(lowered, facts, wanted, left_out, False, names, frozenset())
    count = len(first.outputs)
    return replace(
        first, outputs=(NUMBER,) * count, upstream=(True,) * count, shares=(frozenset(),) * count, mutated=()
    )


def widened(summary: Summary) -> Summary:
    """A summary that says nothing of shapes but what is said by the sizes of its arguments."""
    sizes = {size for kind in summary.kinds if isinstance(kind.shape, tuple) for size in kind.shape}

    def wide(kind: Kind, place: int) -> Kind:
        known = isinstance(kind.shape, tuple) and all(isinstance(n, int) or n in sizes for n in kind.shape)
        shape = kind.shape if known or not kind.numeric else atom(f"output {place} of {summary.name}")
        return replace(kind, shape=shape, value=None)

    outputs = tuple(wide(kind, place) for place, kind in enumerate(summary.outputs))
    return replace(summary, outputs=outputs, kinds=tuple(replace(k, value=None) for k in summary.kinds))


def _writes_unseen(lowered: Lowered, facts: Facts, context: Context, pairs: frozenset[int]) -> list[Problem]:
    """The problems of calls that write into what they are given where no pair stands for them.

    What a function augments by name alone is another value, if it is a number; its pair holds it to that.
    What it names anew before it writes is its own, unless its pair says otherwise.
    """
    roots = (root for s in lowered.statements for root in (*s.reads, *(b.term for b in s.binds)))
    found = []
    for term in (term for root in roots for term in root.walk() if term.op == "user"):
        callee, seen = context.module.functions[str(term.data)].node, term.uid in pairs
        names, summary = written(callee), context.summaries.get(callee.name)
        if summary is not None:
            names -= named_anew(callee) - {*summary.mutated}
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
    able = [base(v) for v in lowered.parameters if not facts.versions[v].holds_discrete]
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
    dicts = keyed(lowered) | {*lowered.by_item}
    outputs = tuple(
        Kind("dict", element=facts.versions[v].element) if base(v) in dicts else facts.versions[v]
        for v in lowered.outputs
    )
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
