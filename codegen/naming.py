"""Names for the temporaries that become stages: they say what the value is, in the user's words.

A name depends on its own statement alone, so that an edit elsewhere does not change it.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable, Mapping

from codegen.gates import Gate
from codegen.indexing import parts_of
from codegen.lower import base
from codegen.match import Candidate
from codegen.terms import Term

LONGEST = 24
JOINS = {
    "+": "plus",
    "-": "minus",
    "*": "times",
    "/": "over",
    "**": "pow",
    "@": "at",
    "//": "over",
    "%": "mod",
}
COMPARISONS = {
    "<": "lt",
    "<=": "le",
    ">": "gt",
    ">=": "ge",
    "==": "eq",
    "!=": "ne",
    "in": "in",
    "not in": "not_in",
}
NOUNS = {
    "+": "sum",
    "-": "diff",
    "*": "product",
    "/": "ratio",
    "**": "power",
    "@": "product",
    "if": "choice",
    "index": "part",
    "compare": "test",
    "and": "test",
    "or": "test",
    "not": "test",
    "neg": "negative",
    "user": "out",
}


class Names:
    """Gives out names that nothing else in the function or the module has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken) | set(keyword.kwlist) | set(dir(builtins))
        self._last: dict[str, int] = {}  # of names with a number, up to which none is free

    def copy(self) -> Names:
        """The same names, to be given out once more."""
        return Names(self._taken)

    def free(self, name: str) -> bool:
        """Whether a name and that of its gradient can still be given."""
        return name not in self._taken and f"d{name}" not in self._taken

    def take(self, wanted: str, qualifier: str = "") -> str:
        """The wanted name; if it is taken, with the qualifier in front; if need be, numbered."""
        name = wanted
        said = wanted.startswith(f"{qualifier}_") and not wanted[-1].isdigit()
        if not self.free(name) and qualifier and not said:
            name = wanted = f"{qualifier}_{wanted}"
        name = name if self.free(name) else self.numbered(wanted)
        self._taken |= {name, f"d{name}"}
        return name

    def numbered(self, wanted: str) -> str:
        """The wanted name with the first number with which it is free."""
        number = self._last.get(wanted, 0) + 1
        while not self.free(f"{wanted}{number}"):
            number += 1
        self._last[wanted] = number - 1
        return f"{wanted}{number}"

    def give_back(self, name: str) -> None:
        """Lets a name that was taken be given to something else."""
        self._taken -= {name, f"d{name}"}
        self._last.clear()


def stage_name(
    term: Term, own: Candidate | None, parent: Gate | None, role: str, target: str, named: Mapping[int, str]
) -> str:
    """What a temporary is called: by the gate that it goes into, or by what it is made of.

    `role` is the parameter of the parent gate that the term stands for; `target` is the name
    that the statement assigns.
    """
    compound = term.op not in ("name", "index", "attr", "literal")
    if parent is not None and compound:
        if _is_function(parent) and len(_variables(parent)) == 1:
            return f"{function_word(parent)}_in"
        if parent.pattern.op == "/" and parent.size <= 2 and term.op in JOINS:
            is_denominator = parent.pattern.args[-1].op == "name" and parent.pattern.args[-1].data == role
            return "den" if is_denominator else "num"
    words = word(term, named)
    if own is not None and own.gate.size > 3:
        inner = word(own.bound[own.gate.slots[0].name], named)
        words = f"{function_word(own.gate)}_{inner}".rstrip("_")
    if words and len(words) <= LONGEST and words.isidentifier():
        return words
    return f"{target}_{NOUNS.get(term.op) or _call_word(term)}"


def _variables(gate: Gate) -> list[str]:
    return [slot.name for slot in gate.slots if slot.name in gate.lines]


def _is_function(gate: Gate) -> bool:
    return gate.pattern.op in ("call", "method") or gate.size > 3


def function_word(gate: Gate) -> str:
    """A gate as part of a name: tanh, relu, sum, softmax for softmax__rows."""
    others = zip(gate.pattern.args, gate.pattern.keys)
    if gate.pattern.op == "call" and all(a.op == "name" or key in ("axis", "keepdims") for a, key in others):
        return str(gate.pattern.data).split(".")[-1]
    return re.sub(r"^np_|__.*$", "", gate.name)


def _call_word(term: Term) -> str:
    name = str(term.data).split(".")[-1] if isinstance(term.data, str) else term.op
    return name if name.isidentifier() else "value"


def word(term: Term, named: Mapping[int, str]) -> str:
    """A term in words (`x_plus_y`, `exp_neg_y`), or nothing where it is too long to say."""
    if term.uid in named:
        return base(named[term.uid])
    if term.op == "name":
        return base(term.data)
    if term.op == "literal":
        return _number_word(term.data)
    if term.op == "index":
        return _index_word(term, named)
    if term.op == "attr":
        return f"{word(term.args[0], named)}_{term.data}"
    if term.op == "compare" and len(term.args) == 2 and all(_simple(arg, named) for arg in term.args):
        left, right = (word(arg, named) for arg in term.args)
        return f"{left}_{COMPARISONS.get(term.data[0], 'vs')}_{right}" if left and right else ""
    if term.op == "neg":
        inner = word(term.args[0], named)
        return f"neg_{inner}" if inner else ""
    if term.op == "**" and term.args[1].op == "literal" and term.args[1].data == 2:
        inner = word(term.args[0], named)
        return f"{inner}_sqr" if inner else ""
    if term.op in JOINS and all(_simple(arg, named) for arg in term.args):
        left, right = (word(arg, named) for arg in term.args)
        return f"{left}_{JOINS[term.op]}_{right}" if left and right else ""
    if term.op in ("call", "method", "user") and term.args:
        return f"{_call_word(term)}_{word(term.args[0], named) or _leftmost(term.args[0], named)}".rstrip("_")
    return ""


def _simple(term: Term, named: Mapping[int, str]) -> bool:
    return term.uid in named or term.op in ("name", "literal", "attr", "index", "neg", "call")


def _number_word(value: object) -> str:
    if isinstance(value, int) and value >= 0:
        return str(value)
    return "half" if value == 0.5 else ""


def _index_word(term: Term, named: Mapping[int, str]) -> str:
    index = term.args[1]
    if index.op == "literal" and isinstance(index.data, str):
        return index.data if index.data.isidentifier() else ""
    inner = word(term.args[0], named)
    return "_".join([inner, *index_words(index)]) if inner else ""


def index_words(index: Term) -> list[str]:
    """What an index adds to the name of a part: `i`, `j` for `[i, j]`, `k`, `part` for `[k, 1:]`."""
    parts = [p for p in parts_of(index) if p.op != "slice" or any(p.data)]
    words = [base(p.data) if p.op == "name" else _number_word(p.data) for p in parts if p.op != "slice"]
    simple = all(p.op in ("name", "slice") or (p.op == "literal" and type(p.data) is int) for p in parts)
    if not simple or not all(words) or not parts:
        return ["part"]
    return words if len(words) == len(parts) else [*words, "part"]


def _leftmost(term: Term, named: Mapping[int, str]) -> str:
    """The first name in a term."""
    while term.args and term.uid not in named:
        term = term.args[0]
    return word(term, named) if term.op == "name" or term.uid in named else ""
