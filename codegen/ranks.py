"""How many dimensions values have: what is known, and what items of arrays say of arguments.

An item of an array of which no dimensions are known is a number or a row. What is done with it tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from codegen.indexing import is_basic, is_mark, parts_of
from codegen.kind import INT, NUMBER, Dims, Kind, Shape, Spread
from codegen.lower import Statement, base
from codegen.repeats import Repeats
from codegen.summary import Context
from codegen.survey import Survey
from codegen.terms import Term

ARITHMETIC = ("+", "-", "*", "/", "**", "//", "%", "neg", "pos")


def repeated_list(term: Term) -> Term | None:
    """The list of one item that a term repeats, as `[x] * n` does."""
    shown = [arg for arg in term.args if arg.op == "list"] if term.op == "*" else []
    return shown[0] if len(shown) == 1 and len(shown[0].args) == 1 else None


class Ranks(Repeats):
    """Arguments that are taken for numbers, or for arrays of so many dimensions, since their items are."""

    def __init__(self, survey: Survey, context: Context, dims: Dims) -> None:
        super().__init__(survey, context, dims)
        self.versions: dict[str, Kind] = {}
        self.numbers: dict[str, None] = {}
        self.ranks: dict[str, int] = {}
        self.guessed: dict[str, str] = {}
        self.needs: dict[str, Kind] = {}
        self.alike = self.through = self.copies = False

    def _known(self, version: str) -> Kind | None:
        """The kind of a version, if it is known yet: the layer above."""
        raise NotImplementedError

    def _repeated(self, term: Term) -> None:
        """Takes the arguments that say how often a list of one item is repeated for whole numbers."""
        shown = repeated_list(term)
        count = next((arg for arg in term.args if arg is not shown), None) if shown is not None else None
        if count is None or self.rules.kind(count).form != "tensor" or shown.args[0].op == "literal":  # type: ignore[union-attr]
            return
        definitions = {b.version: b.term for s in self.lowered.statements for b in s.binds}
        for version in sorted(self._leaves(count, definitions)):
            if self.guessed.get(version) == "tensor":
                self.numbers[base(version)] = None
                self.needs[version] = INT

    def _leaves(self, term: Term, definitions: Mapping[str, Term]) -> set[str]:
        """The arguments that a value is computed from by arithmetic; none if it is from anything else."""
        if term.op == "name":
            made = definitions.get(str(term.data))
            return {str(term.data)} if made is None else self._leaves(made, definitions)
        if term.op not in (*ARITHMETIC, "literal"):
            return set()
        found = [self._leaves(arg, definitions) for arg in term.args]
        known = all(f or arg.op == "literal" for f, arg in zip(found, term.args))
        return set().union(*found) if known else set()

    def _items_are_numbers(
        self, term: Term, alike: bool = False, through: str = "", copies: bool = False
    ) -> bool:
        """Whether a value is a number if the argument that it is an item of has so many dimensions.

        It is taken for one, and the forward pass holds the argument to it; `alike` says that this may
        be an argument of the shape of what it is an item of, too, and `through` that it may be computed
        from items, and from arguments that are taken for numbers then; or from such arguments alone.
        `copies` says that it may be an item of a copy.
        """
        self.alike, self.through, self.copies = alike, bool(through), copies
        terms = {
            b.version: b.term.args[0] if s.augmented and s.form == "bind" and not through else b.term
            for s in self.lowered.statements
            for b in s.binds
        }
        ranks = self._taken(term, terms, 0, 0, frozenset()) or {}
        shapes = {p: self.versions[p].shape for p in ranks}
        fits = all(len(s) == ranks[p] for p, s in shapes.items() if isinstance(s, tuple))
        if not fits or all(isinstance(s, tuple) for s in shapes.values()):
            return False  # nothing new, and what is known by now says otherwise
        if through == "items" and not any(ranks.values()):
            return False
        if alike and any(rank < self._axes_indexed(shapes[p]) for p, rank in ranks.items()):
            return False
        for parameter, rank in ranks.items():
            if not rank:
                self.numbers[base(parameter)] = None
                self.needs[parameter] = NUMBER
                continue
            if isinstance(shapes[parameter], tuple):
                continue
            self.ranks[base(parameter)] = rank
            shape = tuple(self.dims.fresh(("size", parameter, axis)) for axis in range(rank))
            self.needs[parameter] = Kind("array", shape=shape)
        return True

    def _taken(
        self, term: Term, terms: Mapping[str, Term], axes: int, held: int, seen: frozenset[str]
    ) -> dict[str, int] | None:
        """The arguments of which a value is an item, with how many dimensions are taken off, if known.

        `held` says in how many lists the value is. Of another value nothing is asked: whether it is a
        number is seen on the next walk, when the arguments are taken for what is found here.
        """
        kind = self._known(term.data) if term.op == "name" else self.rules.kinds.get(term.uid)
        if kind is not None and kind.form == "number":
            return {} if axes == held == 0 else None
        if term.op == "name" and term.data in self.lowered.parameters:
            fits = self.guessed[term.data] in (("array", "tensor") if axes else ("tensor",))
            fits = fits and (axes > 0 or self.versions[term.data].form != "array")
            return {term.data: axes} if fits and not held else None
        if term.op == "name":
            if term.data in seen or term.data not in terms:
                return {} if term.data in seen else None
            return self._taken(terms[term.data], terms, axes, held, seen | {term.data})
        if term.op == "index":
            return self._taken_of_index(term, terms, axes, held, seen)
        if term.op == "attr" and term.data == "T":  # of what has one axis only nobody would ask for it
            return self._taken(term.args[0], terms, axes, held, seen) if axes > 1 else None
        if self.copies and term.op == "call" and term.data == "numpy.copy" and axes and not held:
            return self._taken(term.args[0], terms, axes, held, seen)
        either = term.op == "call" and term.data in ("builtins.max", "builtins.min") and len(term.args) > 1
        if term.op in ("phi", "if") or (either and not held):
            sources = term.args[1:] if term.op == "if" else term.args
            return self._taken_of_all([(source, held) for source in sources], terms, axes, seen)
        if held and term.op == "list":
            return self._taken_of_all([(item, held - 1) for item in term.args], terms, axes, seen)
        if held and term.op == "write":
            own, _, item = term.args
            return self._taken_of_all([(own, held), (item, held - 1)], terms, axes, seen)
        if self.through and term.op in ARITHMETIC and not held:
            return self._taken_of_each(term.args, terms, axes, seen)
        unknown = kind is None or kind.form == "tensor" or (kind.form == "array" and axes > 0)
        found = self._of_shape(kind) if self.alike and kind is not None and axes and not held else ()
        return dict.fromkeys(found, axes) if unknown and not held else None

    def _axes_indexed(self, shape: Shape) -> int:
        """How many axes what has a shape has at least, by the indices on it."""
        roots = [b.term for s in self.lowered.statements for b in s.binds]
        roots += [root for s in self.lowered.statements for root in s.reads]
        found = [t for root in roots for t in root.walk() if t.op == "index" and t.args[0].op == "name"]
        kinds = [(t, self._known(str(t.args[0].data))) for t in found]
        own = [parts_of(t.args[1]) for t, kind in kinds if kind is not None and kind.shape == shape]
        return max((sum(not is_mark(part) for part in parts) for parts in own), default=0)

    def _of_shape(self, kind: Kind) -> list[str]:
        """The arguments of unknown shape that have the shape of a value."""
        guessed = [p for p in self.lowered.parameters if self.guessed[p] in ("tensor", "array")]
        same = [p for p in guessed if self.versions[p].numeric and self.versions[p].shape == kind.shape]
        return [] if isinstance(kind.shape, tuple) else same

    def _taken_of_index(
        self, term: Term, terms: Mapping[str, Term], axes: int, held: int, seen: frozenset[str]
    ) -> dict[str, int] | None:
        """The same of an item, or a part."""
        parts, whole = parts_of(term.args[1]), term.args[0]
        if not self._are_places(parts):
            return None
        own = self._known(whole.data) if whole.op == "name" else self.rules.kinds.get(whole.uid)
        if own is not None and own.form == "list":
            sliced = any(part.op == "slice" for part in parts)
            return self._taken(whole, terms, axes, held + (not sliced), seen)
        axes += sum(part.op != "slice" for part in parts)
        return self._taken(whole, terms, axes, held, seen)

    def _are_places(self, parts: Sequence[Term]) -> bool:
        """Whether parts of an index are known to take an item or a slice, and do not stand further below."""
        names = (t.data for part in parts for t in part.walk() if t.op == "name")
        if any(self._known(name) is None for name in names):
            return False
        return all(is_basic(part, self.rules) and not is_mark(part) for part in parts)

    def _taken_of_all(
        self, sources: list[tuple[Term, int]], terms: Mapping[str, Term], axes: int, seen: frozenset[str]
    ) -> dict[str, int] | None:
        """The same of a value that is one of several; none if these do not agree."""
        found: dict[str, int] = {}
        for source, held in sources:
            ranks = self._taken(source, terms, axes, held, seen)
            if ranks is None or any(found.get(p, rank) != rank for p, rank in ranks.items()):
                return None
            found |= ranks
        return found

    def _taken_of_each(
        self, operands: Sequence[Term], terms: Mapping[str, Term], axes: int, seen: frozenset[str]
    ) -> dict[str, int] | None:
        """The same of what is computed from several values, each of them an item or a number."""
        return self._taken_of_all([(operand, 0) for operand in operands], terms, axes, seen)

    def _origins(self, version: str) -> set[str]:
        """The versions that a value may be, and not only share memory with: where names lead back to."""
        terms = {b.version: (b.term, s) for s in self.lowered.statements for b in s.binds}
        found: set[str] = set()
        waiting, seen = [version], {version}
        while waiting:
            name = waiting.pop()
            term, statement = terms.get(name, (None, None))
            arms = {"phi": term.args, "if": term.args[1:]}.get(term.op, (term,)) if term is not None else ()
            names = [arm.data for arm in arms]
            if term is None or statement is None or any(arm.op != "name" for arm in arms):
                augmented = statement is not None and statement.augmented and statement.form == "bind"
                names = [term.args[0].data] if term is not None and augmented else []
                found |= set() if names else {name}
            waiting += [n for n in names if n not in seen]
            seen |= {*names}
        return found

    def _are_items(self, versions: list[str]) -> bool:
        """Whether versions are numbers if an argument has so many dimensions, which it is taken to have."""
        terms = self._terms()
        unknown = all(v in terms and self._is_tensor(v) for v in versions)
        origins = {origin for v in versions for origin in self._origins(v)} if unknown else set()
        items = all(v in terms and self._is_tensor(v) and terms[v].op == "index" for v in origins)
        items = items and not any(p.op == "slice" for v in origins for p in parts_of(terms[v].args[1]))
        items = items and bool(origins) and not any(map(self._is_row, origins))
        return items and all(self._items_are_numbers(terms[v], alike=True) for v in versions)

    def _is_tensor(self, version: str) -> bool:
        """Whether a version is a number or an array, for all that is known."""
        kind = self._known(version)
        return kind is not None and kind.form == "tensor"

    def _is_row(self, version: str) -> bool:
        """Whether what may be a number or a row is taken for a row, by what is done with it or beside it.

        What is written says so, too: `B[i, :] *= a` raises where there are no rows.
        """
        term, kind = self._terms().get(version), self._known(version)
        numbers = self._numbers_of(term) if term is not None else 0
        if term is None or not numbers or kind is None or kind.form not in ("array", "tensor"):
            return False
        arms = term.args[1:] if term.op == "if" else (term,)
        axes = min(max(self._axes_taken(whole_of(arm)), default=0) for arm in arms)
        return axes > numbers or self._is_dead(version) or self._is_reduced(self._family(version))

    def _numbers_of(self, term: Term) -> int:
        """How many axes are taken off by a term that may be a number then; zero if it is another."""
        count = 0
        if term.op == "if":
            counts = [self._numbers_of(arm) for arm in term.args[1:]]
            return max(counts) if all(counts) else 0
        if term.op == "index" and any(part.op == "slice" for part in parts_of(term.args[1])):
            return 0
        while term.op == "index":
            parts = parts_of(term.args[1])
            whole = self._known(term.args[0].data) if term.args[0].op == "name" else None
            whole = whole or self.rules.kinds.get(term.args[0].uid)
            if whole is None or whole.form not in ("array", "tensor"):
                return 0
            if not self._are_places(parts):
                return 0
            count += sum(part.op != "slice" for part in parts)
            term = term.args[0]
        return count if term.op == "name" else 0

    def _terms(self) -> Mapping[str, Term]:
        """What each version is bound to."""
        return {b.version: b.term for s in self.lowered.statements for b in s.binds}

    def _family(self, version: str) -> frozenset[str]:
        """A version with those that augmented assignments and meetings make of it."""
        family = {version}
        count = 0
        while len(family) > count:
            count = len(family)
            for statement in self.lowered.statements:
                family |= {b.version for b in statement.binds if family & set(_given_on(statement, b.term))}
        return frozenset(family)

    def _is_dead(self, version: str, others: frozenset[str] = frozenset()) -> bool:
        """Whether numbers of this name would be computed for nobody; `others` are names that ask it."""
        family = self._family(version)
        if not any(
            s.augmented and s.form == "bind" and s.binds[0].version in family for s in self.lowered.statements
        ):
            return False
        family |= others
        for statement in self.lowered.statements:
            roots = [*statement.reads, *(b.term for b in statement.binds if b.term.op != "phi")]
            if not any(term.op == "name" and term.data in family for root in roots for term in root.walk()):
                continue
            made = statement.binds[0].version if statement.form == "bind" and statement.augmented else ""
            if made not in family and not (made and self._is_dead(made, family)):
                return False
        return not family & set(self.lowered.outputs)

    def _is_reduced(self, family: frozenset[str]) -> bool:
        """Whether a value has items that are read, or is copied, or what is computed of it is summed."""
        roots = [t for s in self.lowered.statements for t in (*s.reads, *(b.term for b in s.binds))]
        for term in (term for root in roots for term in root.walk()):
            if term.op == "index" and term.args[0].op == "name" and term.args[0].data in family:
                return True
            of_arrays = term.op == "@" or (term.op == "call" and term.data == "numpy.copy")
            if of_arrays and any(arg.op == "name" and arg.data in family for arg in term.args):
                return True
            choice = self.rules.chosen.get(term.uid)
            if choice is None or choice.gate.elementwise or self.rules.kind(term).form != "number":
                continue
            if any(part.op == "name" and part.data in family for part in term.walk()):
                return True
        return False

    def _axes_taken(self, whole: Term) -> Iterator[int]:
        """How many axes an array has at least, by the indices on it and on what it is made of."""
        known = self._known(whole.data) if whole.op == "name" else None
        shape = known.shape if known is not None else ()
        for root in (t for s in self.lowered.statements for t in (*s.reads, *(b.term for b in s.binds))):
            for term in root.walk():
                if term.op != "index":
                    continue
                own, parts = whole_of(term), parts_of(term.args[1])
                sized = own.op == "attr" and own.data == "shape"
                own = own.args[0] if sized else own
                kind = self._known(own.data) if own.op == "name" else None
                if kind is None or not kind.numeric or not _is_within(kind.shape, shape):
                    continue
                if sized and isinstance(term.data, tuple):
                    yield term.data[1]
                elif sized and isinstance(term.args[1].data, int):
                    yield term.args[1].data + 1
                elif not sized:
                    inner = self._numbers_of(term.args[0]) if term.args[0].op == "index" else 0
                    yield inner + sum(not is_mark(part) for part in parts)

    def _may_be_number(self, version: str) -> bool:
        """Whether what is taken for an array, or a row, may be a number for all that its statement says."""
        term, kind = self._terms().get(version), self._known(version)
        if term is None or kind is None or isinstance(kind.shape, tuple):
            return False
        return bool(self._numbers_of(term)) or (term.op == "name" and term.data in self._guessed_arrays())

    def _guessed_arrays(self) -> frozenset[str]:
        """The versions that are arrays by what is done with them, perhaps on a way that is not taken."""
        parameters = zip(self.lowered.function.parameters, self.lowered.parameters)
        found = {v for p, v in parameters if self._declared(p.annotation, p.name, p.node) is None}
        count = -1
        while len(found) > count:
            count = len(found)
            for version, term in self._terms().items():
                known = self._known(version)
                asked = known is not None and known.form == "array" and self.rules.kind(term).form == "tensor"
                if asked or any(part.op == "name" and part.data in found for part in term.walk()):
                    found.add(version)
        return frozenset(found)

    def _of_unknown_shape(self, version: str) -> str:
        """An argument of unknown shape that gives a value at least its own axes; nothing if there is none."""
        kind = self._known(version)
        shape = kind.shape if kind is not None else ()
        found = (p for p in self.lowered.parameters if _is_within(self.versions[p].shape, shape))
        return next(map(base, found), "")

    def _axes(self, term: Term) -> int | None:
        """How many axes a value has, if that is known."""
        kind = self.rules.kind(term)
        return len(kind.shape) if kind.numeric and isinstance(kind.shape, tuple) else None


def whole_of(term: Term) -> Term:
    """What a term is a part of, and what that is one of, to the last."""
    while term.op == "index":
        term = term.args[0]
    return term


def _given_on(statement: Statement, term: Term) -> list[str]:
    """The versions that live on in what a statement binds."""
    if term.op == "phi":
        return [str(source.data) for source in term.args]
    augmented = statement.augmented and statement.form == "bind"
    return [str(term.args[0].data)] if augmented else []


def _is_within(shape: Shape, other: Shape) -> bool:
    """Whether what has the other shape has at least the axes of the first, neither of which is known."""
    spread = isinstance(shape, Spread) and isinstance(other, Spread)
    return spread and shape.atoms <= other.atoms  # type: ignore[union-attr]
