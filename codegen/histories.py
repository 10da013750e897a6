"""What loops and branches keep for the mirror: histories, one entry a turn, and saved values.

A value made in a loop is read by the mirror of the same turn, so each turn appends what is read to
the loop's history; the history of an inner loop is a value of the outer one. A value whose name is
given another value before it is kept is saved under a name of its own. Nothing is ever popped.
"""

from __future__ import annotations

import ast
import bisect
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.lower import Lowered, Statement, base
from codegen.mirror import Backward, Group, is_beside, is_version
from codegen.terms import Term
from codegen.trees import names_in, walk


@dataclass(frozen=True)
class History:
    """What a loop keeps: `values` of each turn, appended before the statement at `place`.

    Without values it counts turns. `numbered` says that the mirror goes by position, `over` that it
    asks what the loop goes over. `items` are given by the position, anew.
    """

    head: int
    version: str
    values: tuple[str, ...]
    place: int
    numbered: bool
    over: bool
    items: tuple[str, ...]
    kept: bool


@dataclass(frozen=True)
class Region:
    """A block: its first and last statement, the `else` of a branch."""

    head: int
    last: int
    middle: int
    is_loop: bool


def regions(lowered: Lowered) -> tuple[Region, ...]:
    """The blocks of a function, an inner one behind what is around it."""
    middles = {s.opens: i for i, s in enumerate(lowered.statements) if s.form == "else"}
    found = [
        Region(s.opens, i, middles.get(s.opens, -1), s.form == "end")
        for i, s in enumerate(lowered.statements)
        if s.form in ("end", "join")
    ]
    return tuple(sorted(found, key=lambda r: r.head))


def _begun(lowered: Lowered) -> list[tuple[Region, ...]]:
    """For each statement the blocks that have begun with it or above and end below, the outermost first."""
    heads = {block.head: block for block in regions(lowered)}
    found: list[tuple[Region, ...]] = []
    now: tuple[Region, ...] = ()
    for index in range(len(lowered.statements)):
        now = now[:-1] if now and now[-1].last == index else now
        now = (*now, heads[index]) if index in heads else now
        found.append(now)
    return found


class Places:
    """Where versions are made, and in which blocks that is."""

    def __init__(self, lowered: Lowered, backward: Backward) -> None:
        self.begun = _begun(lowered)
        self.ends = {block.head: block.last for block in regions(lowered)}
        self.home: dict[str, float] = dict.fromkeys(lowered.parameters, -1.0)
        for index, statement in enumerate(lowered.statements):
            for stage in backward.stages.get(index, ()):
                self._make(backward, stage.term, index - 0.5)
                self.home[stage.version] = index - 0.5
            for bind in statement.binds:
                self._make(backward, bind.term, index)
                self.home[bind.version] = index

        self.rank = {version: rank for rank, version in enumerate(self.home)}

    def _make(self, backward: Backward, term: Term, place: float) -> None:
        """What is made beside a term: the cache of a call, other outputs of a gate."""
        pair = backward.pairs.get(term.args[0].uid if term.op == "index" else term.uid)
        if pair is not None:
            self.home[pair.cache] = place
        parts = backward.parts.get(term.args[0].uid, ()) if term.op in ("index", "attr") else ()
        self.home.update(dict.fromkeys(filter(is_beside, parts), place))

    def order(self, version: str) -> tuple[float, int]:
        """What versions are sorted by: where they are made, in the order in which they are there."""
        return self.home[version], self.rank.get(version, -1)

    def around(self, place: float, loops: bool = False) -> tuple[Region, ...]:
        """The blocks around a place, the outermost first; only the loops, if that is asked for."""
        if not 0 <= place < len(self.begun):
            return ()
        found = self.begun[math.floor(place)]
        if found and found[-1].head == place and not found[-1].is_loop:
            found = found[:-1]  # the test of a branch stands above it
        return tuple(block for block in found if block.is_loop) if loops else found

    def loop(self, version: str) -> int:
        """The head of the loop in whose turns a version is made; -1 for none."""
        around = self.around(self.home[version], loops=True)
        return around[-1].head if around else -1

    def end(self, loop: int) -> float:
        """The last statement of a loop; of the function, for -1."""
        return self.ends.get(loop, math.inf)

    def top(self, place: float, loop: int) -> float:
        """The statement of a loop's body, or of the function's, in which a place is."""
        inside = [b for b in self.around(place) if b.head > loop]
        return inside[0].head if inside else math.floor(place)

    def below(self, place: float, loop: int) -> int:
        """The first statement of the same body behind the one in which a place is."""
        statement = math.ceil(place)  # a stage stands with its statement
        begun = self.begun[statement] if 0 <= statement < len(self.begun) else ()
        inside = [b for b in begun if b.head > loop]
        return (inside[0].last if inside else statement) + 1

    def apart(self, first: float, second: float) -> bool:
        """Whether two places are in different arms of one branch."""
        return any(
            not b.is_loop and (first < b.middle) != (second < b.middle)
            for b in self.around(first)
            if b in self.around(second)
        )

    def always(self, place: float, later: float) -> bool:
        """Whether a place has run whenever a later one does."""
        mine = self.around(place)
        around = self.around(later) if mine else ()
        return all(block in around and not self.apart(place, later) for block in mine)


@dataclass(frozen=True)
class Reads:
    """The versions that the mirror reads, by the loop in whose turns they are made."""

    by_loop: Mapping[int, tuple[str, ...]]

    def of(self, loop: int) -> tuple[str, ...]:
        """Those of one loop; of the function, for -1."""
        return self.by_loop.get(loop, ())


def histories(lowered: Lowered, backward: Backward, places: Places) -> tuple[list[History], Reads]:
    """The history of each loop, the inner ones first, and all that is read."""
    found: dict[int, dict[str, None]] = {}
    mirrored = {}
    for group in backward.groups:
        if group.form == "loop":
            mirrored[group.statement] = group
        for version in _read_by(group):
            if version in backward.recomputed:
                continue
            found.setdefault(places.loop(version), {})[version] = None
    made = []
    for head in sorted(mirrored, reverse=True):
        read = dict.fromkeys(sorted(found.get(head, {}), key=places.order))
        history = _history(lowered.statements[head], mirrored[head], read, head)
        if history.over:
            asked = _versions(_asked(lowered.statements[head], mirrored[head], history))
            for version in (v for v in asked if v not in backward.recomputed):
                found.setdefault(places.loop(version), {})[version] = None
        if history.kept:
            places.home[history.version] = head - 0.25
            found.setdefault(places.loop(history.version), {})[history.version] = None
        made.append(history)
    return made, Reads({loop: tuple(sorted(read, key=places.order)) for loop, read in found.items()})


def asked_by_loops(lowered: Lowered, backward: Backward, places: Places) -> dict[int, frozenset[str]]:
    """The versions that the mirror of each loop asks for its length, or for items."""
    heads = {group.statement: group for group in backward.groups if group.form == "loop"}
    made, _ = histories(lowered, backward, places)
    asked = {h.head: _asked(lowered.statements[h.head], heads[h.head], h) for h in made if h.over}
    return {head: frozenset(_versions(nodes)) for head, nodes in asked.items()}


def _asked(statement: Statement, group: Group, history: History) -> tuple[ast.expr, ...]:
    """What the mirror of a loop asks for its length, or for items; the length may be that of the history."""
    loop = statement.loop
    assert loop is not None
    if loop.kind != "items" or (loop.known and not loop.flag):
        return group.over
    items = [b.version for b in statement.binds if b.term.op not in ("phi", "position")]
    counts = [sum(isinstance(n, ast.Name) for n in walk(target)) for target in loop.targets]
    starts = [sum(counts[:place]) for place in range(len(counts))]
    mine = [set(items[start : start + count]) for start, count in zip(starts, counts)]
    return tuple(over for over, found in zip(group.over, mine) if found & set(history.items))


def _history(statement: Statement, group: Group, read: dict[str, None], head: int) -> History:
    loop = statement.loop
    assert loop is not None
    items = [b.version for b in statement.binds if b.term.op not in ("phi", "position") and b.version in read]
    counted = loop.kind != "while" and loop.known and not loop.flag
    by_position = loop.kind == "items" or counted
    numbered = by_position and (loop.index in read or bool(items))
    given = {*items, *([loop.index] if numbered else [])}
    values = tuple(version for version in read if version not in given)
    kept = bool(values) or not counted
    return History(
        head=head,
        version=f"{_word(values, statement)}:history {head}",
        values=values,
        place=-1,
        numbered=numbered,
        over=bool(items) or (counted and (numbered or not values)),
        items=tuple(items),
        kept=kept,
    )


def _word(values: tuple[str, ...], statement: Statement) -> str:
    """What a history is called: `h_before`, if it keeps one value that each turn finds."""
    found = {bind.version for bind in statement.binds if bind.term.op == "phi"}
    return f"{base(values[0])}_before" if len(values) == 1 and values[0] in found else "steps"


def _read_by(group: Group) -> Iterator[str]:
    for line in group.lines:
        yield from _versions((line.expr, *(() if line.index is None else (line.index,))))
    if group.test is not None:
        yield from _versions((group.test,))


def _versions(nodes: tuple[ast.expr, ...]) -> Iterator[str]:
    for node in nodes:
        yield from (name for name in names_in(node) if is_version(name))


@dataclass(frozen=True)
class Save:
    """A value kept under another name, or a name given None in case its block does not run.

    `copied` says that its memory is written into later, `bound` that it has a value whatever blocks ran.
    """

    name: str
    version: str | None
    copied: bool = False
    bound: bool = True


def _complete(lowered: Lowered) -> set[str]:
    """The versions that are bound wherever they are made: not those that only some ways bind."""
    found = set(lowered.parameters)
    heads: set[str] = set()
    for statement in lowered.statements:
        for bind in statement.binds:
            if bind.term.op != "phi":
                found.add(bind.version)
                continue
            sources = [arg.data for arg in bind.term.args]
            if statement.form == "end":  # what a turn binds is not there where there is none
                whole = sources[0] in heads & found
            else:
                whole = len(sources) == 2 and found.issuperset(
                    sources[: 1 if statement.form == "loop" else 2]
                )
            if statement.form == "loop":
                heads.add(bind.version)
            if whole:
                found.add(bind.version)
    return found


def _surely_read(statement: Statement) -> Iterator[str]:
    """The versions that a statement reads whenever it runs, so that they are bound behind it."""
    for root in (*statement.reads, *(b.term for b in statement.binds if b.term.op != "phi")):
        if not any(term.op in ("if", "and", "or", "opaque") for term in root.walk()):
            yield from (term.data for term in root.walk() if term.op == "name")


class Saving:
    """Decides what is saved, and where; `spelling` says which versions have one name, `tied` which meet."""

    def __init__(
        self,
        lowered: Lowered,
        places: Places,
        spelling: Mapping[str, str],
        tied: Mapping[str, str],
        take: Callable[[str], str],
    ) -> None:
        self.lowered, self.places, self.tied = lowered, places, tied
        self.spelling, self.take = spelling, take
        self.saves: dict[float, list[Save]] = {}
        self.back: dict[str, str] = {}
        self.saved: set[str] = set()
        self.given: dict[str, list[tuple[float, str]]] = {}
        self.sure: dict[str, list[float]] = {}
        binds = [bind for statement in lowered.statements for bind in statement.binds]
        none = (b.version for b in binds if b.term.op == "literal" and b.term.data is None)
        self.none = {spelling[version] for version in none}
        self.written = {b.version: str(b.term.args[0].data) for b in binds if b.term.op == "write"}
        complete = _complete(lowered)
        for parameter in lowered.parameters:
            self.sure.setdefault(spelling[parameter], []).append(-1.0)
        for index, statement in enumerate(lowered.statements):
            for bind in statement.binds:
                name = spelling[bind.version]
                moved = statement.form == "write" and spelling[str(bind.term.args[0].data)] != name
                if (statement.form != "write" or moved) and bind.term.op != "phi":
                    self.given.setdefault(name, []).append((index, bind.version))
                if bind.version in complete:
                    self.sure.setdefault(name, []).append(index)
            for version in _surely_read(statement):
                self.sure.setdefault(spelling[version], []).append(index)

    def overwritten(self, version: str) -> float:
        """Where a version's name is given another value, before its turn is over; or infinity."""
        home, loop = self.places.home[version], self.places.loop(version)
        end = self.places.end(loop)
        return min(
            (
                place
                for place, other in self.given.get(self.spelling[version], ())
                if other != version and home < place < end and not self.places.apart(home, place)
            ),
            default=math.inf,
        )

    def keep(self, history: History) -> History:
        """Finds where a turn's values can be kept together; saves what cannot wait until there."""
        places, head = self.places, history.head
        ready = {v: self._ready(v, head) for v in history.values}
        last = max(ready.values(), default=head + 1)
        open_to = [v for v in history.values if v not in self.saved]
        overwritten = {v: self.overwritten(v) for v in open_to}
        limits = {v: places.top(place, head) for v, place in overwritten.items() if place < math.inf}
        if limits and all(limit >= last for limit in limits.values()):
            return replace(history, place=last)
        for version in limits:
            if version not in self.saved:
                self.save(version)
        return replace(history, place=int(places.end(head)))

    def _ready(self, version: str, loop: int) -> int:
        home = self.places.home[version]
        return loop + 1 if home == loop else self.places.below(home, loop)

    def told_apart(self, versions: tuple[str, ...]) -> tuple[str, ...]:
        """The versions without those that are kept under one name: of two of one memory one is enough."""
        return tuple({self.back.get(v, self.spelling[v]): v for v in versions}.values())

    def save(self, version: str, written: float = math.inf) -> None:
        """Keeps a value under a name of its own, from where it is made, and before it is `written` into."""
        name = self.take(f"{base(version)}_before")
        home = self.places.home[version]
        place = home if home % 1 else home + 1  # what a stage gives is there before its statement
        if home <= -1:  # an argument: just above what overwrites it
            first = self.overwritten(version)
            place = 0 if first == math.inf else self.places.top(min(first, written), -1)
        there = self.spelling[version] not in self.none and self._is_bound(version, home + 0.5)
        bound = there or version not in self.tied
        self.saves.setdefault(place, []).append(Save(name, version, written < math.inf, bound))
        self.saved.add(version)
        self.back[version] = name

    def _is_bound(self, version: str, at: float) -> bool:
        """Whether a version's name has a value at a place, whatever blocks ran."""
        sure = self.sure.get(self.spelling[version], [])
        above = range(bisect.bisect_left(sure, at) - 1, -1, -1)  # what is nearest is most likely it
        return any(self.places.always(sure[number], at) for number in above)

    def bind_always(self, version: str, kept: float) -> None:
        """Gives a name that is not always bound where it is kept a value above, in case no block binds it."""
        places = self.places
        home, loop = places.home[version], places.loop(version)
        if version in self.tied:
            name = self.spelling[version]
            if not self._is_bound(version, home + 0.5 if version in self.saved else kept - 0.5):
                top = places.top(min(place for place, _ in self.given[name]), -1)
                nothing = Save(name, None)
                if nothing not in self.saves.setdefault(top, []):
                    self.saves[top].append(nothing)
            if version not in self.saved:
                return
        inside = [b for b in places.around(home) if b.head > loop and not b.is_loop]
        name = self.back.get(version, self.spelling[version])
        if not inside:
            return
        known = [
            *self.given.get(name, ()),
            *((-1.0, p) for p in self.lowered.parameters if self.spelling[p] == name),
        ]
        if any(place < inside[0].head and self.places.always(place, inside[0].head) for place, _ in known):
            return
        instead = self._of_one_memory(version, inside[0].head)
        earlier = [place for place, _ in known if place < inside[0].head] if instead is None else []
        head = places.top(min(earlier), -1) if earlier else inside[0].head  # it may be read before the block
        self.saves.setdefault(head, []).append(Save(name, instead))

    def _of_one_memory(self, version: str, place: float) -> str | None:
        """What a version made by writes was above a place, of whose shape its gradient is."""
        while self.places.home[version] > place and version in self.written:
            version = self.written[version]
        return version if self.places.home[version] < place else None
