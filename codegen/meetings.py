"""Which versions are one memory, which are one variable, and which gradients have one name."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codegen.lower import Bind, Lowered, base
from codegen.terms import Term


def phi(version: str, *sources: str, how: str = "") -> Bind:
    """A version that is one of several; or, of one `earlier`, what a turn before may have left."""
    terms = tuple(Term("name", (), ast.Name(source, ast.Load()), source) for source in sources)
    return Bind(version, Term("phi", terms, ast.Name(version, ast.Load()), how))


def is_phi(bind: Bind) -> bool:
    """Whether a version is bound by the meeting of others, and not by a statement."""
    return bind.term.op == "phi"


def one_memory(lowered: Lowered, in_place: bool = False) -> dict[str, str]:
    """For versions that are one memory, parts of which are written: the version that stands for all.

    Where a name may stand for one memory or another (one arm of a branch makes it anew), versions
    that meet are not of one memory. What is written as a whole is left out but if it is asked for
    (`in_place`): the memory is the same, the gradient is not.
    """
    if in_place not in lowered.memories:
        lowered.memories[in_place] = _one_memory(lowered, in_place)
    return dict(lowered.memories[in_place])


def _one_memory(lowered: Lowered, in_place: bool) -> dict[str, str]:
    binds = _binds(lowered)
    writes = [(b.term.args[0].data, b.version) for b in binds if b.term.op == "write"]
    whole = {s.binds[0].version: s.binds[0].term.args[0].data for s in lowered.statements if s.in_place}
    if in_place:
        writes += [(source, version) for version, source in whole.items()]
    if not writes:
        return {}
    meetings = [(arg.data, b.version) for b in binds if is_phi(b) for arg in b.term.args]
    none = {b.version for b in binds if b.term.op == "literal" and b.term.data is None}
    bound = {b.version for b in binds if b.term.op not in ("write", "phi")}
    hollow = {b.version for b in binds if is_phi(b) and b.term.data == "earlier"}
    made = {*lowered.parameters, *bound, *hollow} - none  # None is no memory
    made -= set(whole) if in_place else set()
    written = {version for pair in writes for version in pair}
    anew = [(heads, inside) for heads, inside in _made_in_turns(lowered, none) if heads]
    groups = [g for g in grouped([*writes, *meetings]) if g & written]
    plain = [
        g
        for g in groups
        if len(g & made) == 1 and not any(g & heads and g & inside for heads, inside in anew)
    ]
    several = frozenset[str]().union(*(g for g in groups if g not in plain))
    pairs = [pair for g in (*plain, *_apart(lowered, several, writes)) for pair in _ties(g)]
    order = {b.version: i for i, b in enumerate(binds)}
    found: dict[str, str] = {}
    for group in grouped([*writes, *pairs]):
        last = max(group, key=lambda v: order.get(v, -1))
        found.update(dict.fromkeys(group - {last}, last))
    return found


def _apart(
    lowered: Lowered, group: frozenset[str], writes: Iterable[tuple[str, str]]
) -> list[frozenset[str]]:
    """The lists among versions of which several are made: what meets is of one if all that meet there are.

    As with values that are equal: all are until something tells them apart. An array may be given another
    shape by the turn that makes it anew.
    """
    memory: dict[str, str] = {}
    written = {version: source for source, version in writes}
    inside = dict(_made_inside(lowered))
    binds = [(i, b) for i, s in enumerate(lowered.statements) for b in s.binds if b.version in group]
    memory.update((v, v) for v in group - {b.version for _, b in binds})
    before: dict[str, str] | None = None
    while before != memory:
        before = dict(memory)
        for index, bind in binds:
            version = bind.version
            sources = [str(arg.data) for arg in bind.term.args] if is_phi(bind) else []
            met = {memory[v] for v in sources if v in memory}
            if version in written:
                now = memory.get(written[version], "")
            elif not sources or bind.term.data == "earlier" or met & inside.get(index, set()) or len(met) > 1:
                now = version
            else:
                now = "".join(met)
            if now and memory.get(version, now) == now:
                memory[version] = now
            elif now:
                memory[version] = version
    lists = {bind.version for _, bind in binds if bind.term.op == "list"}
    found: dict[str, set[str]] = {}
    for version, one in memory.items():
        found.setdefault(one, set()).add(version)
    return [frozenset(versions) for versions in found.values() if len(versions) > 1 and versions & lists]


def _made_inside(lowered: Lowered) -> Iterator[tuple[int, set[str]]]:
    """The head of each loop, and what its turns make."""
    for end, statement in enumerate(lowered.statements):
        if statement.form == "end":
            binds = [b for s in lowered.statements[statement.opens + 1 : end] for b in s.binds]
            yield statement.opens, {b.version for b in binds if b.term.op not in ("write", "phi")}


def _made_in_turns(lowered: Lowered, none: set[str]) -> Iterator[tuple[set[str], set[str]]]:
    """For each loop what it carries from None above it, and what its turns make: not one memory."""
    for head, made in _made_inside(lowered):
        meet = [b for b in lowered.statements[head].binds if is_phi(b)]
        yield {b.version for b in meet if any(a.data in none for a in b.term.args)}, made


def meeting(lowered: Lowered) -> dict[str, str]:
    """For versions that meet, and so are one variable: the first version where some do.

    An argument that is written into is one, too: nothing else can stand for it. So is all of one
    memory that lives on from turn to turn, since each turn writes into what the last one left.
    """
    pairs = [(b.version, arg.data) for b in _binds(lowered) if is_phi(b) for arg in b.term.args]
    whole = one_memory(lowered, in_place=True)
    met = {whole.get(version, version) for pair in pairs for version in pair}
    pairs += [(version, last) for version, last in whole.items() if last in {*lowered.mutated, *met}]
    order = {b.version: i for i, b in enumerate(_binds(lowered)) if is_phi(b)}
    last = len(list(_binds(lowered)))
    found: dict[str, str] = {}
    for group in grouped(pairs):
        first = min(group, key=lambda v: (order.get(v, last), v not in lowered.mutated, v))
        found.update(dict.fromkeys(group, first))
    return found


def one_gradient(lowered: Lowered, same: dict[str, str]) -> dict[str, str]:
    """For versions whose gradients have one name: the version where some of them meet.

    These are the versions that meet, and those of one memory with them, which share its gradient.
    """
    tied = meeting(lowered)
    found: dict[str, str] = {}
    for group in grouped([*tied.items(), *same.items()]):
        if meet := group & tied.keys():
            found.update(dict.fromkeys(group, min(tied[version] for version in meet)))
    return found


def homes(lowered: Lowered, same: dict[str, str]) -> dict[str, float]:
    """The statement that makes each version; of one memory, the statement that makes the first."""
    made = {b.version: float(i) for i, s in enumerate(lowered.statements) for b in s.binds}
    made.update(dict.fromkeys(lowered.parameters, -1.0))
    for version, whole in same.items():
        made[whole] = min(made[whole], made[version])
    made.update({version: made[whole] for version, whole in same.items()})
    return made


def grouped(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The sets of what is connected."""
    group: dict[str, set[str]] = {}
    for a, b in pairs:
        small, large = sorted((group.setdefault(a, {a}), group.setdefault(b, {b})), key=len)
        if small is not large:
            large |= small
            group.update(dict.fromkeys(small, large))
    return [frozenset(g) for g in {id(g): g for g in group.values()}.values()]


def _ties(group: frozenset[str]) -> list[tuple[str, str]]:
    first, *rest = sorted(group)
    return [(first, other) for other in rest]


def _binds(lowered: Lowered) -> list[Bind]:
    return [bind for statement in lowered.statements for bind in statement.binds]


def unsettled(lowered: Lowered, same: dict[str, str]) -> frozenset[str]:
    """Versions of one memory that are written into after they are made, in this turn or a later one."""
    made: dict[str, int] = dict.fromkeys(lowered.parameters, -1)
    made.update((b.version, i) for i, s in enumerate(lowered.statements) for b in s.binds)
    first = homes(lowered, same)
    loops = [(s.opens, i) for i, s in enumerate(lowered.statements) if s.form == "end"]
    writes: dict[str, list[int]] = {}
    for index, statement in enumerate(lowered.statements):
        if statement.form == "write":
            version = statement.binds[0].version
            writes.setdefault(same.get(version, version), []).append(index)

    def later(version: str, write: int, root: float) -> bool:
        turns = (head < write < end and head <= made[version] < end and root < head for head, end in loops)
        return write > made[version] or any(turns)

    return frozenset(
        version
        for version in made
        for whole in [same.get(version, version)]
        if any(later(version, write, first[whole]) for write in writes.get(whole, ()))
    )


def keyed(lowered: Lowered) -> set[str]:
    """The names of dicts of which only items are asked: they stand for nothing else."""
    binds = [b for s in lowered.statements for b in s.binds]
    made = {base(b.version) for b in binds if b.term.op == "list" and isinstance(b.term.node, ast.Dict)}
    given = [(base(b.version), base(str(b.term.data))) for b in binds if b.term.op == "name"]
    while more := {name for name, other in given if other in made} - made:
        made |= more
    return made
