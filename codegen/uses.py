"""What arguments are, by their annotations, and where these are silent by how they are used."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from codegen.infer import ARRAY_ATTRIBUTES, CONTAINERS, Inference
from codegen.kind import (
    BOOL,
    MOST_ITEMS,
    NUMBER,
    OTHER,
    BadAnnotation,
    Dims,
    Kind,
    atom,
    kind_of_annotation,
)
from codegen.knowledge import vocabulary
from codegen.lower import Bind, base
from codegen.problems import Problem, Refused, problem_at
from codegen.summary import Context, arguments, substituted_kind
from codegen.survey import Survey
from codegen.terms import RESIZING, Term, is_text, same

LIKE = ("copy_of", "zeros_of")  # what these make of a list is one
OPERATORS = ("+", "-", "*", "/", "**", "@", "neg")
ARRAYS = tuple(f"numpy.{word}" for word in ("array", "asarray", "zeros", "ones", "zeros_like", "ones_like"))
OF_ITEMS = tuple(f"builtins.{word}" for word in ("len", "list", "max", "min", "sorted", "sum", "tuple"))


class Arguments:
    """The kinds of a function's arguments."""

    rules: Inference

    def __init__(self, survey: Survey, context: Context, dims: Dims) -> None:
        self.survey, self.lowered, self.context, self.dims = survey, survey.lowered, context, dims
        self.problems: dict[Problem, None] = {}
        self.uses = survey.uses
        self.inside: list[str] = []
        self.fields = 0
        self.handed_on: set[str] = set()

    def _declared(self, text: str | None, name: str, node: ast.AST) -> Kind | None:
        if text is None:
            return None
        lists = not self.context.arrays
        try:
            kind = kind_of_annotation(text, name, self.dims, lists, self._of_class)
        except BadAnnotation as error:
            self._problem(
                "E007",
                node,
                f"the shape of {name} is not understood: {error}",
                'write sizes as in x: "N D", or "3 N"',
            )
            return None
        if kind is not None and kind.dtype == "complex":
            self._problem("E206", node, f"{name} is complex", "pass its real and imaginary parts")
        return kind

    def _of_class(self, word: str, name: str) -> Kind | None:
        """The kind of an instance of a class that holds values; sizes in it are its own."""
        record = self.context.module.records.get(word)
        if record is None or word in self.inside:
            return None
        self.inside.append(word)
        self.fields += len(record.fields)
        if self.fields > MOST_ITEMS:
            raise self._too_large(name.partition(".")[0], record.node)
        items = []
        for field in record.fields:
            whole = f"{name}.{field.name}"
            kind = self._declared(field.annotation, whole, record.node) or self._unknown(whole)
            if kind.form in ("list", "tuple", "dict") and kind.items is None:
                kind = replace(kind, element=kind.element or self._unknown(f"{whole}[]"))
            items.append(self._with_own_sizes(kind, name))
        self.inside.pop()
        keys = tuple(field.name for field in record.fields)
        return Kind("tuple", items=tuple(items), keys=keys, record=word)

    def _with_own_sizes(self, kind: Kind, name: str) -> Kind:
        """A field's kind with sizes that are those of one instance, and not of all."""
        if not kind.numeric or not isinstance(kind.shape, tuple):
            return kind
        own = (self.dims.fresh((name, size)) if isinstance(size, str) else size for size in kind.shape)
        return replace(kind, shape=tuple(own))

    def _guess(self, name: str, version: str, uses: tuple[Term, ...], default: ast.expr | None) -> Kind:
        """The kind of an argument that is not annotated, from how it is used."""
        if isinstance(default, ast.Constant) and isinstance(default.value, (bool, str)):
            return BOOL if isinstance(default.value, bool) else OTHER
        names = (version, *self.survey.lives_on.get(version, ()))
        called = any(self._from_call(name, one, self.uses.get(one, ())) is not None for one in names)
        apart = called or any(_is_unpacked(use) for use in uses)
        if apart and self.context.arrays and self._is_computed_with(version):
            return Kind("array", "any", atom(f"shape of {name}"))
        if any(_is_unpacked(use) and _is_name(use.args[0], version) for use in uses):
            return self._container(Kind("tuple", vague=self.context.arrays), name, version, uses)
        if self._is_copied_and_resized(version, uses):
            return self._container(Kind("list"), name, version, uses)
        if any(use.op == "index" and is_text(use.args[1]) and _is_name(use.args[0], version) for use in uses):
            return self._container(Kind("dict"), name, version, uses)
        if any(use.op == "gather" and self._has_keys_of(use, version) for use in uses):
            return self._container(Kind("dict"), name, version, uses)
        if (instance := self._by_fields(name, version, uses)) is not None:
            return instance
        fields = _fields(uses, version)
        if fields:
            items = tuple(self._unknown(f"{name}.{field}") for field in fields)
            return Kind("tuple", items=items, keys=fields)
        if any(_is_unpacked(use) for use in uses):
            return self._container(Kind("list", vague=self.context.arrays), name, version, uses)
        as_array = self._is_used_as_array(version)
        arithmetic = as_array or any(_is_arithmetic(use) for use in uses)
        listed = any(use.op == "call" and use.data in OF_ITEMS and len(use.args) == 1 for use in uses)
        indexed = any(use.op == "index" and not _is_place(use, version) for use in uses)
        listed = listed or indexed
        if listed and not self.context.arrays and not as_array:
            return self._container(Kind("list"), name, version, uses)
        if any(use.op == "user" for use in uses):
            kind = self._from_call(name, version, uses)
            if kind is not None:
                return kind
        if as_array or (self.context.arrays and indexed):
            vague = not arithmetic and name not in self.context.taken
            return Kind("array", "any", atom(f"shape of {name}"), vague=vague)
        if not self.context.arrays:
            return NUMBER
        copied = any(use.op == "helper" and use.data == "copy_of" for use in uses)  # which copies nests too
        return Kind("tensor", "any", atom(f"shape of {name}"), vague=copied and not arithmetic)

    def _is_copied_and_resized(self, version: str, uses: tuple[Term, ...]) -> bool:
        """Whether the length of a copy is changed: `dys = copy_of(dys)`, of which items are taken out."""
        if not any(use.op == "helper" and use.data in LIKE for use in uses):
            return False
        binds = [b for s in self.lowered.statements for b in s.binds]
        helped = (b for b in binds if b.term.op == "helper" and b.term.data in LIKE)
        copies = {b.version for b in helped if _is_name(b.term.args[0], version)}
        resized = {base(b.version) for b in binds if b.term.op == "write" and b.term.data in RESIZING}
        return any(base(copy) in resized for copy in copies)

    def _is_used_as_array(self, version: str) -> bool:
        """Whether a value is asked for what lists do not have, by this name or another."""
        names = (version, *self.survey.lives_on.get(version, ()))
        return any(_array_use(use, name) for name in names for use in self.uses.get(name, ()))

    def _is_computed_with(self, version: str) -> bool:
        """Whether a value is an operand, by this name or another, as no list or tuple is: `y + 0.5 * h`."""
        names = (version, *self.survey.lives_on.get(version, ()))
        uses = ((use, name) for name in names for use in self.uses.get(name, ()))
        return any(use.op in OPERATORS and self._is_operand(use, name) for use, name in uses)

    def _is_computed(self, version: str) -> bool:
        """Whether a value is no list or tuple, by the operation that gives it or one that takes it."""
        made = self.survey.made.get(version)
        given = made is not None and made.op in OPERATORS and self._is_no_list(made, made.op)
        return given or self._is_computed_with(version)

    def _is_operand(self, use: Term, name: str) -> bool:
        """Whether an operation of a name and something else is one of numbers and arrays."""
        others = [arg for arg in use.args if not _is_name(arg, name)]
        if len(others) == len(use.args):
            return False
        joins = use.op in ("+", "*")  # as lists may be
        return not joins or any(self._is_no_list(arg, use.op) for arg in others)

    def _is_no_list(self, term: Term, joined: str, depth: int = 0) -> bool:
        """Whether a value is seen to be no list or tuple, and no number that repeats one."""
        if term.op == "literal":
            return type(term.data) is float or (type(term.data) is int and joined == "+")
        if term.op == "name":
            made = self.survey.made.get(str(term.data))
            if made is not None:
                return depth < 20 and made.op != "phi" and self._is_no_list(made, joined, depth + 1)
            return str(term.data) in self.survey.floats
        if term.op in ("+", "*"):
            return any(self._is_no_list(arg, term.op, depth + 1) for arg in term.args)
        return term.op in OPERATORS or (term.op == "call" and str(term.data) in ARRAYS)

    def _by_fields(self, name: str, version: str, uses: tuple[Term, ...]) -> Kind | None:
        """An instance of the one class of the module that has all the fields that are read."""
        read = {str(use.data) for use in uses if use.op == "attr" and _is_name(use.args[0], version)}
        records = self.context.module.records.values()
        fits = [r.name for r in records if read and read <= {field.name for field in r.fields}]
        return self._of_class(fits[0], name) if len(fits) == 1 else None

    def _from_call(self, name: str, version: str, uses: tuple[Term, ...]) -> Kind | None:
        """A container that a callee takes is one here too."""
        return next(self._from_calls(name, version, uses), None)

    def _from_calls(self, name: str, version: str, uses: tuple[Term, ...]) -> Iterator[Kind]:
        """What each callee says of a container that it is given."""
        for use in uses:
            summary = self.context.summaries.get(str(use.data)) if use.op == "user" else None
            if summary is None:
                continue
            for parameter, arg in arguments(summary, use).items():
                kind = (
                    summary.kinds[summary.parameters.index(parameter)]
                    if parameter in summary.parameters
                    else None
                )
                taken = kind is not None and kind.form in ("tuple", "list", "dict")
                if kind is not None and taken and arg.op == "name" and arg.data == version:
                    yield substituted_kind(kind, {}, self.dims, ("argument", name))

    def _has_keys_of(self, gather: Term, version: str) -> bool:
        """Whether items are taken by the keys of a dict itself: `keys = list(d)`, `[d[k] for k in keys]`."""
        whole, keys = gather.args
        made = [b.term for s in self.lowered.statements for b in s.binds if b.version == keys.data]
        listed = any(term.op == "call" and term.data == "builtins.list" for term in made)
        return _is_name(whole, version) and listed and any(_is_name(a, version) for t in made for a in t.args)

    def _container(self, kind: Kind, name: str, version: str, uses: tuple[Term, ...]) -> Kind:
        """The kind of a container, with the items that the function reads."""
        if kind.form == "dict":
            read = self._dict_read(name, uses, lambda term: _is_name(term, version), version)
            gathered = any(use.op == "gather" and self._has_keys_of(use, version) for use in uses)
            unknown = kind.element or self._unknown(f"{name}[]")
            return replace(read, items=None, element=unknown) if gathered and not read.keys else read
        for use in uses:
            if _is_unpacked(use) and _is_name(use.args[0], version):
                items = [kind.element or self._unpacked(version, name, i) for i in range(use.data[1])]
                return replace(kind, items=tuple(items))
        if kind.element is not None:
            return kind
        inner = next((use for use in uses if _is_unpacked(use)), None)
        if inner is not None:
            count, arrays = inner.data[1], self.context.arrays
            items = [self._unknown(f"{name}[][{i}]") for i in range(count)]
            return replace(kind, element=Kind("tuple", items=tuple(items), vague=arrays))
        if not self.context.arrays:
            return replace(kind, element=self._item_of_lists(name, version, uses))
        return replace(kind, element=self._unknown(f"{name}[]"))

    def _by_item(self, declared: Kind | None, depth: int, name: str) -> Kind:
        """The kind of a dict of which only items are asked, all of one kind: what a list is."""
        element = None if declared is None else declared.element
        if depth > 1:
            element = self._by_item(element, depth - 1, f"{name}[]")
        return Kind("list", element=element or self._unknown(f"{name}[]"))

    def _item_of_lists(self, name: str, version: str, uses: tuple[Term, ...]) -> Kind:
        """The kind of the items of a list, by the deepest that is read of them, and how these are used."""
        binds = (b for s in self.lowered.statements for b in s.binds)
        named = [(b.version, _steps_into(b.term, version)) for b in binds]
        found = [
            _in_lists(self._guess(f"{name}{'[]' * steps}", item, self.uses.get(item, ()), None), steps - 1)
            for item, steps in named
            if steps
        ]
        found += [_in_lists(NUMBER, steps - 1) for steps in (_steps_into(u, version) for u in uses) if steps]
        return max(found, key=_depth, default=NUMBER)

    def _dict_read(
        self, name: str, uses: tuple[Term, ...], is_it: Callable[[Term], bool], version: str | None = None
    ) -> Kind:
        """A dict with the keys that the function reads, and those that its callees read."""
        mine = [
            use for use in uses if use.op == "index" and use.args[1].op == "literal" and is_it(use.args[0])
        ]
        items: dict[Any, Kind] = {}
        for use in mine:
            key = use.args[1].data
            inner = [u for u in uses if u.op == "index" and is_text(u.args[1]) and same(u.args[0], use)]
            if inner:
                items[key] = self._dict_read(f"{name}[{key!r}]", uses, _is_same(use))
            else:
                items[key] = self._unknown(f"{name}[{key!r}]")
        for theirs in self._from_calls(name, version, uses) if version is not None else ():
            if theirs.form == "dict" and theirs.items is not None:
                for key, item in zip(theirs.keys, theirs.items):
                    items.setdefault(key, item)
        return Kind("dict", items=tuple(items.values()), keys=tuple(items))

    def _handed_on(self, bind: Bind) -> None:
        """Remembers whether a name stands for what may be a nest."""
        self.handed_on.discard(bind.version)
        if not is_no_nest(self.rules.kind(bind.term)) and self._is_handed_on(bind.term):
            self.handed_on.add(bind.version)

    def _is_handed_on(self, term: Term) -> bool:
        """Whether a value is an argument, or an item of one, whatever it is called: it may be a nest."""
        if term.op == "name":
            return term.data in self.handed_on
        if term.op in ("phi", "if"):
            return any(map(self._is_handed_on, term.args))
        if term.op == "helper" and term.data in ("copy_of", "zeros_of"):  # which are of the form of that
            return self._is_handed_on(term.args[0])
        whole = self.rules.kind(term.args[0]) if term.op in ("index", "attr") else None
        if whole is not None:
            known = whole.form == "array" and not whole.vague
            return not known and (whole.form in CONTAINERS or self._is_handed_on(term.args[0]))
        return term.op == "user"

    def _indexed(self, version: str, kind: Kind) -> Kind:
        """The kind of what is indexed, or taken apart: an array, or a nest if nothing says it is one."""
        uses = self.uses.get(version, ())
        plain = self._is_used_as_array(version) or any(map(_is_arithmetic, uses))
        plain = plain or self._is_computed_with(version)
        if plain or not self.context.arrays or version not in self.handed_on:
            return replace(kind, form="array")
        apart = [use for use in uses if _is_unpacked(use) and _is_name(use.args[0], version)]
        if apart and version in self.survey.items and only_items(uses):
            return self._container(Kind("tuple", vague=True), base(version), version, uses)
        return replace(kind, form="array", vague=True)

    def _unpacked(self, version: str, name: str, position: int) -> Kind:
        """The kind of an item that is given a name, from how that name is used."""
        for statement in self.lowered.statements:
            for bind in statement.binds:
                term = bind.term
                if _is_item(term, version, position) and isinstance(term.data, tuple):
                    return self._guess(
                        f"{name}[{position}]", bind.version, self.uses.get(bind.version, ()), None
                    )
        for statement in self.lowered.statements:
            for bind in statement.binds:
                for term in bind.term.walk():
                    if (
                        term.op == "index"
                        and isinstance(term.data, tuple)
                        and _is_item(term.args[0], version, position)
                    ):
                        items = [self._unknown(f"{name}[{position}][{i}]") for i in range(term.data[1])]
                        return Kind("tuple", items=tuple(items))
        return self._unknown(f"{name}[{position}]")

    def _unknown(self, name: str) -> Kind:
        kind = Kind("tensor", "any", atom(f"shape of {name}"))
        return kind if self.context.arrays else NUMBER

    def _too_large(self, name: str, node: ast.AST) -> Refused:
        """That no more of a value can be looked at: what it holds is twice as much with each step."""
        message = f"{name} holds more than {MOST_ITEMS:,} values that are known one by one"
        return Refused([problem_at("E010", node, message, "make it an array, or a list that a loop fills")])

    def _problem(self, code: str, node: ast.AST, message: str, help_text: str) -> None:
        self.problems[problem_at(code, node, message, help_text)] = None


def _is_unpacked(use: Term) -> bool:
    """Whether a value is taken apart into names."""
    return use.op == "index" and isinstance(use.data, tuple)


def _fields(uses: tuple[Term, ...], version: str) -> tuple[str, ...]:
    """The names of the items of a named tuple of NumPy's, if a value is used as one."""
    names = {str(use.data) for use in uses if use.op == "attr" and _is_name(use.args[0], version)}
    known = set(vocabulary().fields.values()) if names - set(ARRAY_ATTRIBUTES) else set()
    return next((fields for fields in sorted(known) if names <= set(fields)), ())


def _is_arithmetic(use: Term) -> bool:
    """Whether a use would not do with a list, which can be added to one, or multiplied by an int."""
    wholes = {_whole_of(arg) for arg in use.args} if use.op == "*" else set()
    if len(wholes) == 1 and "" not in wholes:
        return True  # a list and a list, or an item of it
    literals = [type(arg.data) for arg in use.args if arg.op == "literal"]
    if use.op in ("+", "*") and (float in literals or (use.op == "+" and int in literals)):
        return True
    return use.op in ("-", "/", "**", "neg") or (use.op == "call" and str(use.data).startswith("numpy."))


def _whole_of(term: Term) -> str:
    """The version that a term is, or is an item or a part of."""
    while term.op == "index":
        term = term.args[0]
    return str(term.data) if term.op == "name" else ""


def _array_use(use: Term, version: str) -> bool:
    first = use.args[0] if use.args else None
    is_receiver = first is not None and first.op == "name" and first.data == version
    if use.op == "@" or (use.op == "method" and use.data == "dot"):
        return True
    if use.op == "index":
        index = use.args[1]
        return index.op in ("slice", "tuple") or (index.op == "literal" and index.data is None)
    if not is_receiver:
        return False
    of_arrays = use.op == "method" and use.data not in ("count", "index")  # which only lists have
    return of_arrays or (use.op == "attr" and use.data in ARRAY_ATTRIBUTES)


def only_items(uses: tuple[Term, ...]) -> bool:
    """Whether a value is used as a list is, item by item."""
    return all(
        (use.op == "index" and use.args[1].op == "literal" and isinstance(use.args[1].data, int))
        or (use.op == "index" and isinstance(use.data, tuple))
        or (use.op == "call" and use.data in ("builtins.sum", "builtins.len"))
        or use.op in ("tuple", "list", "user")
        for use in uses
    )


def is_no_nest(kind: Kind) -> bool:
    """Whether a value is known to be a number, an array, or nothing that has items."""
    return kind.form in ("number", "other") or (kind.form == "array" and not kind.vague)


def _is_name(term: Term, version: str) -> bool:
    return term.op == "name" and term.data == version


def _is_place(use: Term, version: str) -> bool:
    """Whether a value is only the index of something else."""
    whole = use.args[0]
    while whole.op == "index":
        whole = whole.args[0]
    return not _is_name(whole, version) and any(_is_name(term, version) for term in use.args[1].walk())


def _steps_into(term: Term, version: str) -> int:
    """How many indices are taken of a list, one of the other, to get to a term; 0 for another term."""
    steps = 0
    while term.op == "index":
        steps, term = steps + (term.args[1].op != "slice"), term.args[0]
    return steps if _is_name(term, version) else 0


def _in_lists(kind: Kind, count: int) -> Kind:
    """A list of lists of such, so many in each other."""
    return Kind("list", element=_in_lists(kind, count - 1)) if count > 0 else kind


def _depth(kind: Kind) -> int:
    """How deep the lists and tuples are in each other that a value is made of."""
    parts = (*(kind.items or ()), *([kind.element] if kind.element is not None else []))
    return 1 + max(map(_depth, parts), default=0) if kind.form in CONTAINERS else 0


def _is_same(other: Term) -> Callable[[Term], bool]:
    return lambda term: same(term, other)


def _is_item(term: Term, version: str, position: int) -> bool:
    """Whether a term is that item of that version."""
    if term.op != "index" or term.args[0].op != "name" or term.args[0].data != version:
        return False
    return bool(term.args[1].data == position)
