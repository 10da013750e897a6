"""What meets where blocks do, if it is a list, a tuple or a dict: whether its gradient is one value."""

from __future__ import annotations

from codegen.kind import Kind
from codegen.lower import Bind, Statement, base
from codegen.parts import Parts


class Anew(Parts):
    """Containers that the arm of a branch, or the turn of a loop, makes anew."""

    def _can_meet(self, version: str, statement: Statement) -> bool:
        """Whether the gradient on what meets here is one value; containers are refused."""
        term = self.definitions.get(version)
        sources = [self.kinds[str(arg.data)] for arg in term.args] if term is not None else []
        mixed = any(kind.form in ("tuple", "list", "dict") for kind in sources)
        if not mixed if self.kinds[version].numeric else self._is_made_anew(version):
            return True
        self._refuse(
            "E203",
            statement.node,
            f"{base(version)} is a list, a tuple or a dict that a block makes anew",
            "use names for its items, or an array",
        )
        return False

    def _is_made_anew(self, version: str) -> bool:
        """Whether a value is an instance, a tuple or a dict of numbers and arrays, never written into."""
        kind = self.kinds[version]
        known = kind.form != "list" or kind.items is not None
        numbers = known and all(item.form == "number" for item in kind.items or ())
        missing = {v for v in self._met(version) if self.kinds[v].form == "other"}
        given = self._met(version) & {*self.lowered.outputs}  # by the caller
        if not numbers and (not all(map(self._may_be_unbound, missing)) or (missing and given)):
            return False  # its zeros would be those of something else, or a caller's, who may have none
        plain = self.context.arrays and not (kind.form == "tuple" and given)  # which nothing is added to
        if self._may_have_no_value(version) and not plain and (kind.form != "list" or kind.items is not None):
            return False
        if kind.record and not numbers and self._may_be_unbound(version):
            return False
        if kind.form == "list":
            return not kind.vague and _holds_numeric(kind)
        return self._is_display(version, kind, set()) if kind.form == "dict" else _holds_values(kind)

    def _met(self, version: str) -> set[str]:
        """The versions that meet somewhere with a version, and this."""
        return {v for v, first in self.tied.items() if first == self.tied.get(version, version)} | {version}

    def _is_display(self, version: str, kind: Kind, seen: set[str]) -> bool:
        """Whether a dict is written out wherever it comes from, with the same keys."""
        term = self.definitions.get(version)
        if term is not None and term.op == "literal" and term.data is None:
            return True
        if version in seen or term is None or term.op not in ("phi", "name", "dict"):
            return version in seen
        seen.add(version)
        if term.op == "dict":
            own = self.kinds[version]
            return set(own.keys) == set(kind.keys) and all(map(_holds_values, own.items or ()))
        sources = term.args if term.op == "phi" else (term,)
        return all(self._is_display(str(source.data), kind, seen) for source in sources)

    def _is_one_memory(self, bind: Bind) -> bool:
        """Whether what meets here is one memory, parts of which are written."""
        meeting = {bind.version, *(arg.data for arg in bind.term.args)}
        return len({self._whole(version) for version in meeting}) == 1


def _items_of(kind: Kind) -> tuple[Kind, ...]:
    """What is known of the items of a list, or of each."""
    return kind.items if kind.items is not None else (kind.element,) if kind.element else ()


def _holds_numeric(kind: Kind) -> bool:
    """Whether all items of a list are known to be numbers or arrays."""
    items = _items_of(kind)
    return bool(items) and all(item.numeric and not item.vague for item in items)


def _holds_values(kind: Kind) -> bool:
    """Whether something is a number, an array, or a tuple or an instance of these."""
    if kind.form != "tuple":
        return kind.numeric or kind.discrete
    named = bool(kind.keys) and not kind.record
    return not kind.vague and not named and bool(kind.items) and all(map(_holds_values, kind.items or ()))
