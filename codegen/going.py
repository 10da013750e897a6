"""What loops go over while their turns write into it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen.aliases import where
from codegen.counted import COUNTED, ENTRIES
from codegen.indexing import is_basic, parts_of
from codegen.kind import Dims, Kind
from codegen.lower import Bind, Lowered, Statement, base
from codegen.ranks import Ranks, whole_of
from codegen.summary import Context
from codegen.survey import Survey
from codegen.terms import Term


class Going(Ranks):
    """The loops around a write.

    `in_the_way` are names that a write is refused for; `straight` says of statements whether what is noted
    of them holds wherever they are written out.
    """

    def __init__(self, survey: Survey, context: Context, dims: Dims) -> None:
        super().__init__(survey, context, dims)
        self.in_the_way: dict[str, None] = {}
        self.straight: dict[tuple[int, int, str], bool] = {}
        self.now = 0

    def _refuse_gone_over(
        self, name: str, node: ast.stmt, memory: frozenset[str], part: Term | None, augmented: bool
    ) -> bool:
        """Whether a loop around a write goes over what that changes, which is a problem then.

        Of what keeps its length the loop may take the items by their places, in the next walk.
        """
        around = [
            (loop, target, over)
            for loop, target, over in gone_over(self.lowered, self.now, part)
            if self._goes_over(over, memory)
        ]
        if not around:
            return False
        self._is_in_the_way([name, *(base(b.version) for *_, over in around for b in self._items_of(over))])
        for loop, target, over in around:
            kind = self.rules.kind(over)
            fits = augmented and kind.form == "array" and not kind.vague
            fits = (part is not None or fits) and self._has_places(over)
            self._note(loop, target, COUNTED, fits)
            self._note(loop, target, ENTRIES, fits and self._is_array(over))
        text = f"this writes into {name}, which a loop around it goes over"
        self._problem("E307", node, text, self._way_around(around[-1][-1], augmented))
        return True

    def _way_around(self, over: Term, augmented: bool) -> str:
        """What to write in the place of a loop that goes over what it changes."""
        whole = whole_of(over)
        if not augmented or whole.op != "name":
            return "go over a copy, as in `for x in xs.copy():`"
        name, kind = base(str(whole.data)), self.rules.kind(whole)
        if kind.form == "list" and kind.element is not None and kind.element.form == "tensor":
            return f"say what {name} holds, as in `{name}: list[np.ndarray]`"
        return f"go over places, as in `for i in range(len({name})):`, and write into `{name}[i]`"

    def _note(self, loop: Statement, target: ast.expr, word: str, holds: bool) -> None:
        place = (*where(loop.node), ast.unparse(target) + word)
        self.straight[place] = holds and self.straight.get(place, True)

    def _has_places(self, over: Term) -> bool:
        """Whether what a loop goes over is at each place what a turn finds there: no slice of a list."""
        sliced = [p.args[0] for p in (over, *wholes(over)) if _is_sliced(p)]
        known = all(self._is_array(whole) for whole in sliced) and not self._is_comprehension(over)
        return known and self._is_view(over) and self.rules.kind(over).form in ("array", "tensor", "list")

    def _is_comprehension(self, term: Term) -> bool:
        """Whether a value is, or is in, what a comprehension that stands as it is has made."""
        return bool(self.survey.comprehensions & self._roots(term))

    def _is_array(self, term: Term) -> bool:
        """Whether a value, and all that it is a part of, are arrays."""
        kinds = map(self.rules.kind, (term, *wholes(term)))
        return all(kind.form == "array" and not kind.vague for kind in kinds)

    def _goes_over(self, over: Term, memory: frozenset[str]) -> bool:
        """Whether what a loop goes over may be in a memory, and not in one that an earlier turn made."""
        bound = self.bound.get(str(over.data), self.now) if over.op == "name" else self.now
        return any(bound >= self.born.get(root, -1) for root in self._roots(over) & memory)

    def _items_of(self, sequence: Term) -> Iterator[Bind]:
        """The items that a loop over this gives names to."""
        for statement in self.lowered.statements:
            if statement.loop is not None and sequence.uid in {over.uid for over in statement.loop.over}:
                yield from (bind for bind in statement.binds if bind.term.op == "index")

    def _is_in_the_way(self, names: list[str]) -> None:
        """Notes names that a write is refused for. What such a name is a slice of is an array.

        So is what it is an item of, if the name is one of an array.
        """
        self.in_the_way.update(dict.fromkeys(names))
        for bind in (b for s in self.lowered.statements[: self.now] for b in s.binds):
            term = bind.term
            if base(bind.version) not in names or term.op != "index" or term.args[0].op != "name":
                continue
            parts = parts_of(term.args[1])
            array = self.versions[bind.version].form == "array" or any(p.op == "slice" for p in parts)
            whole = str(term.args[0].data)
            if array and all(is_basic(p, self.rules) for p in parts) and self._form(whole) == "tensor":
                self.needs.setdefault(whole, Kind("array"))

    def _form(self, version: str) -> str:
        kind = self._known(version)
        return "" if kind is None else kind.form

    def _is_view(self, part: Term) -> bool:
        """Whether a part of an array is one at numbers and slices."""
        indices = [whole.args[1] for whole in (part, *wholes(part)) if whole.op == "index"]
        return all(is_basic(p, self.rules) for index in indices for p in parts_of(index))


def gone_over(
    lowered: Lowered, statement: int, part: Term | None
) -> Iterator[tuple[Statement, ast.expr, Term]]:
    """What the loops around a write go over, and would give other items after it, with these loops.

    The item of the loop's own turn has been given by then.
    """
    heads = {s.opens: i for i, s in enumerate(lowered.statements) if s.form == "end"}
    for head, end in heads.items():
        loop = lowered.statements[head].loop
        if loop is None or loop.kind != "items" or not head < statement < end:
            continue
        for target, over, turned in zip(loop.targets, loop.over, loop.turned):
            own = part is not None and part.op == "index" and part.args[1].op == "name"
            own = own and part is not None and part.args[1].data == loop.index and over.op == "name"
            if not own or turned or loop.backwards:
                yield lowered.statements[head], target, over


def is_turned(term: Term) -> bool:
    """Whether a term is the transpose of a name."""
    return term.op == "attr" and term.data == "T" and term.args[0].op == "name"


def wholes(part: Term) -> Iterator[Term]:
    """What a term is a part of, and what that is one of."""
    while part.op == "index":
        part = part.args[0]
        yield part


def _is_sliced(part: Term) -> bool:
    return part.op == "index" and any(p.op == "slice" for p in parts_of(part.args[1]))
