"""Which forward values the backward pass reads, and which of those must be kept apart.

One question decides it all: is the overwritten value read by the mirror? If it is, what overwrites
it gets a name of its own; if not, the user's statement stands as it is.
"""

from __future__ import annotations

import ast
import itertools
import math
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.histories import History, Places, Save, Saving, histories
from codegen.kind import Kind, may_change
from codegen.kinds import Facts
from codegen.lower import Bind, Lowered, base, fills
from codegen.meetings import meeting, one_memory
from codegen.mirror import BackLine, Backward, Group, Stage, is_beside, is_version, substituted
from codegen.repeats import holds_numbers
from codegen.terms import RESIZING, Term
from codegen.trees import child_nodes, names_in


@dataclass(frozen=True)
class Cached:
    """The versions that are cached, in the order in which they are computed, and all spellings.

    `read` are all versions that the mirror reads. `held` is under which names they are kept, `back`
    how the backward pass spells what has another name there; `saves` are by the statement above which
    they stand, or half a step above one, below its stages. `rebound` are versions of arrays that an
    augmented assignment must not write into, `copied` stages whose memory is written later.
    """

    versions: tuple[str, ...]
    spelling: Mapping[str, str]
    name: str
    held: Mapping[str, str]
    back: Mapping[str, str]
    read: frozenset[str]
    histories: Mapping[int, History]
    saves: Mapping[float, tuple[Save, ...]]
    rebound: frozenset[str]
    copied: frozenset[str]


def cache(lowered: Lowered, facts: Facts, backward: Backward) -> Cached:
    """What is cached, and how each version and gradient is spelled."""
    places = Places(lowered, backward)
    made, reads = histories(lowered, backward, places)
    order = tuple(dict.fromkeys(_definitions(lowered, backward, made)))
    read = {version for versions in reads.by_loop.values() for version in versions}
    tied = meeting(lowered)
    written, first = _written_apart(lowered, facts, backward, order, read, tied)
    apart = backward.apart | written
    spelling = _spelling(order, read, apart - set(tied), tied, backward, lowered)
    saving = Saving(lowered, places, spelling, tied, backward.names.take)
    hazards = _written_later(lowered, facts, backward, places, read & _valued(backward), spelling, first)
    for version, change in _resized_later(lowered, facts, places, read, spelling).items():
        hazards[version] = min(change, hazards.get(version, change))
    alone = {
        s.version for i, found in backward.stages.items() for s in found if _is_alone(s, lowered, facts, i)
    }
    for version in sorted(hazards.keys() - alone):
        saving.save(version, hazards[version])
    made = [saving.keep(history) for history in made]
    outside = frozenset(reads.of(-1))
    kept = tuple(version for version in order if version in outside)
    for version in kept:
        if version not in saving.saved and saving.overwritten(version) < math.inf:
            saving.save(version)
    given = {history.head: _given(lowered, history) for history in made}
    _tell_apart(saving, made, kept, given)
    _name_items(backward, saving, made, given)
    for version in kept:
        saving.bind_always(version, math.inf)
    for history in made:
        for version in history.values:
            saving.bind_always(version, history.place)
    kept = saving.told_apart(kept)
    made = [replace(history, values=saving.told_apart(history.values)) for history in made]
    _tell_recomputed_apart(backward, saving, read)
    name = spelling["the cache"] = backward.names.take("cache")
    return Cached(
        kept,
        spelling,
        name,
        {**spelling, **{v: saving.back[v] for v in saving.saved}},
        {**spelling, **saving.back},
        frozenset(read),
        {history.head: history for history in made},
        {place: tuple(saves) for place, saves in saving.saves.items()},
        apart & set(tied) - {b.version for s in lowered.statements if s.in_place for b in s.binds},
        frozenset(hazards.keys() & alone),
    )


def _given(lowered: Lowered, history: History) -> tuple[str, ...]:
    """What the mirror of a loop takes again in each turn: items, and the position."""
    loop = lowered.statements[history.head].loop
    return (*history.items, *((loop.index,) if loop is not None and history.numbered else ()))


def _tell_apart(
    saving: Saving, made: list[History], kept: tuple[str, ...], given: Mapping[int, tuple[str, ...]]
) -> None:
    """Another name for a value that the mirror of a later loop would overwrite with one of its own."""
    places = saving.places
    inner = {v: h.head for h in made for v in h.values if v not in saving.back}
    of_name: dict[str, list[tuple[str, int]]] = {}
    taken = [(item, head) for head, items in given.items() for item in items]
    for other, head in (*inner.items(), *taken):
        of_name.setdefault(saving.spelling[other], []).append((other, head))
    for version in (*kept, *inner):
        loop = places.loop(version)
        hidden = any(
            loop < head <= places.end(loop) and places.home[version] < head
            for other, head in of_name.get(saving.spelling[version], ())
            if other != version
        )
        if hidden and version not in saving.back:
            saving.back[version] = saving.take(f"{base(version)}_in")


def _tell_recomputed_apart(backward: Backward, saving: Saving, read: set[str]) -> None:
    """Another name for what the mirror computes again, if it reads another value of that name."""
    names = {v: saving.back.get(v, saving.spelling[v]) for v in {*read, *backward.recomputed}}
    for version in sorted(backward.recomputed):
        if any(name == names[version] for other, name in names.items() if other != version):
            saving.back[version] = names[version] = saving.take(f"{base(version)}_again")


def _name_items(
    backward: Backward, saving: Saving, made: list[History], given: Mapping[int, tuple[str, ...]]
) -> None:
    """Another name for what the mirror of a loop takes again, if it gives its name to another value, too.

    That is one which the turn has made of it later, or a loop in the loop; or what the loop goes over.
    """
    over = {g.statement: [n for node in g.over for n in names_in(node)] for g in backward.groups if g.over}
    for history in made:
        end = saving.places.end(history.head)
        inside = [other for other in made if history.head <= other.head <= end]
        restored = [v for other in inside for v in (*other.values, *given[other.head])]
        restored += filter(is_version, over.get(history.head, ())) if history.over else ()
        for version in given[history.head]:
            name = saving.spelling[version]
            clashes = (v for v in restored if v != version and v not in saving.back)
            if version not in saving.back and any(saving.spelling[v] == name for v in clashes):
                saving.back[version] = saving.take(f"{base(version)}_given")


SHAPE_ATTRIBUTES = ("shape", "size", "ndim")
SHAPE_CALLS = ("shape", "size", "ndim")
NO_VALUE_CALLS = (*SHAPE_CALLS, "len", "zeros_like", "ones_like", "result_type")


def shapes_shared(lowered: Lowered, backward: Backward) -> Backward:
    """Lets a value of which only the shape is read give way to one of that shape that is there.

    Nothing is cached for its shape alone if a cached value, or an upstream gradient, has the same.
    """
    valued: set[str] = set()
    shaped: set[str] = set()
    for group in backward.groups:
        for line in group.lines:
            for node in (line.expr, line.index):
                if node is not None:
                    _sort_reads(node, backward.extra_kinds, valued, shaped)
    kinds = backward.extra_kinds
    places = Places(lowered, backward)
    stand_ins: dict[object, list[str]] = {}
    phis = [b for s in lowered.statements for b in s.binds if b.term.op == "phi"]
    hollow = {base(b.version) for b in phis if b.term.data == "earlier"}  # may be None in a turn
    for version in _definitions(lowered, backward):
        there = kinds[version].numeric and places.loop(version) == -1 and base(version) not in hollow
        if version in valued and there:
            stand_ins.setdefault(kinds[version].shape, []).append(version)
    tied = meeting(lowered)
    targets = {t for group in backward.groups for line in group.lines for t in (line.target, *line.targets)}
    for upstream in filter(None, backward.upstream):
        others = {base(t[2:]) for t in targets - {upstream} if t.startswith("d ")}  # perhaps of one name
        if kinds[upstream[2:]].numeric and upstream[2:] not in tied and base(upstream[2:]) not in others:
            stand_ins.setdefault(kinds[upstream[2:]].shape, []).append(upstream)

    turns = [v for v in places.home if v in kinds and places.loop(v) != -1]

    def is_there(stand_in: str, version: str) -> bool:
        """Whether a value is there for the mirror wherever another one is: it may be None in another arm.

        The mirror of a loop above it may have given its name to a value of another shape by then.
        """
        if not is_version(stand_in):
            return True
        home, shape = places.home[stand_in], kinds[stand_in].shape
        others = (v for v in turns if base(v) == base(stand_in) and kinds[v].shape != shape)
        return places.always(home, places.home[version]) and all(places.home[v] > home for v in others)

    swaps: dict[str, str] = {}
    for version in shaped - valued:
        shape = kinds[version].shape
        if kinds[version].numeric and (places.loop(version) == -1 or not may_change(shape)):
            found = (name for name in stand_ins.get(shape, ()) if is_there(name, version))
            swaps.update((version, name) for name in itertools.islice(found, 1))
    names = {version: ast.Name(stand_in, ast.Load()) for version, stand_in in swaps.items()}
    return replace(backward, groups=tuple(_swapped(group, names) for group in backward.groups))


def _valued(backward: Backward) -> set[str]:
    """The versions of which the mirror reads more than the shape."""
    valued: set[str] = set()
    for group in backward.groups:
        nodes = (group.test, *group.over, *(n for line in group.lines for n in (line.expr, line.index)))
        for node in nodes:
            if node is not None:
                _sort_reads(node, backward.extra_kinds, valued, set(), NO_VALUE_CALLS)
    return valued


def _sort_reads(
    node: ast.AST,
    kinds: Mapping[str, Kind],
    valued: set[str],
    shaped: set[str],
    calls: tuple[str, ...] = SHAPE_CALLS,
) -> None:
    """Sorts the versions that an expression reads: those of which only the shape is, and others."""
    if isinstance(node, ast.Name):
        if is_version(node.id):
            valued.add(node.id)
        return
    inner = _only_shape(node, calls)
    for child in child_nodes(node):
        part = child if child is inner else None
        while _is_part(part, calls):  # the shape of a part is known from that of the whole
            part = part.value  # type: ignore[union-attr]
        kind = kinds.get(part.id) if isinstance(part, ast.Name) and is_version(part.id) else None
        if not isinstance(part, ast.Name) or kind is None or not kind.numeric:
            _sort_reads(child, kinds, valued, shaped, calls)
            continue
        shaped.add(part.id)
        while _is_part(child, calls):
            if isinstance(child, ast.Subscript):
                _sort_reads(child.slice, kinds, valued, shaped, calls)
            child = child.value  # type: ignore[attr-defined]


def _is_part(node: ast.AST | None, calls: tuple[str, ...]) -> bool:
    """Whether of a part, or of a transpose, no more is read; another value's transpose would read oddly."""
    turned = isinstance(node, ast.Attribute) and node.attr == "T" and calls == NO_VALUE_CALLS
    return turned or isinstance(node, ast.Subscript)


def _only_shape(node: ast.AST, calls: tuple[str, ...]) -> ast.AST | None:
    """The operand of which an expression reads nothing but the shape."""
    if isinstance(node, ast.Attribute) and node.attr in SHAPE_ATTRIBUTES:
        return node.value
    if not isinstance(node, ast.Call):
        return None
    function = node.func
    word = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "").lstrip("@")
    if word == "unbroadcast":
        return node.args[1]
    return node.args[0] if word in calls and node.args else None


def _swapped(group: Group, swaps: Mapping[str, ast.expr]) -> Group:
    def swap(node: ast.expr | None) -> ast.expr | None:
        return None if node is None else substituted(node, swaps)

    def swapped(line: BackLine) -> BackLine:
        names = (name for node in (line.expr, line.index) if node is not None for name in names_in(node))
        found = any(name in swaps for name in names)
        return replace(line, expr=substituted(line.expr, swaps), index=swap(line.index)) if found else line

    return group.having(map(swapped, group.lines))


def _definitions(lowered: Lowered, backward: Backward, made: Iterable[History] = ()) -> Iterator[str]:
    """All versions in the order in which the forward pass computes them."""
    starts = {history.head: history.version for history in made if history.kept}
    yield from lowered.parameters
    for index, statement in enumerate(lowered.statements):
        if index in starts:
            yield starts[index]
        for stage in backward.stages.get(index, ()):
            yield from _of_pair(backward, stage.term.uid)
            yield from _beside(backward, stage.term)
            yield stage.version
        for bind in statement.binds:
            inner = bind.term.args[0].uid if bind.term.op == "index" else bind.term.uid
            yield from _of_pair(backward, inner)
            yield from _beside(backward, bind.term)
            yield bind.version


def _beside(backward: Backward, term: Term) -> Iterator[str]:
    """All outputs of which a term takes one, where the user has no names for the others."""
    parts = backward.parts.get(term.args[0].uid, ()) if term.op in ("index", "attr") else ()
    yield from parts if any(is_beside(version) for version in parts) else ()


def _written_apart(
    lowered: Lowered,
    facts: Facts,
    backward: Backward,
    order: tuple[str, ...],
    read: set[str],
    tied: Container[str],
) -> tuple[frozenset[str], dict[str, str]]:
    """Versions made by writing into memory that holds a cached value: they need memory of their own.

    Beside them, for each version that is in such memory, outside of loops, the one that was first in it.
    """
    place = {version: i for i, version in enumerate(order)}
    holders: dict[str, list[int]] = {}
    for version, roots in _held(facts, backward, read).items():
        for root in roots:
            holders.setdefault(root, []).append(place.get(version, 0))
    loops = [(s.opens, i) for i, s in enumerate(lowered.statements) if s.form == "end"]
    again = {i for head, end in loops for i in range(head, end)}  # what is written in each turn
    apart: set[str] = set()
    first: dict[str, str] = {}
    writes = (
        (index, bind)
        for index, statement in enumerate(lowered.statements)
        if statement.augmented or statement.form == "write"
        for bind in statement.binds
        if bind.term.data not in RESIZING  # it is the same list, and what was read of it is copied
    )
    for index, bind in writes:
        whole, end = str(bind.term.args[0].data), math.inf if index in again else place[bind.version]
        start = place[first[whole]] if whole in first and index not in again else -1
        held = (at for root in _overwritten(bind, facts) for at in holders.get(root, ()))
        if any(start <= at < end for at in held):
            apart.add(bind.version)
            if index not in again and bind.version not in tied:
                first[bind.version] = bind.version
        elif whole in first:
            first[bind.version] = first[whole]
    return frozenset(apart), first


def _written_later(
    lowered: Lowered,
    facts: Facts,
    backward: Backward,
    places: Places,
    read: set[str],
    spelling: Mapping[str, str],
    first: Mapping[str, str],
) -> dict[str, int]:
    """Values that the mirror reads and whose memory a write changes, with no memory of its own to go to.

    What goes to a name of its own is written into a copy, and leaves alone what was there before that.
    Each comes with the first statement that changes it.
    """
    writes = [
        (index, bind)
        for index, statement in enumerate(lowered.statements)
        if (statement.form == "write" or statement.in_place) and not fills(statement)
        for bind in statement.binds
        if spelling[bind.version] == spelling[bind.term.args[0].data]
    ]
    made = {
        root: places.home[version]
        for version in reversed(list(places.home))
        for root in facts.memory.get(version, ())
    }
    anew = _lists_made_anew(lowered, facts)
    found: dict[str, int] = {}
    for version, roots in _held(facts, backward, read).items() if writes else ():
        home = places.home[version]
        for index, bind in writes:
            if index in anew and _is_done(home, anew[index], index, places):
                continue
            shared = roots & _overwritten(bind, facts)
            if bind.version in first and home < places.home[first[bind.version]]:
                continue
            turns = [b for b in places.around(index, loops=True) if b in places.around(home, loops=True)]
            if any(home < index or any(made.get(root, -1) <= b.head for b in turns) for root in shared):
                found.setdefault(version, index)
    return found


def _lists_made_anew(lowered: Lowered, facts: Facts) -> dict[int, int]:
    """Where the list is made, as `[]`, that a statement makes longer or gives a number: but one list."""
    memory = one_memory(lowered)
    binds = [(i, b) for i, s in enumerate(lowered.statements) for b in s.binds]
    made = {memory.get(b.version, b.version): i for i, b in binds if b.term.op == "list" and not b.term.args}
    found = {}
    for index, bind in binds:
        whole = memory.get(bind.version, bind.version)
        number = bind.term.op == "write" and holds_numbers(facts.versions[bind.version])
        if whole in made and (number or bind.term.data in RESIZING):
            found[index] = made[whole]
    return found


def _is_done(home: float, made: int, write: int, places: Places) -> bool:
    """Whether a value that is read at `home` is no list that is `made` before a `write`, or is after it.

    Where a turn of all loops around both makes the list, later turns write into other ones.
    """
    loops = [b for b in places.around(write, loops=True) if b in places.around(home, loops=True)]
    in_turn = all(b in places.around(made, loops=True) for b in loops)
    return in_turn and (home < made or write < home)


def _is_alone(stage: Stage, lowered: Lowered, facts: Facts, index: int) -> bool:
    """Whether nothing that its statement gives a name is in a stage's memory: it may be a copy at once."""
    statement = lowered.statements[index]
    for term in (bind.term for bind in statement.binds):
        written = term.op == "write"
        whole = facts.kinds[term.args[0].uid] if written else None
        if statement.in_place or (whole is not None and whole.form == "array" and not whole.vague):
            continue  # what is written into an array is copied there
        if _may_be_part_of(term.args[2] if written else term, stage.term, facts):
            return False
    return True


def _may_be_part_of(term: Term, whole: Term, facts: Facts) -> bool:
    """Whether a value may be in the memory of one that it is computed from."""
    made = all(root.split()[1:2] == [str(term.uid)] for root in facts.term_memory.get(term.uid, frozenset()))
    if term is whole or made:
        return term is whole
    return any(_may_be_part_of(arg, whole, facts) for arg in term.args)


def _resized_later(
    lowered: Lowered, facts: Facts, places: Places, read: set[str], spelling: Mapping[str, str]
) -> dict[str, int]:
    """Lists that the mirror reads, if only for their length, and whose length changes after that."""
    memory, anew = one_memory(lowered), _lists_made_anew(lowered, facts)
    resized = [
        (index, memory.get(bind.version, bind.version), spelling[bind.version])
        for index, statement in enumerate(lowered.statements)
        for bind in statement.binds
        if bind.term.op == "write" and bind.term.data in RESIZING and not fills(statement)
    ]
    found: dict[str, int] = {}
    for version in read if resized else ():
        home = places.home[version]
        loops = places.around(home, loops=True)
        for index, whole, name in resized:
            if memory.get(version, version) != whole or spelling[version] != name:
                continue
            if index in anew and _is_done(home, anew[index], index, places):
                continue
            again = [b for b in places.around(index, loops=True) if b in loops]
            if home < index or any(b.head <= home for b in again):
                found.setdefault(version, index)
    return found


def _held(facts: Facts, backward: Backward, read: set[str]) -> dict[str, frozenset[str]]:
    """The memories of what the mirror reads; a call's cache may hold all that it was given or gave."""
    memory = dict(facts.memory)
    for stage in (s for found in backward.stages.values() for s in found):
        memory[stage.version] = facts.term_memory[stage.term.uid]
    for pair in backward.pairs.values():
        parts = [facts.term_memory.get(arg.uid, frozenset()) for arg in pair.term.args]
        parts += [memory.get(version, frozenset()) for version in pair.results]
        memory[pair.cache] = frozenset().union(*parts)
    return {version: memory.get(version, frozenset()) for version in read}


def _overwritten(bind: Bind, facts: Facts) -> frozenset[str]:
    """The memories that a write changes; what a list is given, or gives up, stays as it is."""
    memory = facts.memory.get(str(bind.term.args[0].data), frozenset())
    return frozenset(r for r in memory if r.startswith("made ")) if bind.term.data in RESIZING else memory


def _of_pair(backward: Backward, uid: int) -> Iterator[str]:
    pair = backward.pairs.get(uid)
    if pair is not None:
        yield from pair.results
        yield pair.cache


def _spelling(
    order: tuple[str, ...],
    read: set[str],
    apart: frozenset[str],
    tied: Mapping[str, str],
    backward: Backward,
    lowered: Lowered,
) -> dict[str, str]:
    """Names for versions: the user's own, but where a cached value would be overwritten."""
    spelling: dict[str, str] = {}
    latest: dict[str, str] = {}
    binds = [b for s in lowered.statements for b in s.binds if b.term.op == "write"]
    grown = {b.version: str(b.term.args[0].data) for b in binds if b.term.data in RESIZING}
    qualifiers = {s.version: s.target for found in backward.stages.values() for s in found}
    made_by = {pair.cache: pair.results[0] for pair in backward.pairs.values()}
    over = [node for group in backward.groups for node in group.over]
    over_again = backward.recomputed.intersection(name for node in over for name in names_in(node))
    for version in order:
        word = base(version)
        if version in backward.called:
            named = version in read or version in backward.recomputed
            spelling[version] = backward.names.take(*backward.called[version]) if named else "_"
            continue
        if version in qualifiers:
            spelling[version] = backward.names.take(word, qualifiers[version])
            continue
        if version in made_by:  # a name for each cache: that of the function, else that of the value
            of_value = f"{spelling.get(made_by[version], base(made_by[version]))}_cache"
            spelling[version] = backward.names.take(word if backward.names.free(word) else of_value)
            continue
        before = latest.get(word)
        one = tied.get(version)
        if ":history" in version:
            spelling[version] = backward.names.take(word)
        elif one in spelling:
            spelling[version] = spelling[one]
        elif before is None:
            spelling[version] = word
        elif version in grown:
            spelling[version] = spelling[grown[version]]
        elif before in read | over_again or version in apart:
            spelling[version] = backward.names.take(backward.names.numbered(word))
        else:
            spelling[version] = spelling[before]
        if one is not None:
            spelling[one] = spelling[version]
        latest[word] = version
    gradients: dict[str, str] = {}
    used = set(spelling.values()) | lowered.names
    for version in [*order, *backward.extra_kinds]:
        word = spelling.get(version, base(version))
        if word not in gradients:
            gradients[word] = _gradient_name(word, used)
            used.add(gradients[word])
        spelling.setdefault(version, word)
        spelling[f"d {version}"] = gradients[word]
    return spelling


def _gradient_name(word: str, used: set[str]) -> str:
    """`dx`, or `d_x` where the function has a variable `dx` of its own."""
    name, number = f"d{word}", 0
    while name in used:
        name = f"d_{word}{number or ''}"
        number += 1
    return name
