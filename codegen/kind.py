"""What a value can be known to be: a number, an array of a symbolic shape, an int, a container.

A shape is a tuple of dimensions (numbers or symbols), or a `Spread`: the broadcast of shapes of
which nothing is known but their identity. Two equal shapes are equal whenever the program runs;
two that differ may still be equal then.
"""

from __future__ import annotations

import ast
import functools
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

Dim = int | str


@dataclass(frozen=True)
class Spread:
    """The broadcast of shapes not known: atoms are names of shapes, and at most one known tuple."""

    atoms: frozenset[Any]

    @functools.cached_property
    def known(self) -> tuple[Dim, ...]:
        """The known tuple."""
        return next((part for part in self.atoms if isinstance(part, tuple)), ())


Shape = tuple[Dim, ...] | Spread
DISCRETE = ("int", "bool", "place")
NUMERIC = ("number", "array", "tensor")


@dataclass(frozen=True)
class Kind:
    """A value's form, the type of its entries, its shape.

    `form` is number, array, tensor (a number or an array), tuple, list, dict, or other (a string,
    None, a function). `dtype` is float, int, bool, place (an int or a bool: an index), complex (or
    maybe complex) or any (which is real); `exact` a dtype that an annotation gave. A type, as in
    `dtype=complex`, is an other of that dtype.
    `value` is the value itself where it is an int, bool, string or dimension known when generating.
    `vague` is an array or a tuple that may be a list (or the other) after all. `items` are a
    container's, `keys` a dict's, or the names of a tuple's items; a list of unknown length has only
    `element`. `record` is the class of a tuple that is a named tuple or a dataclass of the module's.
    """

    form: str
    dtype: str = "any"
    shape: Shape = ()
    value: Any = None
    items: tuple[Kind, ...] | None = None
    keys: tuple[Any, ...] = ()
    element: Kind | None = None
    exact: str = ""
    vague: bool = False
    record: str = ""

    @property
    def numeric(self) -> bool:
        """Whether it is a number or an array."""
        return self.form in NUMERIC

    @property
    def discrete(self) -> bool:
        """Whether it is known to have no gradient: ints, bools, strings, None, functions."""
        if self.items is not None:
            return False
        return self.form == "other" or self.dtype in DISCRETE

    @property
    def holds_discrete(self) -> bool:
        """Whether it has no gradient, or is known to hold nothing that has one: `list[str]`, `list[int]`."""
        inside = self.items if self.items is not None else (self.element,) if self.element is not None else ()
        return self.discrete or (bool(inside) and all(item.holds_discrete for item in inside))


MOST_ITEMS = 200_000  # of which more are known than can be looked at one by one


def is_too_large(kind: Kind) -> bool:
    """Whether a value is known to hold so much, in containers in containers, that its kind has no end."""
    left, count = [kind.items or ()], 0
    while left:
        items = left.pop()
        count += len(items)
        if count > MOST_ITEMS:
            return True
        left += [item.items for item in items if item.items]
    return False


OTHER = Kind("other")
COMPLEX = Kind("number", "complex")
BOOL = Kind("number", "bool")
INT = Kind("number", "int")
FLOAT = Kind("number", "float")
NUMBER = Kind("number")


def int_of(dim: Dim) -> Kind:
    """The kind of a size, which remembers what it is."""
    return Kind("number", "int", value=dim)


def array(shape: Shape, dtype: str = "any", exact: str = "") -> Kind:
    """The kind of an array; of a number if the shape is that of one."""
    if shape == ():
        return Kind("number", dtype, (), exact=exact)
    return Kind("array", dtype, shape, exact=exact)


def atom(name: str) -> Spread:
    """A shape of which only the identity is known."""
    return Spread(frozenset([name]))


def may_change(shape: Shape) -> bool:
    """Whether a shape is not known well enough to be the same in each turn of a loop."""
    parts = shape.atoms if isinstance(shape, Spread) else (shape,)
    sizes = (size for part in parts for size in (part if isinstance(part, tuple) else (part,)))
    return any(str(size).startswith("?") for size in sizes)


NOTHING_YET = Kind("tensor", "any", atom("nothing yet"))


class Dims:
    """Makes symbols for what is not known, the same one for the same question."""

    def __init__(self) -> None:
        self._names: dict[Any, str] = {}
        self._meets: dict[str, frozenset[Dim]] = {}

    def fresh(self, key: Any) -> str:
        """A symbol that stands for the answer to `key`."""
        return self._names.setdefault(key, f"?{len(self._names)}")

    def meet(self, a: Dim, b: Dim) -> Dim | None:
        """The size that two sizes broadcast to; None where they contradict each other."""
        if a == b or b == 1:
            return a
        if a == 1:
            return b
        if isinstance(a, int) and isinstance(b, int):
            return None
        if isinstance(a, int) or isinstance(b, int):
            return a if isinstance(a, int) else b
        parts = self._meets.get(a, frozenset([a])) | self._meets.get(b, frozenset([b]))
        if parts == self._meets.get(a):
            return a
        if parts == self._meets.get(b):
            return b
        name = self.fresh(("meet", parts))
        self._meets[name] = parts
        return name

    def broadcast(self, shapes: Iterable[Shape]) -> Shape | None:
        """The shape of an elementwise result; None where shapes contradict each other."""
        known: tuple[Dim, ...] = ()
        atoms: set[Any] = set()
        for shape in shapes:
            if isinstance(shape, Spread):
                atoms |= shape.atoms
            part = shape.known if isinstance(shape, Spread) else shape
            both = self._broadcast_known(known, part) if part else known
            if both is None:
                return None
            atoms.discard(part)
            known = both
        if not atoms:
            return known
        return Spread(frozenset([*atoms, known] if known else atoms))

    def _broadcast_known(self, a: tuple[Dim, ...], b: tuple[Dim, ...]) -> tuple[Dim, ...] | None:
        rank = max(len(a), len(b))
        a, b = (1,) * (rank - len(a)) + a, (1,) * (rank - len(b)) + b
        sizes = [self.meet(x, y) for x, y in zip(a, b)]
        return None if None in sizes else tuple(sizes)  # type: ignore[arg-type]


def promote(kinds: Iterable[Kind]) -> str:
    """The type of the entries of a result of arithmetic."""
    dtypes = {kind.dtype for kind in kinds}
    if "complex" in dtypes:
        return "complex"
    if "float" in dtypes:
        return "float"
    if "any" in dtypes or not dtypes:
        return "any"
    if "place" in dtypes:
        return "place"
    return "int" if dtypes & {"int", "bool"} else "any"


def is_complex(kind: Kind) -> bool:
    """Whether a value, or something in it, may be complex. What is not known of arguments is real."""
    if kind.dtype == "complex" or (kind.items is None and kind.element is None):
        return kind.dtype == "complex"
    return any(is_complex(part) for part in (*(kind.items or ()), kind.element) if part is not None)


def is_real(kind: Kind) -> bool:
    """Whether a value, and all that is in it, is known to be no complex number."""
    if kind.form in ("tuple", "list", "dict"):
        parts = (*(kind.items or ()), *([kind.element] if kind.element else []))
        return bool(parts) and all(is_real(part) for part in parts)
    return kind.form == "other" or kind.dtype in ("float", *DISCRETE)


def holds_arrays(kind: Kind | None, depth: int = 0) -> bool:
    """Whether a value, or what is so deep in it, is a list, or may be one, whose items may be arrays."""
    listed = kind is not None and kind.form == "list"
    item = next(iter(kind.items or ()), kind.element) if kind is not None and listed else kind
    if depth:
        return holds_arrays(item, depth - 1)
    return kind is not None and (listed or kind.vague) and (item is None or item.form != "number")


def join(a: Kind, b: Kind, dims: Dims, key: Any) -> Kind:
    """What is known of a value that is the one or the other."""
    if a == b or NOTHING_YET in (a, b):
        return b if a == NOTHING_YET else a
    if replace(a, value=None) == replace(b, value=None):
        return replace(a, value=None)
    if a.form == b.form == "list":
        return _join_of_lists(a, b, dims, key)
    if a.form == b.form == "tuple" and a.items and b.items and len(a.items) == len(b.items):
        items = tuple(join(x, y, dims, (key, i)) for i, (x, y) in enumerate(zip(a.items, b.items)))
        if a.record == b.record:
            keys = a.keys if a.record else ()
            return Kind("tuple", items=items, keys=keys, vague=a.vague or b.vague, record=a.record)
    if a.form == b.form == "dict" and a.items is not None and b.items is not None:
        others = dict(zip(b.keys, b.items))
        both = {k: join(x, others[k], dims, (key, k)) for k, x in zip(a.keys, a.items) if k in others}
        return Kind("dict", items=tuple(both.values()), keys=tuple(both))
    if "other" in (a.form, b.form):  # None where a branch was not taken
        return a if b.form == "other" else b
    if not (a.numeric and b.numeric):
        dtype = "complex" if is_complex(a) or is_complex(b) else "any"
        return Kind("tensor", dtype, atom(dims.fresh(key)))
    dtypes = {a.dtype, b.dtype}
    sure = "any" not in dtypes or "complex" in dtypes
    dtype = a.dtype if len(dtypes) == 1 else promote([a, b]) if sure else "any"
    vague = a.vague or b.vague
    if a.shape == b.shape:
        return Kind(a.form if a.form == b.form else "tensor", dtype, a.shape, vague=vague)
    if isinstance(a.shape, tuple) and isinstance(b.shape, tuple) and len(a.shape) == len(b.shape):
        sizes = (x if x == y else dims.fresh((key, i)) for i, (x, y) in enumerate(zip(a.shape, b.shape)))
        return replace(array(tuple(sizes), dtype), vague=vague)
    return Kind("tensor", dtype, atom(dims.fresh(key)), vague=vague)


def of_one(kind: Kind, dims: Dims, key: Any) -> Kind:
    """The kind of one of several items: what differs from item to item is its own."""
    if kind.items is not None:
        items = tuple(of_one(item, dims, (key, i)) for i, item in enumerate(kind.items))
        return replace(kind, items=items)
    if not kind.numeric:
        return kind
    if isinstance(kind.shape, Spread):
        return replace(kind, shape=atom(dims.fresh(("one of", key))))
    shape = (
        dims.fresh(("one of", key, i)) if str(d).startswith("?") else d for i, d in enumerate(kind.shape)
    )
    return replace(kind, shape=tuple(shape))


def of_each(container: Kind) -> Kind | None:
    """What each item of a container is known to be."""
    items = {replace(item, value=None) for item in container.items or ()}
    return container.element or (items.pop() if len(items) == 1 else None)


def _join_of_lists(a: Kind, b: Kind, dims: Dims, key: Any) -> Kind:
    """A list of one length or another."""
    elements = [
        *(a.items or ()),
        *(b.items or ()),
        *(k.element for k in (a, b) if k.items is None and k.element),
    ]
    element = elements[0] if elements else None
    for other in elements[1:]:
        assert element is not None
        element = join(element, other, dims, key)
    if a.items and b.items and len(a.items) == len(b.items):
        items = tuple(join(x, y, dims, (key, i)) for i, (x, y) in enumerate(zip(a.items, b.items)))
        return Kind("list", items=items, element=element)
    return Kind("list", element=element)


WORD = re.compile(r"(\w+\*)*[A-Za-z_]\w*(\*\w+)*$")
HALF = re.compile(r"[A-Za-z_]\w*//2\+1$")  # the size of half a spectrum
SUM = re.compile(r"[\w+*-]+$")
DTYPES = {
    "float": ("float", ""),
    "float64": ("float", "float64"),
    "float32": ("float", "float32"),
    "float16": ("float", "float16"),
    "int": ("int", ""),
    "int8": ("int", ""),
    "int16": ("int", ""),
    "int32": ("int", ""),
    "int64": ("int", ""),
    "int_": ("int", ""),
    "intp": ("int", ""),
    "uint8": ("int", ""),
    "uint16": ("int", ""),
    "uint32": ("int", ""),
    "uint64": ("int", ""),
    "bool": ("bool", ""),
    "bool_": ("bool", ""),
    "complex": ("complex", ""),
    "complex64": ("complex", ""),
    "complex128": ("complex", ""),
}
HINTS = {
    "Float": "float",
    "Float32": "float",
    "Float64": "float",
    "Int": "int",
    "Int32": "int",
    "Int64": "int",
    "UInt8": "int",
    "Integer": "int",
    "Bool": "bool",
    "Shaped": "any",
    "Num": "any",
    "Inexact": "float",
    "Real": "any",
}


class BadAnnotation(ValueError):
    """An annotation that looks like a shape and is not one."""


Classes = Callable[[str, str], "Kind | None"]


def kind_of_annotation(
    text: str | None, name: str, dims: Dims, lists: bool, classes: Classes = lambda word, name: None
) -> Kind | None:
    """The kind that an annotation declares; None where it says nothing.

    `lists` says that a shape is that of lists of numbers, as in a module without arrays; `classes`
    knows the classes of the module, by the name of one and of a value.
    Raises `BadAnnotation` for a text that is neither a shape nor a type.
    """
    if text is None:
        return None
    quoted = text.startswith('"')
    text = text.lstrip('"').strip()
    node = _parsed(text)
    known = classes(text, name) if quoted and text.isidentifier() else None
    if known is not None:
        return known
    if quoted and (node is None or _is_size(node)):
        return _of_shape(text.split(), name, dims, lists)
    if quoted and isinstance(node, ast.Tuple) and all(map(_is_size, node.elts)):  # as NumPy shows a shape
        return _of_shape([ast.unparse(size).replace(" ", "") for size in node.elts], name, dims, lists)
    return None if node is None else _Types(dims, lists, classes).kind(node, name)


def is_shape(annotation: str) -> bool:
    """Whether an annotation is a text of sizes, and none that names a type."""
    node = _parsed(annotation.lstrip('"').strip())
    return annotation.startswith('"') and (node is None or _is_size(node))


def _parsed(text: str) -> ast.expr | None:
    """The expression that a text is, if it is one: a row of sizes is none."""
    try:
        return ast.parse(text, mode="eval").body if text else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _is_size(node: ast.expr) -> bool:
    """Whether one word in quotes is a size (`"3"`, `"N"`, `"4*N"`) and not a type (`"Params"`)."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, (ast.Mult, ast.Add, ast.Sub, ast.FloorDiv))
    if isinstance(node, ast.Constant):
        return True
    if not isinstance(node, ast.Name) or node.id in _TYPES or node.id in DTYPES:
        return False
    return node.id.isupper() or node.id.islower()


def is_size(text: str) -> bool:
    """Whether a size can be written in an annotation as it is."""
    return text.isdigit() or bool(WORD.match(text) or HALF.match(text))


_TYPES = {"list", "tuple", "dict", "str", "List", "Tuple", "Dict", "Any", "object", "Array", "ndarray"}


@dataclass(frozen=True)
class _Types:
    """Reads annotations that are types."""

    dims: Dims
    lists: bool
    classes: Classes

    def kind(self, node: ast.expr, name: str) -> Kind | None:
        """The kind of a value of a type; None where the type says nothing."""
        if isinstance(node, ast.Subscript):
            return self._generic(node, name)
        word = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self.classes(node.value, name)
        if isinstance(node, ast.Name) and (known := self.classes(node.id, name)) is not None:
            return known
        if word in DTYPES:
            dtype, exact = DTYPES[word]
            return Kind("number", dtype, (), exact=exact)
        if word in ("ndarray", "Array", "ArrayLike", "NDArray"):
            return Kind("array", "any", atom(f"shape of {name}"))
        if word in ("list", "List", "Sequence"):
            return Kind("list")
        if word in ("tuple", "Tuple"):
            return Kind("tuple")
        if word in ("dict", "Dict", "Mapping"):
            return Kind("dict")
        if word in ("str", "Callable", "bytes") or (isinstance(node, ast.Constant) and node.value is None):
            return OTHER
        return None

    def _generic(self, node: ast.Subscript, name: str) -> Kind | None:
        head = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if head == "Annotated" or head in HINTS:
            texts = [p.value for p in parts[1:] if isinstance(p, ast.Constant) and isinstance(p.value, str)]
            if not texts:
                return self.kind(parts[0], name)
            kind = _of_shape(_plain(texts[0].split()), name, self.dims, lists=False)
            if HINTS.get(head, "any") != "any":
                kind = replace(kind, dtype=HINTS[head])
            if head in ("Float32", "Float64"):
                kind = replace(kind, exact=head.lower())
            return kind
        if head == "NDArray":
            inner = self.kind(parts[0], name)
            dtype = inner.dtype if inner else "any"
            return Kind("array", dtype, atom(f"shape of {name}"), exact=inner.exact if inner else "")
        if head in ("list", "List", "Sequence"):
            return Kind("list", element=self.kind(parts[0], name))
        if head in ("tuple", "Tuple"):
            if len(parts) == 2 and isinstance(parts[1], ast.Constant) and parts[1].value is Ellipsis:
                return Kind("tuple", element=self.kind(parts[0], name))
            unknown = [Kind("tensor", "any", atom(f"shape of {name}[{i}]")) for i in range(len(parts))]
            items = [self.kind(p, f"{name}[{i}]") or unknown[i] for i, p in enumerate(parts)]
            return Kind("tuple", items=tuple(items))
        if head in ("dict", "Dict", "Mapping"):
            return Kind("dict", element=self.kind(parts[-1], name) if len(parts) == 2 else None)
        return OTHER if head == "Callable" else None


def _plain(words: list[str]) -> list[str]:
    """jaxtyping's marks, in our own words: `#N` may be 1, `*batch` is any number of dimensions."""
    out = []
    for word in words:
        if word.startswith("*"):
            out.append("...")
        elif word.startswith("#") or word == "_":
            out.append("_")
        else:
            out.append(word.split("=")[-1] if "=" in word else word)
    return out


def _of_shape(words: list[str], name: str, dims: Dims, lists: bool) -> Kind:
    dtype, exact = "any", ""
    if words and words[-1] in DTYPES:
        dtype, exact = DTYPES[words[-1]]
        words = words[:-1]
    sizes: list[Dim] = []
    unknown_rank = False
    for i, word in enumerate(words):
        if word.isdigit():
            sizes.append(int(word))
        elif word == "...":
            unknown_rank = True
        elif HALF.match(word):
            sizes.append(word)
        elif word == "_" or (SUM.match(word) and not WORD.match(word)):
            sizes.append(dims.fresh((name, i, word)))
        elif WORD.match(word):
            sizes.append(_product(word.split("*")))
        else:
            raise BadAnnotation(f"{word!r} is not a size")
    if unknown_rank:
        return Kind("array", dtype, atom(f"shape of {name}"), exact=exact)
    if lists and sizes:
        return _list_of(tuple(sizes), dtype)
    return array(tuple(sizes), dtype, exact)


def _product(factors: list[str]) -> str:
    """A product of sizes in the one way in which rules for shapes write it: `4*D*H`."""
    number = math.prod(int(factor) for factor in factors if factor.isdigit())
    symbols = sorted(factor for factor in factors if not factor.isdigit())
    return "*".join([str(number)] * (number != 1) + symbols)


def _list_of(sizes: tuple[Dim, ...], dtype: str) -> Kind:
    """Nested lists of numbers: what a shape means where there are no arrays."""
    if not sizes:
        return Kind("number", dtype)
    element = _list_of(sizes[1:], dtype)
    if isinstance(sizes[0], int):
        return Kind("list", dtype, items=(element,) * sizes[0], element=element)
    return Kind("list", dtype, element=element)
