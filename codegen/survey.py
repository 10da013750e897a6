"""What the statements of a function say to whoever walks over them, whatever the values in them are."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.kind import is_shape
from codegen.lower import Lowered, base
from codegen.terms import Term


@dataclass(frozen=True, eq=False)
class Survey:
    """A function in forward order, with what is looked up once for all walks over it."""

    lowered: Lowered

    @functools.cached_property
    def uses(self) -> Mapping[str, tuple[Term, ...]]:
        """For each version, the terms that take it as an argument directly (and what indexes those)."""
        return _uses(self.lowered)

    @functools.cached_property
    def made(self) -> Mapping[str, Term]:
        """What each version is given."""
        return {b.version: b.term for s in self.lowered.statements for b in s.binds}

    @functools.cached_property
    def floats(self) -> frozenset[str]:
        """The arguments that are said to be floating numbers, or arrays."""
        said = {f"{p.name}:0": p.annotation or "" for p in self.lowered.function.parameters}
        return frozenset(v for v, text in said.items() if text.strip('"') == "float" or is_shape(text))

    @functools.cached_property
    def lives_on(self) -> Mapping[str, frozenset[str]]:
        """For each version those that are its value, or may be: by another name, or where it meets others."""
        return _lives_on(self.lowered)

    @functools.cached_property
    def last_reads(self) -> Mapping[str, int]:
        """The last statement that reads each version; outputs are read at the end."""
        return _last_reads(self.lowered)

    @functools.cached_property
    def nested(self) -> frozenset[int]:
        """The `x[i]` that may be lists: what they are called is only indexed by a name, or taken apart."""
        return _nested_items(self.lowered, self.uses)

    @functools.cached_property
    def items(self) -> frozenset[str]:
        """The versions that are an item of something."""
        binds = (b for s in self.lowered.statements for b in s.binds)
        return frozenset(b.version for b in binds if b.term.op == "index")

    @functools.cached_property
    def arms(self) -> tuple[tuple[int, int, int], ...]:
        """Where the branches begin that are in no loop, where their second arms do, and where they end."""
        return _arms(self.lowered)

    @functools.cached_property
    def comprehensions(self) -> frozenset[str]:
        """The memories that comprehensions make."""
        terms = (term for s in self.lowered.statements for b in s.binds for term in b.term.walk())
        return frozenset(f"fresh {t.uid}" for t in terms if isinstance(t.node, ast.ListComp))

    @functools.cached_property
    def bound_in(self) -> Mapping[int, frozenset[str]]:
        """For the head of each loop, the names that are bound in it."""
        statements = self.lowered.statements
        return {
            s.opens: frozenset(base(b.version) for inner in statements[s.opens : i] for b in inner.binds)
            for i, s in enumerate(statements)
            if s.form == "end"
        }

    @functools.cached_property
    def loops(self) -> bool:
        """Whether there are any."""
        return any(statement.form == "loop" for statement in self.lowered.statements)


def _uses(lowered: Lowered) -> dict[str, tuple[Term, ...]]:
    uses: dict[str, list[Term]] = {}
    for statement in lowered.statements:
        for root in [*statement.reads, *(b.term for b in statement.binds)]:
            for term in root.walk():
                for arg in term.args:
                    inner = arg
                    while inner.op == "index" and term.op == "index" and inner.args:
                        inner = inner.args[0]
                    if inner.op == "name" and term.op != "phi":
                        uses.setdefault(inner.data, []).append(term)
    return {version: tuple(found) for version, found in _through_meetings(lowered, uses).items()}


def _through_meetings(lowered: Lowered, uses: dict[str, list[Term]]) -> dict[str, list[Term]]:
    """The uses of a version with those of the versions in which it lives on."""
    meetings = [
        (b.version, arg.data)
        for s in lowered.statements
        for b in s.binds
        if b.term.op == "phi"
        for arg in b.term.args
    ]
    found = {version: {term.uid: term for term in terms} for version, terms in uses.items()}
    changed = bool(meetings)
    while changed:
        changed = False
        for version, source in reversed(meetings):  # what comes last is known first
            mine = found.setdefault(source, {})
            before = len(mine)
            mine.update(found.get(version, {}))
            changed = changed or len(mine) > before
    return {version: list(terms.values()) for version, terms in found.items()}


def _lives_on(lowered: Lowered) -> dict[str, frozenset[str]]:
    further: dict[str, set[str]] = {}
    for bind in (b for s in lowered.statements for b in s.binds):
        sources = bind.term.args if bind.term.op == "phi" else (bind.term,)
        for source in sources:
            if source.op == "name":
                further.setdefault(source.data, set()).add(bind.version)
    found = {}
    for version in further:
        reached, waiting = set[str](), [version]
        while waiting:
            more = further.get(waiting.pop(), set()) - reached
            reached |= more
            waiting += more
        found[version] = frozenset(reached)
    return found


def _nested_items(lowered: Lowered, uses: Mapping[str, tuple[Term, ...]]) -> frozenset[int]:
    named = (b for s in lowered.statements for b in s.binds if b.term.op == "index")
    return frozenset(
        bind.term.uid
        for bind in named
        if all(use.op == "index" and use.args[1].op == "name" for use in uses.get(bind.version, ()))
    )


def _last_reads(lowered: Lowered) -> dict[str, int]:
    """The last statement that reads each version; outputs are read at the end.

    What a loop reads and does not define is read again in each of its turns, so until its end. What
    it leaves behind is read at its end if a later turn, or anything after the loop, asks for it; so
    is what a turn hands to the loop's head, which stands above it. What is left behind of the head itself
    is what was there when no turn was begun any more.
    """
    heads = [b.term for s in lowered.statements if s.form == "loop" for b in s.binds if b.term.op == "phi"]
    handed_on = {arg.data for term in heads for arg in term.args[1:]}
    defined = {b.version: i for i, s in enumerate(lowered.statements) for b in s.binds}
    loops = {s.opens: i for i, s in enumerate(lowered.statements) if s.form == "end"}
    idle = _left_behind_for_nobody(lowered)
    last: dict[str, int] = {}
    around: list[tuple[int, int]] = []
    for index, statement in enumerate(lowered.statements):
        around = [(head, end) for head, end in around if index <= end]
        around += [(index, loops[index])] if index in loops else []
        for root in [*statement.reads, *(b.term for b in statement.binds if b.version not in idle)]:
            for term in _of_which_entries_are_read(root):
                if term.op == "name":
                    start = defined.get(term.data, -1)
                    entry = root.op == "phi" and statement.form == "loop"  # is read once, above the turns
                    ends = [e for h, e in around if start < h and not (entry and h == index)]
                    ends += [loops[index]] if index in loops and index < start else []
                    leaves = root.op == "phi" and statement.form == "end" and start == statement.opens
                    at = start if leaves and term.data not in handed_on else index
                    last[term.data] = max(last.get(term.data, -1), at, *ends)
    last.update(dict.fromkeys((*lowered.outputs, *lowered.mutated), len(lowered.statements)))
    return last


def _of_which_entries_are_read(root: Term) -> Iterator[Term]:
    """The terms of an expression without those that are asked for their shapes."""
    if root.op == "attr" and root.data in ("shape", "ndim", "size") and root.args[0].op == "name":
        return
    yield root
    for arg in root.args:
        yield from _of_which_entries_are_read(arg)


def _left_behind_for_nobody(lowered: Lowered) -> set[str]:
    """What the ends of loops bind and nobody reads, of names that no turn takes up from the last one."""
    binds = [b for s in lowered.statements for b in s.binds]
    ends = {b.version: b.term for s in lowered.statements if s.form == "end" for b in s.binds}
    ends = {version: term for version, term in ends.items() if term.op == "phi"}
    others = [b.term for b in binds if b.version not in ends]
    roots = [*others, *(root for s in lowered.statements for root in s.reads)]
    wanted = {t.data for root in roots for t in root.walk() if t.op == "name"} | set(lowered.outputs)
    taken_up = {arg.data for term in others if term.op == "phi" for arg in term.args}
    live = {v for v, term in ends.items() if v in wanted or term.args[0].data in taken_up}
    waiting = list(live)
    while waiting:  # the end of a loop in a loop, for which that of the outer one asks
        more = {arg.data for arg in ends[waiting.pop()].args} & set(ends) - live
        live |= more
        waiting += more
    return set(ends) - live


def bound_always(lowered: Lowered) -> set[str]:
    """The versions that are bound in no block, and so are there in the end whatever way was taken."""
    depth, found = 0, set[str]()
    for statement in lowered.statements:
        depth -= statement.form in ("join", "end")
        if depth == 0 and statement.form != "loop":
            found |= {bind.version for bind in statement.binds}
        depth += statement.form in ("if", "loop")
    return found


def read_in_arms_only(lowered: Lowered) -> frozenset[str]:
    """The versions that only branches read: elsewhere they may be None."""
    arms = _arms(lowered)
    inside, outside = set[str](), set(lowered.outputs)
    for index, statement in enumerate(lowered.statements):
        found = inside if any(head < index < join for head, _, join in arms) else outside
        roots = [*statement.reads, *(b.term for b in statement.binds)]
        found.update(term.data for root in roots for term in root.walk() if term.op == "name")
    return frozenset(inside - outside)


def items_may_be_missing(lowered: Lowered, version: str) -> bool:
    """Whether an item of a list is read, but for its name, in branches only: elsewhere it may be None."""
    arms = list(_arms(lowered, in_loops=True))
    reads: dict[str, list[int]] = {}
    for index, statement in enumerate(lowered.statements):
        roots = [*statement.reads, *(bind.term for bind in statement.binds if bind.term.op != "phi")]
        for term in (term for root in roots for term in root.walk() if term.op == "name"):
            reads.setdefault(str(term.data), []).append(index)
    items = (
        (index, bind.version)
        for index, statement in enumerate(lowered.statements)
        for bind in statement.binds
        if bind.term.op == "index" and bind.term.args[0].data == version and bind.term.args[1].op != "slice"
    )
    return any(
        name in reads and all(any(home < head < at < join for head, _, join in arms) for at in reads[name])
        for home, name in items
    )


def _arms(lowered: Lowered, in_loops: bool = False) -> tuple[tuple[int, int, int], ...]:
    found, heads, middles = [], [], {}
    for index, statement in enumerate(lowered.statements):
        if statement.form in ("loop", "if"):
            heads.append(statement.form)
        elif statement.form == "else":
            middles[statement.opens] = index
        elif statement.form in ("end", "join"):
            heads.pop()
            if statement.form == "join" and (in_loops or "loop" not in heads):
                found.append((statement.opens, middles[statement.opens], index))
    return tuple(found)
