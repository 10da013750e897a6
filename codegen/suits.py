"""Whether a value suits a parameter of a gate, by what its annotation says: yes, maybe or no."""

from __future__ import annotations

from typing import Any

from codegen.distinct import may_repeat
from codegen.indexing import Kinds, as_array
from codegen.kind import Kind, Spread
from codegen.terms import Term, is_number

VALUES = (
    "",
    "float",
    "literal",
    "constant",
    "complex",
    "real",
)  # what carries a value that has a shape, beside shapes


def suits(kind: Kind, fits: str, term: Term, sizes: dict[str, Any], rules: Kinds) -> str:
    """Whether a value suits an annotation; `sizes` are those of the letters of shapes, which it fills in.

    A "clash" is a size that contradicts another one.
    """
    if fits == "object":
        return "yes"
    if fits == "literal":
        return "yes" if is_number(term) else "no"
    if fits == "literals":
        return "yes" if _are_literals(term) else "no"
    if fits == "place":
        return "no" if may_repeat(term, rules, {}) else "yes"
    if fits in ("", "constant"):
        return "yes" if kind.numeric else "no"
    if fits in ("complex", "real"):
        wrong = not kind.numeric or (fits == "real" and kind.dtype == "complex")
        return "no" if wrong else "maybe" if kind.dtype == "any" else "yes"
    if fits == "float":
        return {"number": "yes", "tensor": "maybe"}.get(kind.form, "no")
    if fits.startswith("size "):
        return _suits_size(kind, fits[5:].split(" | "), sizes)
    if is_shape(fits):
        *words, last = fits.split()
        if last in ("int", "bool"):
            kind = as_array(kind)
        else:
            words, last = [*words, last], "any"
        wrong = last != "any" and kind.dtype not in ("any", "bool", last)
        return "no" if wrong else suits_shape(kind, words[1:], sizes)
    verdicts = {_suits_word(kind, word.strip()) for word in fits.split("|")}
    return "yes" if "yes" in verdicts else "maybe" if "maybe" in verdicts else "no"


def _are_literals(term: Term) -> bool:
    """Whether a term is a tuple or a list of numbers that are written out, or of such tuples."""
    nested = term.op in ("tuple", "list")
    return nested and all(is_number(arg) or _are_literals(arg) for arg in term.args)


def _suits_word(kind: Kind, word: str) -> str:
    if word in ("int", "bool"):
        if kind.form == "number" and kind.dtype in (word, "int"):
            return "yes"
        return "maybe" if kind.form in ("number", "tensor") and kind.dtype in ("any", "place") else "no"
    if word == "list":
        whole = kind.element is not None and kind.element.dtype == "complex"
        return "yes" if kind.form == "list" and kind.items is None and not whole else "no"
    if word == "tuple":
        unknown = kind.form == "tensor" and kind.dtype == "any"
        return "yes" if kind.form in ("tuple", "list") else "maybe" if unknown else "no"
    if word == "str":
        return "yes" if isinstance(kind.value, str) else "no"
    if word == "None":
        return "yes" if kind.form == "other" and kind.value is None else "no"
    return "no"


def _suits_size(kind: Kind, words: list[str], sizes: dict[str, Any]) -> str:
    """Whether an integer is one of those that are listed: numbers, and sizes that letters stand for."""
    values = [sizes.get(word) if word.isalpha() else int(word) for word in words]
    if kind.value is None or None in values:
        return "maybe"
    return "yes" if kind.value in values else "no"


def suits_shape(kind: Kind, words: list[str], sizes: dict[str, Any]) -> str:
    """Whether an array has a shape that is written in letters and numbers."""
    if not kind.numeric:
        return "no"
    if words == ["..."]:
        return "yes"
    if isinstance(kind.shape, Spread):
        return "maybe" if words else "no" if kind.form == "array" else "maybe"
    shape = kind.shape
    if words[:1] == ["..."]:
        words = words[1:]
        if len(shape) < len(words):
            return "no"
        shape = shape[len(shape) - len(words) :]
    if len(shape) != len(words):
        return "no"
    for word, size in zip(words, shape):
        if word.startswith("="):
            if sizes[word[1:]] != size:
                return "no"
            continue
        before = sizes.setdefault(word, int(word) if word.isdigit() else size)
        if isinstance(before, int) and isinstance(size, int) and before != size:
            return "clash"
        if isinstance(size, int):
            sizes[word] = size
    return "yes"


def rule_argument(kind: Kind, fits: str, unknown: Any) -> Any:
    """A parameter as a rule takes it: a shape, or the value of an int, bool, string or tuple."""
    if fits in VALUES or is_shape(fits):
        kind = as_array(kind) if fits.endswith((" int", " bool")) else kind
        return kind.shape if isinstance(kind.shape, tuple) and kind.numeric else unknown
    if fits == "list":  # as if it were an array of its items
        item = kind.element
        known = item is not None and item.numeric and isinstance(item.shape, tuple)
        return (unknown, *item.shape) if known else unknown  # type: ignore[union-attr, misc]
    return _known_value(kind, unknown)


def _known_value(kind: Kind, unknown: Any) -> Any:
    if kind.form == "other":
        return kind.value
    if kind.form in ("tuple", "list"):
        return unknown if kind.items is None else tuple(_known_value(k, unknown) for k in kind.items)
    if kind.dtype in ("int", "bool") and kind.form == "number":
        return unknown if kind.value is None else kind.value
    return kind.shape if isinstance(kind.shape, tuple) and kind.numeric else unknown


def is_shape(fits: str) -> bool:
    """Whether an annotation is a shape."""
    return fits.startswith("shape")


def may_be_list(fits: str) -> bool:
    """Whether a list may stand for the array that NumPy makes of it; `"..."` says that it may not."""
    return fits == "" or (is_shape(fits) and not fits.endswith((" int", " bool", "shape ...")))
