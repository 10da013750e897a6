"""Lists that may hold one array at two places: a write into one item changes another one of these."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codegen.infer import Inference
from codegen.kind import Dims, Kind
from codegen.summary import Context
from codegen.survey import Survey
from codegen.terms import DISPLAYS, RESIZING, Term
from codegen.uses import Arguments


class Repeats(Arguments):
    """The versions that may hold one array twice, as far as the walk has come.

    `bound` is the statement that binds each version, `born` the one that makes each memory: what an
    earlier turn of a loop made is another memory under the same root.
    """

    rules: Inference

    def __init__(self, survey: Survey, context: Context, dims: Dims) -> None:
        super().__init__(survey, context, dims)
        self.memory: dict[str, frozenset[str]] = {}
        self.objects: dict[str, frozenset[str]] = {}
        self.assumed_memory: dict[str, frozenset[str]] = {}
        self.born: dict[str, int] = {}  # what an earlier turn made is another value
        self.bound: dict[str, int] = dict.fromkeys(survey.lowered.parameters, -1)
        self.repeated: set[str] = set()
        self.assumed_repeated: frozenset[str] = frozenset()

    def _roots(self, term: Term) -> frozenset[str]:
        """The memories that a value may share: the layer above."""
        raise NotImplementedError

    def _object(self, term: Term) -> frozenset[str]:
        """What a list itself may be, without what is in it."""
        if term.op == "name":
            return self.objects.get(term.data, frozenset())
        if term.op in DISPLAYS:
            return frozenset([f"made {term.uid}"])
        if term.op == "phi":
            return frozenset().union(*(self._object(arg) for arg in term.args))
        if term.op == "write":
            return self._object(term.args[0])
        return frozenset([f"made {term.uid}"]) if self._is_copied_list(term) else self._roots(term)

    def _is_copied_list(self, term: Term) -> bool:
        """Whether a value is a list of its own, of the items of others."""
        if term.op in ("+", "*"):
            return self.rules.kind(term).form == "list"
        copied = term.op == "index" and term.args[1].op == "slice"
        copied = copied or (term.op == "call" and term.data in ("builtins.list", "numpy.copy"))
        copied = copied or (term.op == "helper" and term.data in ("copy_of", "zeros_of"))
        return copied and self.rules.kind(term.args[0]).form == "list"

    def _repeats(self, term: Term) -> bool:
        """Whether a value may be a list in which one array is at two places."""
        if term.op == "name":
            assumed = term.data not in self.bound and term.data in self.assumed_repeated
            return assumed or term.data in self.repeated
        kind = self.rules.kind(term)
        if kind.form not in ("list", "tuple", "dict") or holds_numbers(kind):
            return False
        if term.op == "helper" and self._is_copied_list(term):
            return False  # the items are copied, too
        if term.op == "write":
            whole, _, value = term.args
            if self._repeats(whole) or not self._is_put_in(term):
                return self._repeats(whole)
            return self._repeats(value) or self._is_in(value, whole)
        if term.op == "if":
            return any(map(self._repeats, term.args[1:]))
        if term.op in ("phi", "index", "attr"):
            return any(map(self._repeats, term.args))
        if term.op in ("list", "tuple", "dict", "record", "+") or term.uid in self.rules.chosen:
            return any(map(self._repeats, term.args)) or self._meet_in(term.args)
        return True

    def _meet_in(self, items: Iterable[Term]) -> bool:
        """Whether two of these values may share memory."""
        seen: set[str] = set()
        for roots in map(self._roots, items):
            if roots & seen:
                return True
            seen |= roots
        return False

    def _is_put_in(self, term: Term) -> bool:
        """Whether the value of a write is held by the list itself, and not copied into an array."""
        if term.data in RESIZING:
            return bool(term.data != "pop")
        return not term.data and not self.rules.kind(term.args[1].args[0]).numeric

    def _is_in(self, value: Term, whole: Term) -> bool:
        """Whether a value that is put into a list may be in it already, or be part of what is.

        It is not where the value was made in this turn, and the list is what it was before that.
        """
        shared = self._roots(value) & self._roots(whole)
        names = list(self._behind(value))
        old = self.bound.get(str(whole.data), -1)
        return any(
            old >= self.born.get(root, -1)
            or any(self.bound.get(v, -1) < self.born[root] for v in names if root in self._memory_of(v))
            for root in shared
        )

    def _behind(self, term: Term) -> Iterator[str]:
        """The names of which a value may be, or share memory with, what they stand for."""
        if term.op == "name":
            yield str(term.data)
        elif any(root.split()[1:2] != [str(term.uid)] for root in self._roots(term)):
            for arg in term.args:
                yield from self._behind(arg)

    def _memory_of(self, version: str) -> frozenset[str]:
        return self.memory.get(version, self.assumed_memory.get(version, frozenset()))

    def _into_item(self, term: Term, node: ast.stmt) -> bool:
        """Whether a write is one into what a list holds, and not only one of another item into the list."""
        whole, part, _ = term.args
        kind = self.rules.kind(whole)
        if (kind.form != "list" and not kind.vague) or part.op != "index":
            return False
        augmented = isinstance(node, ast.AugAssign) and self.rules.kind(part).form != "number"
        return augmented or part.args[0].op == "index"

    def _is_row_of_list(self, kind: Kind, term: Term) -> bool:
        """Whether a list of numbers is the item of a list that has a name."""
        if not holds_numbers(kind) or term.op != "index" or term.args[0].op != "name":
            return False
        return self.rules.kind(term.args[0]).form == "list" and self.rules.kind(term.args[1]).dtype == "int"

    def _is_held(self, term: Term) -> bool:
        """Whether a value is an item of a list that has a name, or of a slice of it."""
        if term.op != "index" or self.rules.kind(term.args[0]).form != "list":
            return False
        whole = term.args[0]
        whole = whole.args[0] if whole.op == "index" and whole.args[1].op == "slice" else whole
        return whole.op == "name" and self.rules.kind(term.args[1]).dtype == "int"

    def _through_slice(self, part: Term) -> bool:
        """Whether what a write goes into is taken from a slice of a list, which is another list."""
        while part.op == "index":
            part = part.args[0]
            sliced = part.op == "index" and part.args[1].op == "slice"
            if sliced and self.rules.kind(part.args[0]).form in ("list", "tuple"):
                return True
        return False


def holds_numbers(kind: Kind) -> bool:
    """Whether a container is known to hold no arrays, and nothing that may hold some."""
    items = kind.items if kind.items is not None else (kind.element,) if kind.element is not None else ()
    return bool(items) and all(item.form in ("number", "other") for item in items)
