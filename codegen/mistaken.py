"""Arguments that are taken for arrays, and that would be lists without an error: `2 * x` is a longer list.

A list that is given for an array mostly does not get far: `x - 1` and `x.shape` raise. Where nothing does,
the forward pass has to ask.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.kinds import Facts
from codegen.lower import Lowered, Statement, base
from codegen.terms import NUMBERS, Term

Names = frozenset[str]
NONE: Names = frozenset()
LIST, NUMBER, ARRAY, NO_LIST, UNKNOWN, NEVER = "list", "number", "array", "no list", "unknown", "never"
OF_LISTS = ("append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse")
OF_NUMBERS = tuple(f"builtins.{name}" for name in ("abs", "complex", "float", "int", "round"))
OPERATORS = ("+", "*", "-", "/", "//", "%", "**", "@")
COUNTING = ("int", "bool", "place", "any")
HOLDING = ("tuple", "list", "dict")
SETTLED = 20  # walks after which all is known but what a loop swaps
MOST = 4  # arguments of which all that they may be is tried


def mistaken(lowered: Lowered, facts: Facts, wanted: tuple[str, ...], aliases: bool) -> Names:
    """The arguments with gradients that may be lists, though they are taken for something else.

    `aliases` says that parts stand in the place of their names. Where there are no arrays, arguments of which
    nothing is said are numbers.
    """
    bare = [p.name for p in lowered.function.parameters if p.annotation is None and p.name in wanted]
    kinds = {base(v): facts.versions[v] for v in lowered.parameters}
    doubtful = tuple(name for name in bare if kinds[name].numeric and facts.arrays)
    lists = _Lists(lowered, facts, doubtful)
    written = lists.written(aliases) | lists.given()
    found = NONE
    for sorts in _combinations(doubtful) if written or lists.changed() else ():
        here = {name for name, sort in sorts.items() if sort == LIST}
        if not here & found:
            asked = _Case(lowered, facts, lists, sorts).mistaken(written) & here
            found |= {*[name for name in doubtful if name in asked][:1]}  # to ask of one will do
    return found


def _combinations(names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """What arguments may be, all of them together; of more than a few not all is tried, but two lists are."""
    for some in itertools.combinations(names, min(len(names), MOST)):
        for sorts in itertools.product((ARRAY, NUMBER, LIST), repeat=len(some)):
            if LIST in sorts:
                yield {**dict.fromkeys(names, UNKNOWN), **dict(zip(some, sorts))}


class _Lists:
    """What may be a list, if arguments are."""

    def __init__(self, lowered: Lowered, facts: Facts, doubtful: tuple[str, ...]) -> None:
        self.lowered, self.facts = lowered, facts
        self.versions = {f"{name}:0": frozenset({name}) for name in doubtful}
        self.terms = [t for s in lowered.statements for root in _roots(s) for t in root.walk()]
        self.found: dict[int, Names] = {}  # of terms
        before = None
        while before != self.versions:
            before, self.found = dict(self.versions), {}
            for bind in (b for s in lowered.statements for b in s.binds):
                self.versions[bind.version] = self.of(bind.term)

    def of(self, term: Term) -> Names:
        """The arguments of which a term may be a list, if they are."""
        if term.uid not in self.found:
            self.found[term.uid] = self._of(term)
        return self.found[term.uid]

    def _of(self, term: Term) -> Names:
        if term.op == "name":
            return self.versions.get(str(term.data), NONE)
        if term.op == "write" or _is_part(term) or _is_copy(term):
            return self.of(term.args[0])
        if term.op in ("if", "and", "or", "phi"):
            return NONE.union(*map(self.of, term.args))
        if term.op not in ("+", "*"):
            return NONE
        left, right = map(self.of, term.args)
        if term.op == "+":
            return left | right if left and right else NONE
        counts = [self.counts(arg) for arg in term.args]
        return (left if counts[1] else NONE) | (right if counts[0] else NONE)

    def counts(self, term: Term, certainly: bool = False) -> bool:
        """Whether a term may be a number of which lists are multiples."""
        if term.op == "literal":
            return isinstance(term.data, int) and not (certainly and term.data == 1)
        kind = self.facts.kinds.get(term.uid)
        counting = kind is not None and kind.form in ("number", "tensor") and kind.dtype in COUNTING
        return counting and not (certainly and kind is not None and kind.dtype == "any")

    def changed(self) -> bool:
        """Whether there are sums and multiples of what may be lists."""
        return any(self.of(term) for term in self.terms if term.op in ("+", "*"))

    def written(self, aliases: bool) -> Names:
        """The arguments of which items are written into, or what is no part of a list."""
        binds = [b for s in self.lowered.statements for b in s.binds]
        parts = self.terms if aliases else [b.term for b in binds]
        sliced = NONE.union(*(self.of(t) for t in parts if _is_part(t)))
        new = NONE.union(*(self.of(t) for t in self.terms if t.op in ("+", "*") or _is_copy(t)))
        definitions, found = {b.version: b.term for b in binds}, NONE
        numbers = {name for name, rank in self.facts.ranks if rank == 1}
        for statement in self.lowered.statements:
            augmented = isinstance(statement.node, ast.AugAssign)
            found |= self._augmented(statement)
            for term in (b.term for b in statement.binds):
                if term.op == "write":
                    whole, part = term.args[:2]
                    found |= self._written_into(whole, part, sliced, new, augmented)
                if (term.op == "write" or augmented) and (item := _item(term.args[0], definitions)):
                    found |= self.of(item) & (sliced | new) - numbers
        return found

    def given(self) -> Names:
        """The arguments of which the caller gives a gradient that those of their parts are added to.

        It is copied first, and what is in it too only where a list is looked for.
        """
        definitions = {b.version: b.term for s in self.lowered.statements for b in s.binds}
        outputs = [definitions[version] for version in self.lowered.outputs if version in definitions]
        holders = [inner for term in outputs for inner in term.walk() if inner.op in HOLDING]
        held = [term for term in outputs if term.op == "name"] + [arg for t in holders for arg in t.args]
        whole = {base(version) for version in self.lowered.outputs}.union(*map(self.of, held))
        parts = NONE.union(*(self.of(t.args[0]) for t in self.terms if t.op == "index"))
        kinds = {base(v): self.facts.versions[v] for v in self.lowered.parameters}
        return frozenset(name for name in whole & parts if not kinds[name].vague)

    def _augmented(self, statement: Statement) -> Names:
        """The arguments that are augmented as a whole: lists are extended by lists, and left by arrays."""
        mutated = {base(version) for version in self.lowered.mutated}
        name = getattr(statement.node, "target", None)
        if not isinstance(statement.node, ast.AugAssign) or not isinstance(name, ast.Name):
            return NONE
        wholes = [bind.term.args[0] for bind in statement.binds if bind.term.op in OPERATORS]
        return NONE.union(*map(self.of, wholes)) & mutated

    def _written_into(self, whole: Term, part: Term, sliced: Names, new: Names, augmented: bool) -> Names:
        """The arguments with which a write goes elsewhere, or leaves a number where an array was."""
        names, places = self.of(whole), _places(part)
        if augmented or len(places) > 1:
            kind = self.facts.kinds.get(whole.uid)
            inside = len(places) > 1 and kind is not None and not kind.vague  # else it is copied as a nest
            sure = inside or any(p.op == "slice" for p in places[:-1])
            return names & (sliced | new) | (names if sure else NONE)
        mutated = {base(version) for version in self.lowered.mutated}
        return names & (sliced | mutated if all(map(self._is_position, places)) else sliced)

    def _is_position(self, index: Term) -> bool:
        """Whether an index is no key of a dict, and none of several places."""
        kind = self.facts.kinds.get(index.uid)
        return index.op in ("literal", "+", "-") or (kind is not None and kind.dtype in ("int", "place"))


@dataclass
class _Case:
    """A function whose arguments are of certain sorts."""

    lowered: Lowered
    facts: Facts
    lists: _Lists
    sorts: Mapping[str, str]

    def __post_init__(self) -> None:
        kinds = {v: self.facts.versions[v] for v in self.lowered.parameters}
        forms = {"number": NUMBER, "array": ARRAY}
        self.versions = {v: self.sorts.get(base(v), forms.get(k.form, UNKNOWN)) for v, k in kinds.items()}
        binds = [bind for statement in self.lowered.statements for bind in statement.binds]
        before, turns = None, 0
        while before != self.versions:
            before, turns = dict(self.versions), turns + 1
            for bind in binds:
                sort = self.of(bind.term)
                if turns > SETTLED and before[bind.version] not in (NEVER, sort):
                    sort = UNKNOWN  # one of several that take turns, as where a loop swaps two
                self.versions[bind.version] = sort

    def mistaken(self, written: Names) -> Names:
        """The lists among the arguments of which something would be another one, if nothing raises."""
        depth = 0
        for statement in self.lowered.statements:
            depth -= statement.form in ("join", "end")
            if depth == 0 and any(self.of(term) == NEVER for term in _certain(statement)):
                return NONE
            depth += statement.form in ("if", "loop")
        return written.union(*map(self._changed, self.lists.terms))

    def _changed(self, term: Term) -> Names:
        """The lists that a sum or a multiple is a longer one of.

        A multiple by an argument of which nothing is known has a gradient that no list goes through.
        """
        if term.op not in ("+", "*"):
            return NONE
        mine = [self.lists.of(arg) if self.of(arg) in (LIST, UNKNOWN) else NONE for arg in term.args]
        if term.op == "+":
            return mine[0] | mine[1] if all(mine) and self._goes_on(term) else NONE
        counted = [self.lists.counts(other, certainly=True) for other in reversed(term.args)]
        return NONE.union(*itertools.compress(mine, counted))

    def _goes_on(self, term: Term) -> bool:
        """Whether the gradient on a sum goes on as it is, and is not brought to a shape that it has not."""
        kinds = self.facts.kinds
        return any(kinds[arg.uid].shape == kinds[term.uid].shape for arg in term.args)

    def of(self, term: Term) -> str:
        """What a term is; what raises is never anything."""
        if term.op == "name":
            return self.versions.get(str(term.data), NEVER)
        if term.op == "literal":
            return NUMBER if isinstance(term.data, NUMBERS) else UNKNOWN
        if term.op in ("if", "and", "or", "phi"):
            sorts = {self.of(arg) for arg in term.args[-2 if term.op == "if" else 0 :]} - {NEVER}
            return sorts.pop() if len(sorts) == 1 else UNKNOWN if sorts else NEVER
        if term.op == "write" or _is_copy(term):
            return self.of(term.args[0])
        asked = _asked(term.node)
        if asked is not None and self.versions.get(asked) == LIST:
            return NEVER
        if term.op == "index":
            return self._of_item(term)
        if term.op in (*OPERATORS, "compare") and len(term.args) == 2:
            return self._of_two(term, [self.of(arg) for arg in term.args])
        if term.op in ("neg", "pos", "invert"):
            sort = self.of(term.args[0])
            return NEVER if sort == LIST else NO_LIST if sort == UNKNOWN else sort
        return self._of_call(term) if term.op == "call" else UNKNOWN

    def _of_call(self, term: Term) -> str:
        numbers = term.spelled in OF_NUMBERS or term.spelled.startswith("math.")
        if numbers and any(self.of(arg) == LIST for arg in term.args):
            return NEVER
        if numbers or term.spelled == "builtins.len":
            return NUMBER
        if term.spelled in ("builtins.max", "builtins.min") and len(term.args) > 1:
            return NO_LIST
        kind = self.facts.kinds.get(term.uid)
        of_arrays = term.spelled.startswith("numpy.") and kind is not None and kind.numeric
        return ARRAY if of_arrays and not kind.discrete else UNKNOWN  # type: ignore[union-attr]

    def _of_item(self, term: Term) -> str:
        whole, index = self.of(term.args[0]), term.args[1]
        if whole == NUMBER or (whole == LIST and _is_of_arrays(index)):
            return NEVER
        return whole if whole in (ARRAY, NEVER) or _is_part(term) else UNKNOWN

    def _of_two(self, term: Term, sorts: list[str]) -> str:
        """What an operator gives: of a list and an array an array."""
        both = {*sorts}
        if NEVER in both:
            return NEVER
        if term.op == "compare":
            raises = both == {LIST, NUMBER} and term.data[0] in ("<", "<=", ">", ">=")
            return NEVER if raises else UNKNOWN
        if ARRAY in both or both == {NUMBER}:
            return ARRAY if ARRAY in both else NUMBER
        if term.op == "*" and both == {LIST, NUMBER}:
            return NEVER if any(map(_is_fraction, term.args)) else LIST
        if term.op == "+" and both <= {LIST, UNKNOWN}:
            return LIST if both == {LIST} else UNKNOWN
        if LIST in both and both <= {LIST, NUMBER}:
            return NEVER
        return UNKNOWN if term.op == "*" and both & {LIST, UNKNOWN} else NO_LIST


def _places(part: Term) -> list[Term]:
    """The indices of a place, the outermost last."""
    places: list[Term] = []
    while part.op == "index":
        places.insert(0, part.args[1])
        part = part.args[0]
    return places


def _is_fraction(term: Term) -> bool:
    return term.op == "literal" and not isinstance(term.data, int)


def _item(term: Term, definitions: dict[str, Term]) -> Term | None:
    """What an item is taken from that has a name."""
    made = definitions.get(str(term.data)) if term.op == "name" else None
    while made is not None and made.op == "write":
        made = definitions.get(str(made.args[0].data))
    return made.args[0] if made is not None and made.op == "index" and not _is_part(made) else None


def _is_part(term: Term) -> bool:
    """Whether a term is a slice, which is a list of a list."""
    return term.op == "index" and term.args[1].op == "slice"


def _is_of_arrays(index: Term) -> bool:
    """Whether an index is one that lists do not have."""
    return index.op == "tuple" or (index.op == "literal" and not isinstance(index.data, int))


def _is_copy(term: Term) -> bool:
    """Whether a term is `x.copy()`, which of a list holds the same items."""
    node = term.node
    if not isinstance(node, ast.Call) or node.args or len(term.args) != 1:
        return False
    return isinstance(node.func, ast.Attribute) and node.func.attr == "copy"


def _asked(node: ast.AST) -> str | None:
    """The version of which something is asked that lists do not have: an attribute, or a method."""
    node = node.func if isinstance(node, ast.Call) else node
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name) or node.attr in OF_LISTS:
        return None
    return node.value.id


def _roots(statement: Statement) -> Iterator[Term]:
    yield from statement.reads
    yield from (bind.term for bind in statement.binds)


def _certain(statement: Statement) -> Iterator[Term]:
    """The terms of a statement that are computed whatever the values are."""
    waiting = list(_roots(statement))
    while waiting:
        term = waiting.pop()
        yield term
        if term.op in ("and", "or", "if"):
            waiting += term.args[:1]
        elif term.op not in ("phi", "opaque"):
            waiting += term.args
