"""What a gate gives: the kind of its output, or outputs, from its return annotation."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from codegen import knowledge
from codegen.kind import COMPLEX, DISCRETE, NUMBER, Dims, Kind, Shape, array, atom, is_complex, promote
from codegen.match import Candidate
from codegen.suits import VALUES, is_shape, rule_argument, suits_shape
from codegen.summary import Context, show_shape
from codegen.terms import Term

HOLDING = tuple(
    f"builtins.{word}"
    for word in ("dict", "enumerate", "filter", "list", "map", "reversed", "set", "sorted", "tuple", "zip")
)


class Results:
    """The layer of the inference that reads what gates say of what they give."""

    context: Context
    dims: Dims
    problem: Callable[[str, ast.AST, str, str], None]

    def kind(self, term: Term) -> Kind:
        """What a term's value is: the layer above."""
        raise NotImplementedError

    def _unknown(self, term: Term) -> Kind:
        maybe = self.context.complex or any(is_complex(self.kind(arg)) for arg in term.args)
        maybe = maybe or knowledge.vocabulary().gives_complex(str(term.data))
        holds = (term.op == "opaque" and term.data != "Lambda") or (
            term.op == "call" and term.data in HOLDING
        )  # other values
        if not self.context.arrays and term.op != "user" and not holds:
            return COMPLEX if maybe else NUMBER
        dtype = "complex" if maybe else _discrete(term, map(self.kind, term.args)) or "any"
        return Kind("tensor", dtype, atom(self.dims.fresh(("term", term.uid))))

    def _contradiction(self, term: Term, kinds: list[Kind]) -> None:
        shapes = " and ".join(show_shape(k.shape) for k in kinds)
        self.problem(
            "E204", term.node, f"shapes that do not fit each other: {shapes}", "see their annotations"
        )

    def _result(self, choice: Candidate, term: Term) -> Kind:
        """The kind of what a gate gives."""
        gate = choice.gate
        if gate.listed:
            return self._result_list(choice, term)
        if not gate.unpacked:
            return self._output(choice, term, gate.result, (term.uid,))
        items = (
            self._output(choice, term, gate.written_for(output), (term.uid, i))
            for i, output in enumerate(gate.outputs)
        )
        return Kind("tuple", items=tuple(items), keys=knowledge.vocabulary().fields.get(str(term.data), ()))

    def _output(self, choice: Candidate, term: Term, result: ast.expr | None, key: tuple[int, ...]) -> Kind:
        """The kind of an output from what the annotation says of it; `key` tells outputs apart."""
        gate = choice.gate
        kinds = {slot.name: self.kind(choice.bound[slot.name]) for slot in gate.slots}
        numeric = [k for k in kinds.values() if k.numeric]
        dtype, rule = _result_dtype(result)
        if dtype in kinds:
            dtype = kinds[dtype].dtype
        elif dtype == "":
            dtype = self._dtype(term, choice, kinds)
        if rule is None:
            values = [s.name for s in gate.slots if s.fits in VALUES or is_shape(s.fits)]
            operands = [kinds[name] for name in values if kinds[name].numeric]
            if term.spelled.split(".")[0] in knowledge.vocabulary().scalar or (not operands and not numeric):
                return Kind("number", dtype)
            shape = self.dims.broadcast([k.shape for k in operands or numeric])
            if shape is None:
                self._contradiction(term, operands)
                return self._unknown(term)
            exact = (
                operands[0].exact
                if operands and len({k.exact for k in operands if k.shape != ()}) == 1
                else ""
            )
            return Kind(form_of(operands or numeric, shape), dtype, shape, exact=exact)
        if isinstance(rule, str):
            return array(self._spelled_shape(rule.split(), choice, kinds, term), dtype)
        return self._of_rule(self._by_rule(rule, choice), rule, kinds, dtype, key)

    def _result_list(self, choice: Candidate, term: Term) -> Kind:
        """The kind of a list of arrays, of which the annotation gives the shapes, and maybe the number."""
        result, bound = choice.gate.result, choice.bound
        kinds = {slot.name: self.kind(bound[slot.name]) for slot in choice.gate.slots}
        dtype, unknown = self._dtype(term, choice, kinds), knowledge.shape_rules()["UNKNOWN"]
        if isinstance(result, ast.BinOp):
            (rule,) = result.left.elts  # type: ignore[attr-defined]
            element = self._of_rule(self._by_rule(rule, choice), rule, kinds, dtype, (term.uid,))
            count = self._by_rule(result.right, choice)
            items = (element,) * count if isinstance(count, int) and count > 0 else None
            return Kind("list", items=items, element=element)
        rule = result.slice  # type: ignore[union-attr]
        shapes = self._by_rule(rule, choice)
        if shapes is unknown:
            return Kind("list")
        found = (self._of_rule(s, rule, kinds, dtype, (term.uid, i)) for i, s in enumerate(shapes))
        return Kind("list", items=tuple(found))

    def _dtype(self, term: Term, choice: Candidate, kinds: Mapping[str, Kind]) -> str:
        operands = [
            k
            for s, k in zip(choice.gate.slots, kinds.values())
            if k.numeric and s.fits not in ("int", "bool", "object") and not s.fits.startswith("size ")
        ]
        dtype = promote(operands)
        if any(is_complex(kind) for kind in kinds.values()):
            return "complex"
        if discrete := _discrete(term, kinds.values()):
            return discrete
        if term.op in ("/", "**"):
            return "float" if term.op == "/" or dtype == "float" else "any"
        if term.op != "call" or choice.gate.views or dtype == "float":
            return dtype
        return (
            "any" if dtype == "int" else "float" if choice.gate.elementwise and choice.gate.lines else dtype
        )

    def _spelled_shape(
        self, words: list[str], choice: Candidate, kinds: Mapping[str, Kind], term: Term
    ) -> Shape:
        sizes: dict[str, Any] = {}
        for slot in choice.gate.slots:
            if slot.fits.startswith("shape"):
                suits_shape(kinds[slot.name], slot.fits[5:].split(), sizes)
        return tuple(int(w) if w.isdigit() else sizes.get(w, self.dims.fresh((term.uid, w))) for w in words)

    def _by_rule(self, rule: ast.expr, choice: Candidate) -> Any:
        """What a rule of `templates/shapes.py` says of a gate's parameters."""
        rules = knowledge.shape_rules()
        fits = {slot.name: slot.fits for slot in choice.gate.slots}

        def value(node: ast.expr) -> Any:
            if isinstance(node, ast.Name):
                return rule_argument(self.kind(choice.bound[node.id]), fits[node.id], rules["UNKNOWN"])
            return ast.literal_eval(node)

        if not isinstance(rule, ast.Call):
            return value(rule)
        if self._is_one_size(rule, choice):
            return (rules["UNKNOWN"],)
        return rules[rule.func.id](  # type: ignore[attr-defined]
            *[value(a) for a in rule.args], **{k.arg: value(k.value) for k in rule.keywords if k.arg}
        )

    def _is_one_size(self, rule: ast.Call, choice: Candidate) -> bool:
        """Whether a shape is spelled by one whole number that is not known: there is one axis then."""
        names = [arg.id for arg in rule.args if isinstance(arg, ast.Name)]
        kinds = [self.kind(choice.bound[name]) for name in names]
        filled = isinstance(rule.func, ast.Name) and rule.func.id == "filled" and len(kinds) == 1
        return filled and kinds[0].form == "number" and kinds[0].dtype == "int" and kinds[0].value is None

    def _of_rule(
        self, shape: Any, rule: ast.expr, kinds: Mapping[str, Kind], dtype: str, key: tuple[int, ...]
    ) -> Kind:
        """The kind of an array whose shape a rule gives; what the rule does not know has symbols."""
        unknown = knowledge.shape_rules()["UNKNOWN"]
        if shape is unknown:
            names = [a.id for a in rule.args if isinstance(a, ast.Name)]  # type: ignore[attr-defined]
            if len(names) == 1 and rule.func.id == "same":  # type: ignore[attr-defined]
                return replace(kinds[names[0]], dtype=dtype)
            asked = ("rule", ast.dump(rule), tuple(kinds[n] for n in names), *key[1:])
            return Kind("tensor", dtype, atom(self.dims.fresh(asked)))
        fixed = tuple(self.dims.fresh((*key, i)) if d is unknown else d for i, d in enumerate(shape))
        return array(fixed, dtype)


def _result_dtype(result: ast.expr | None) -> tuple[str, Any]:
    """A gate's return annotation, taken apart: the entries' type, or whose it is, and the shape."""
    if isinstance(result, ast.Name) and result.id in ("int", "bool", "float", "complex"):
        return result.id, None
    if isinstance(result, ast.Subscript) and isinstance(result.value, ast.Name):
        return result.value.id, result.slice.value if isinstance(result.slice, ast.Constant) else result.slice
    if isinstance(result, ast.Constant):
        return "", str(result.value)
    return "", result


def _discrete(term: Term, kinds: Iterable[Kind]) -> str:
    """The type of the entries of what is made of ints and bools, and keeps their type; else nothing."""
    if term.data not in knowledge.vocabulary().of_operands or "dtype" in term.keys:
        return ""
    entries = [entry for kind in kinds for entry in _entries(kind)]
    whole = any(entry.dtype == "int" for entry in entries)
    return "" if promote(entries) not in DISCRETE else "int" if whole else "place"


def _entries(kind: Kind) -> Iterator[Kind]:
    """What an array of a value has entries of: numbers and arrays, also in lists and tuples."""
    inside = kind.items if kind.items is not None else (kind.element or NUMBER,)
    if kind.form in ("list", "tuple"):
        yield from (entry for item in inside for entry in _entries(item))
    elif kind.form != "other":
        yield kind if kind.numeric and not kind.vague else NUMBER


def form_of(kinds: list[Kind] | tuple[Kind, ...], shape: Shape) -> str:
    """Whether a value of this shape, computed from these, is a number, an array, or either."""
    if shape == ():
        return "number"
    if isinstance(shape, tuple):
        return "array"
    return "array" if any(k.form == "array" for k in kinds) else "tensor"


def is_dict_of_lists(term: Term) -> bool:
    """Whether a term is `dict(zip(keys, values))`."""
    inner = term.args[0] if len(term.args) == 1 and term.data == "builtins.dict" else None
    return inner is not None and inner.data == "builtins.zip" and len(inner.args) == 2
