"""What the forward pass looks at before it begins: that arguments are what they are taken for."""

from __future__ import annotations

from codegen.kind import Shape
from codegen.kinds import Facts
from codegen.lower import Lowered, base
from codegen.summary import Summary
from codegen.surroundings import Surroundings
from codegen.terms import Term


class Checks(Surroundings):
    """The lines that raise, in the words of the module that is written."""

    check_shapes = False

    def _checks(self, summary: Summary, facts: Facts, lowered: Lowered) -> list[str]:
        """What only shows when it runs: an argument taken for a number, and shapes if that is asked for."""
        name = summary.name
        listed = {x: f"isinstance({x}, (list, tuple)) or " for x in _given_rows(facts, lowered)}
        array, number = "is taken for an array", "is taken for a number"
        found = [(self._is_array(x), f"{x} is an array, and {number}") for x in facts.numbers]
        found += [
            (f"isinstance({x}, (list, tuple))", f"{x} is a list or a tuple, and {array}") for x in facts.taken
        ]
        found += [
            (
                f"{listed.get(x, '')}{self._rank(x)} != {rank}",
                f"{x} does not have {_dimensions(rank)}, and its items are taken for numbers",
            )
            for x, rank in facts.ranks
        ]
        lines = [f"if {test}:\n        raise TypeError({self._said(name, text)})" for test, text in found]
        overlaps = [
            (self._overlap(*both, how), self._said(name, _wrong(*both, how)))
            for both, how in facts.overlaps.items()
        ]
        lines += [f"if {test}:\n        raise ValueError({text})" for test, text in overlaps]
        declared = [
            f'("{parameter}", {parameter}, "{" ".join(map(str, kind.shape))}")'
            for parameter, kind in zip(summary.parameters, summary.kinds)
            if kind.form == "array" and isinstance(kind.shape, tuple) and not has_unknown(kind.shape)
        ]
        if self.check_shapes and declared:
            lines.append(f'{self._helper_name("check_shapes")}("{name}", {", ".join(declared)})')
        return lines

    def _said(self, name: str, text: str) -> str:
        """A message as a text, in several where one is longer than a line."""
        whole = f'"{name}: {text}"'
        if len(f"            {whole}") <= self.width:
            return whole
        first, sign, second = text.partition(", and ")
        begin = f"{name}: {first}{sign}" if sign else f"{name}: "
        if sign and len(f'            "{begin}"') > self.width:
            begin = f'{name}: " "{first}{sign}'
        return f'"{begin}" "{second if sign else text}"'

    def _overlap(self, x: str, y: str, how: str) -> str:
        """Whether two arguments share memory, or whether two items of one do."""
        if how == "one":
            return f"{x} is {y}"
        if how == "memory":
            return f"{self._alias('numpy')}.shares_memory({x}, {y}, max_work=100_000)"
        return f"{self._helper_name('overlap')}({', '.join(dict.fromkeys([x, y]))})"

    def _is_array(self, name: str) -> str:
        """Whether a value is an array, in words that numba and JAX know; one without axes is one in NumPy."""
        plain = self.library == "numpy" and not self.decorator
        return f"not {self._alias('numpy')}.isscalar({name})" if plain else self._rank(name)

    def _rank(self, name: str) -> str:
        """How many dimensions a value has, in words that numba knows where it compiles them."""
        library = self._alias(self.library)
        return f"{library}.asarray({name}).ndim" if self.decorator else f"{library}.ndim({name})"


def _given_rows(facts: Facts, lowered: Lowered) -> set[str]:
    """The arguments taken for arrays that are given rows: other items than those of a list of lists."""
    ranks = dict(facts.ranks)
    writes = (b.term.args for s in lowered.statements if s.form == "write" for b in s.binds)
    parts = ((base(str(whole.data)), part) for whole, part, _ in writes)
    return {name for name, part in parts if 0 < _indices(part) < ranks.get(name, 0)}


def _indices(part: Term) -> int:
    """How many indices lead to a part of a value."""
    if part.op != "index":
        return 0
    here = len(part.args[1].args) if part.args[1].op == "tuple" else 1
    return here + _indices(part.args[0])


def _wrong(x: str, y: str, how: str) -> str:
    """What is wrong with two arguments that overlap."""
    both = " and ".join(dict.fromkeys([x, y]))
    return f"{both} are one" if how == "one" else f"{'values in ' if how == 'inside' else ''}{both} overlap"


def _dimensions(count: int) -> str:
    return "one dimension" if count == 1 else f"{count} dimensions"


def has_unknown(shape: Shape) -> bool:
    """Whether something of a shape is not known."""
    return not isinstance(shape, tuple) or any(str(size).startswith("?") for size in shape)
