"""The kind of a term from the kinds of the names in it; which gate it is, among those that match."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from codegen import knowledge
from codegen.holders import Holders
from codegen.indexing import index_shape, is_basic, parts_of
from codegen.items import made_array, with_items
from codegen.kind import (
    BOOL,
    COMPLEX,
    DTYPES,
    FLOAT,
    INT,
    NOTHING_YET,
    NUMBER,
    OTHER,
    Dims,
    Kind,
    array,
    atom,
    int_of,
    is_complex,
    join,
    of_one,
    promote,
)
from codegen.lower import base
from codegen.match import Candidate, candidates
from codegen.parse import Module
from codegen.results import form_of, is_dict_of_lists
from codegen.suits import may_be_list, suits
from codegen.summary import Context, arguments, bind_symbols, substituted_kind
from codegen.terms import Meaning, Reader, Term, is_text

COMPLEX_HELP = "take the real or imaginary part first, or the absolute value"
ARRAY_ATTRIBUTES = ("T", "at", "shape", "ndim", "size", "dtype")
CONTAINERS = ("tuple", "list", "dict")
OF_LISTS = ("builtins.", "math.")  # what takes a list of any length for one
SUMS = ("builtins.sum", "math.fsum")
OPERATORS = ("+", "-", "*", "/", "**", "//", "%", "&", "|", "^", "<<", ">>", "invert", "neg", "pos")
WHOLE = ("&", "|", "^", "<<", ">>", "invert")
CHOOSING = ("builtins.max", "builtins.min", "builtins.sorted")
BISECTIONS = ("bisect.bisect", "bisect.bisect_left", "bisect.bisect_right")
INTEGER_CALLS = ("builtins.len", "builtins.int", "builtins.ord", "builtins.hash", *BISECTIONS)
BOOLEAN_CALLS = ("builtins.isinstance", "builtins.bool", "builtins.callable", "builtins.any", "builtins.all")


class Inference(Holders):
    """The kind of a term from the kinds of names; remembers which gate each term is."""

    def __init__(
        self,
        context: Context,
        dims: Dims,
        lookup: Callable[[str], Kind | None],
        demand: Callable[[Term, Kind], None] = lambda term, kind: None,
        problem: Callable[[str, ast.AST, str, str], None] = lambda *_: None,
        fused: Mapping[int, tuple[Candidate, ...]] = MappingProxyType({}),
    ) -> None:
        self.context, self.dims, self.lookup = context, dims, lookup
        self.demand, self.problem, self.fused = demand, problem, fused
        self.kinds: MutableMapping[int, Kind] = {}
        self.chosen: dict[int, Candidate] = {}
        self.made: dict[int, tuple[Term, ...]] = {}
        self.array_of: dict[int, Term] = {}
        self.rows: dict[int, Term] = {}  # of lists, for the walks to come: their shapes are theirs
        self.matched: dict[Term, tuple[Candidate, ...]] = {}
        self.arrays: set[int] = set()
        self.varying: set[int] = set()
        self.undecided: dict[int, str] = {}
        self.numbers: set[int] = set()
        self.nests: frozenset[int] = frozenset()
        self.keyed: frozenset[str] = frozenset()
        self.given: frozenset[str] = frozenset()

    def take_over(self, other: Inference) -> None:
        """Knows of terms what another has found of them, from the same kinds of names."""
        self.kinds, self.chosen, self.made = other.kinds, other.chosen, other.made
        self.array_of, self.matched, self.arrays = other.array_of, other.matched, other.arrays
        self.undecided = other.undecided

    def kind(self, term: Term) -> Kind:
        """What a term's value is."""
        if term.uid not in self.kinds:
            method = getattr(self, f"_{term.op}", None)
            self.kinds[term.uid] = method(term) if method else self._operation(term)
        return self.kinds[term.uid]

    def _name(self, term: Term) -> Kind:
        kind = self.lookup(term.data)
        assert kind is not None, f"{term.data} is read before anything is known of it"
        return kind

    def _phi(self, term: Term) -> Kind:
        found = (self.lookup(arg.data) for arg in term.args)
        kind = NOTHING_YET
        for other in found:
            kind = kind if other is None else join(kind, other, self.dims, term.uid)
        anew = term.data == "earlier" and kind != NOTHING_YET
        return of_one(kind, self.dims, term.uid) if anew else kind

    def _position(self, term: Term) -> Kind:
        for arg in term.args:
            self.kind(arg)
        return INT

    def _literal(self, term: Term) -> Kind:
        value = term.data
        if isinstance(value, bool):
            return replace(BOOL, value=value)
        if isinstance(value, int):
            return int_of(value)
        if isinstance(value, float):
            return FLOAT
        if isinstance(value, complex):
            return COMPLEX
        return replace(_of_type(value) if isinstance(value, str) else OTHER, value=value)

    def _global(self, term: Term) -> Kind:
        word = str(term.data).split(".")[-1]
        if word in ("pi", "e", "inf", "nan", "tau", "euler_gamma"):
            return FLOAT
        return _of_type(word)

    def _constant(self, term: Term) -> Kind:
        of_class, _, name = str(term.data).rpartition(".")
        if of_class:
            return self._shared(of_class, name) or OTHER
        statement = self.context.module.constants.get(name)
        value = getattr(statement, "value", None)
        if value is None:
            return OTHER
        return self._of_module(value)

    def _shared(self, record: str, name: str) -> Kind | None:
        """The kind of a value of a class, which is the same for all instances; it may be changed."""
        value = shared(self.context.module, record, name)
        return None if value is None else replace(self._of_module(value), value=None)

    def _of_module(self, value: ast.expr) -> Kind:
        reader = Reader(lambda node: _module_meaning(node, self.context.module))
        return self.kind(reader.read(value))

    def _unbound(self, term: Term) -> Kind:
        return self._unknown(term)

    def _function(self, term: Term) -> Kind:
        return OTHER

    def _builtin(self, term: Term) -> Kind:
        return _of_type(str(term.data).rpartition(".")[2])

    def _compare(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        for arg in term.args if any(is_text(arg) for arg in term.args) else ():
            self.demand(arg, OTHER)  # a number is equal to no text
        if all(k.numeric for k in kinds) and not {"is", "is not", "in", "not in"} & set(term.data):
            return replace(self._elementwise(term, kinds), dtype="bool")
        return BOOL

    def _and(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        return (
            kinds[0]
            if all(k == kinds[0] for k in kinds)
            else replace(self._unknown(term), dtype=promote(kinds))
        )

    _or = _and

    def _not(self, term: Term) -> Kind:
        self.kind(term.args[0])
        return BOOL

    def _if(self, term: Term) -> Kind:
        self.kind(term.args[0])
        return join(self.kind(term.args[1]), self.kind(term.args[2]), self.dims, term.uid)

    def _slice(self, term: Term) -> Kind:
        for arg in term.args:
            self.kind(arg)
            self.demand(arg, INT)
        return OTHER

    def _opaque(self, term: Term) -> Kind:
        if term.data == "DictComp":
            return Kind("dict")
        return OTHER if term.data == "JoinedStr" else self._unknown(term)

    def _attr(self, term: Term) -> Kind:
        choice = self._choose(term)
        if choice is not None:
            return self._result(choice, term)
        kind, name = self.kind(term.args[0]), term.data
        if kind.form == "tuple" and kind.items is not None and name in kind.keys:
            return kind.items[kind.keys.index(name)]
        if (of_class := self._shared(kind.record, name)) is not None:
            return of_class
        if name in ARRAY_ATTRIBUTES and kind.form == "tensor":
            self.demand(term.args[0], Kind("array"))
        if name in ("shape", "ndim", "size"):
            return self._of_shape(kind, name)
        if name == "dtype":
            return replace(OTHER, dtype="complex" if is_complex(kind) else kind.dtype)
        return self._unknown(term)

    def _of_shape(self, kind: Kind, name: str) -> Kind:
        """The kind of a shape, a rank or a size."""
        shape = kind.shape if isinstance(kind.shape, tuple) and kind.numeric else None
        if name == "shape":
            if shape is None:
                return Kind("tuple", "int", element=INT)
            return Kind("tuple", items=tuple(int_of(d) for d in shape), value=shape)
        return int_of(len(shape)) if shape is not None and name == "ndim" else INT

    def _index(self, term: Term) -> Kind:
        base_kind, index = self.kind(term.args[0]), term.args[1]
        if base_kind == NOTHING_YET:
            return NOTHING_YET
        index_kind = self.kind(index)
        whole = term.args[0]
        while whole.op == "index":
            whole = whole.args[0]
        by_key = whole.op == "name" and base(str(whole.data)) in self.keyed
        for part in parts_of(index):
            while part.op == "index" and self.kind(part).dtype == "any" and not self.may_be_of_several(part):
                part = part.args[0]  # what a part of an index is, all of it is
            part_kind = self.kind(part)
            if (
                part.op == "name"
                and part_kind.numeric
                and part_kind.dtype == "any"
                and base_kind.form != "other"
                and not (by_key and str(part.data) not in self.given)  # any number may be a key
            ):
                self.demand(part, Kind("tensor", "place"))
        if base_kind.form in ("tuple", "list") and index.op == "slice":
            return self._items(base_kind, index)
        if base_kind.form in ("tuple", "list", "dict"):
            return self._item(base_kind, index_kind, term)
        if base_kind.numeric:
            return self._indexed(base_kind, term)
        return self._unknown(term)

    def _indexed(self, kind: Kind, term: Term) -> Kind:
        """The kind of part of an array."""
        index = term.args[1]
        parts = parts_of(index)
        if kind.form == "tensor":
            self.demand(term.args[0], Kind("array"))
        shape = index_shape(kind.shape, parts, self) if isinstance(kind.shape, tuple) else None
        if shape is None and term.uid in self.numbers:
            shape = ()
        if shape is None:
            basic = all(is_basic(p, self) for p in parts)
            key = ("index", kind.shape, ast.dump(index.node)) if basic else term.uid
            vague = kind.vague and term.uid in self.nests
            sliced = any(part.op == "slice" for part in parts) and not kind.vague  # an axis is left
            form = "array" if sliced else "tensor"
            return Kind(form, kind.dtype, atom(self.dims.fresh(key)), exact=kind.exact, vague=vague)
        return array(shape, kind.dtype, kind.exact)

    def _user(self, term: Term) -> Kind:
        for arg in term.args:
            self.kind(arg)
        summary = self.context.summaries.get(str(term.data))
        if summary is None:
            return self._unknown(term)
        given = arguments(summary, term)
        for arg in given.values():
            if is_complex(self.kind(arg)):
                text = f"a complex value is given to {summary.name}, whose arguments are real"
                self.problem("E206", arg.node, text, COMPLEX_HELP)
        symbols: dict[str, Any] = {}
        for name, kind in zip(summary.parameters, summary.kinds):
            if name in given:
                if self.kind(given[name]).form not in CONTAINERS:  # which have no shape
                    bind_symbols(kind.shape, self.kind(given[name]).shape, symbols)
                if kind.discrete and kind.dtype == "int":
                    self.demand(given[name], INT)
                if kind.form in CONTAINERS and self.kind(given[name]).form == "tensor":
                    self.demand(given[name], substituted_kind(kind, {}, self.dims, ("given", term.uid, name)))
        outputs = tuple(
            substituted_kind(k, symbols, self.dims, (term.uid, i)) for i, k in enumerate(summary.outputs)
        )
        return outputs[0] if len(outputs) == 1 else Kind("tuple", items=outputs)

    def _method(self, term: Term) -> Kind:
        if (
            term.args
            and self.kind(term.args[0]).form == "tensor"
            and term.data in ("dot", "flatten", "astype", "copy")
        ):
            self.demand(term.args[0], Kind("array"))
        whole = term.args[0]
        is_list = whole.op == "call" and whole.data == "builtins.list"  # whatever that is of
        if term.data in ("index", "count") and (is_list or self.kind(whole).form in ("list", "tuple")):
            for arg in term.args[1:]:
                self.kind(arg)
            return INT
        if is_replaced(term, self.kind(term.args[0])):
            own = self.kind(term.args[0])
            new = dict(zip(term.keys[1:], map(self.kind, term.args[1:])))
            return replace(own, items=tuple(new.get(k, item) for k, item in zip(own.keys, own.items or ())))
        return self._operation(term)

    def _helper(self, term: Term) -> Kind:
        if term.data == "copy_of" or (term.data == "zeros_of" and self.kind(term.args[0]).form == "list"):
            return self.kind(term.args[0])
        if term.data == "in_form_of":
            self.kind(term.args[1])
            return Kind("array", "any", atom(self.dims.fresh(("form", term.uid))), vague=True)
        return self._operation(term)

    def _call(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        if term.data in ("numpy.shape", "numpy.ndim", "numpy.size") and len(term.args) == 1:
            return self._of_shape(kinds[0], str(term.data).rpartition(".")[2])
        if term.data == "builtins.list" and [k.form for k in kinds] == ["dict"]:
            return Kind("list", element=OTHER)  # its keys
        if term.data in ("builtins.list", "numpy.copy") and [k.form for k in kinds] == ["list"]:
            return replace(kinds[0], value=None)
        if is_dict_of_lists(term) and self.kind(term.args[0].args[1]).form == "list":
            values = self.kind(term.args[0].args[1])
            return Kind("dict", element=values.element or (values.items or (self._unknown(term),))[0])
        if term.data in INTEGER_CALLS:
            if term.data == "builtins.len" and kinds and isinstance(kinds[0].shape, tuple) and kinds[0].shape:
                return int_of(kinds[0].shape[0])
            return INT
        by_key = term.data == "builtins.sorted" or "key" in term.keys
        if term.data in CHOOSING and by_key and term.keys.count("") == 1:
            element = INT if term.args[0].data == "builtins.range" else _discrete_item(kinds[0])
            if element is not None:
                return Kind("list", element=element) if term.data == "builtins.sorted" else element
        if term.data == "builtins.float" and kinds and kinds[0].form == "other":
            if term.args[0].op == "literal":  # float("inf")
                return FLOAT
            text = "a number is read back from a text, and a gradient cannot follow"
            self.problem("E201", term.node, text, "compute with the number itself")
        if term.data in BOOLEAN_CALLS:
            return BOOL
        if term.data in SUMS and len(term.args) == 1 and not kinds[0].numeric:
            return (
                FLOAT if term.data == "math.fsum" and kinds[0].form == "list" else self._sum(term, kinds[0])
            )
        return self._operation(term)

    def _sum(self, term: Term, kind: Kind) -> Kind:
        if kind.items:
            shape = self.dims.broadcast([k.shape for k in kind.items])
            if shape is not None and all(k.numeric for k in kind.items):
                return Kind(form_of(kind.items, shape), promote(kind.items), shape)
        if kind.element is not None and kind.element.form == "number":
            return kind.element
        return self._unknown(term)

    def may_be_of_several(self, item: Term) -> bool:
        """Whether an item may stand beside items of other types, as in a tuple."""
        whole = self.kind(item.args[0])
        apart = isinstance(item.data, tuple) or item.args[1].op == "literal"
        known = whole.form == "array" and isinstance(whole.shape, tuple)
        return apart and (whole.vague or not known)

    def _operation(self, term: Term) -> Kind:
        kinds = [self.kind(arg) for arg in term.args]
        if [kind for kind in kinds if kind.form == "tensor" and kind == NOTHING_YET]:
            return NOTHING_YET
        choice = self._choose(term)
        if choice is not None:
            return self._result(choice, term)
        if term.op not in OPERATORS:
            return self._unknown(term)
        for arg, kind in zip(term.args, kinds) if term.op in WHOLE else ():
            if kind.dtype == "any":
                self.demand(arg, Kind("tensor", "place"))
        if term.op == "*" and kinds[0].form == "list":
            return Kind("list", element=kinds[0].element or next(iter(kinds[0].items or ()), None))
        if term.op == "+" and [k.form for k in kinds] == ["list", "list"]:
            return self._joined(kinds, term)
        if any(k.form in ("tuple", "list") for k in kinds):
            nest = next(k for k in kinds if k.form in ("tuple", "list"))
            return Kind(nest.form, "int" if nest.dtype == "int" else "any")
        return self._elementwise(term, kinds) if any(k.numeric for k in kinds) else self._unknown(term)

    def _elementwise(self, term: Term, kinds: list[Kind]) -> Kind:
        kinds = [k for k in kinds if k.numeric]
        shape = self.dims.broadcast([k.shape for k in kinds])
        if shape is None:
            self._contradiction(term, kinds)
            return self._unknown(term)
        dtype = promote(kinds)
        dtype = "float" if term.op == "/" and dtype != "complex" else dtype
        if term.op in (*WHOLE, "+", "*") and shape != () and all(k.dtype == "bool" for k in kinds):
            dtype = "bool"
        return Kind(form_of(kinds, shape), dtype, shape)

    def _choose(self, term: Term) -> Candidate | None:
        """The first candidate that fits; failing that, the only one that may."""
        maybe: list[Candidate] = []
        clash: Candidate | None = None
        found = [*self.fused.get(term.uid, ()), *self._candidates(term)]
        for candidate in sorted(found, key=lambda c: c.gate.rank):
            verdicts = self._verdicts(candidate, term)
            if all(v == "yes" for v in verdicts):
                maybe = [candidate]
                break
            if "clash" in verdicts and "no" not in verdicts:
                clash, maybe = candidate, []
                break
            if all(v in ("yes", "maybe") for v in verdicts) and _asks(candidate) not in map(_asks, maybe):
                maybe.append(candidate)
        if not maybe and clash is not None:
            self._contradiction(term, [self.kind(clash.bound[s.name]) for s in clash.gate.slots])
        if len(maybe) == 1 and self._guesses_type(maybe[0]):
            self.undecided[term.uid] = "type"
            return None
        if len(maybe) > 1:
            by_type = any(slot.fits == "real" for candidate in maybe for slot in candidate.gate.slots)
            self.undecided[term.uid] = "type" if by_type else "shape"
        if len(maybe) != 1:
            return None
        choice = maybe[0]
        self.chosen[term.uid] = choice
        for slot in choice.gate.slots:
            self._tell(choice.bound[slot.name], slot.fits, term)
        return choice

    def _guesses_type(self, candidate: Candidate) -> bool:
        """Whether a gate is for complex values, and nothing says what these are."""
        kinds = [self.kind(candidate.bound[s.name]) for s in candidate.gate.slots if s.fits == "complex"]
        return any(kind.dtype == "any" for kind in kinds) and not any(map(is_complex, kinds))

    def _candidates(self, term: Term) -> list[Candidate]:
        """The gates that match a term; the arrays that NumPy makes of lists are made explicit.

        A method of a class that holds values is none of an array's, whatever its name.
        """
        if any(self.kind(arg).record for arg in term.args):
            return []
        meant = with_items(term, self)
        made = {arg.uid: arg for arg, old in zip(meant.args, term.args) if arg is not old}
        self.matched[meant] = self.matched.get(meant) or candidates(meant, self.context.gates)
        found = []
        for candidate in self.matched[meant]:
            bound, lists = dict(candidate.bound), False
            for slot in candidate.gate.slots:
                own = term.uid in self.arrays and bound[slot.name] in term.args
                own = own or self._is_for_lists(term, bound[slot.name])
                if may_be_list(slot.fits) and not own and not self._is_of_lists(term):
                    bound[slot.name] = array = self._made_array(bound[slot.name])
                    if array is not candidate.bound[slot.name]:
                        made[array.uid], lists = array, True
            found.append(replace(candidate, bound=bound) if lists else candidate)
        if made:
            self.made[term.uid] = tuple(made.values())
        return found

    def _is_for_lists(self, term: Term, operand: Term) -> bool:
        """Whether a list stays one in a term: it has a method called, or one of any length is for Python."""
        kind = self.kind(operand)
        asked = not term.spelled and bool(term.args) and term.args[0] is operand
        if asked and term.op in ("attr", "call", "method") and kind.form in ("list", "tuple"):
            return True
        return kind.items is None and str(term.data).startswith(OF_LISTS)

    def _is_of_lists(self, term: Term) -> bool:
        """Whether an operator has lists and numbers for operands: Python repeats and joins those."""
        forms = {self.kind(arg).form for arg in term.args}
        return term.op in OPERATORS and not forms & {"array", "tensor"}

    def _made_array(self, term: Term) -> Term:
        """The term of the array that NumPy makes of a list, the same one each time."""
        if term.uid not in self.array_of:
            made, before = made_array(term, self), self.rows.get(term.uid)
            known = before is not None and before.args == made.args
            self.array_of[term.uid] = made = before if before is not None and known else made
            if made.args == (term,):
                self.rows[term.uid] = made
        array = self.array_of[term.uid]
        if array is not term:
            self.arrays.add(array.uid)
        return array

    def _tell(self, term: Term, fits: str, whole: Term) -> None:
        """What a gate says of its inputs is learnt by them."""
        kind = self.kind(term)
        scalar = whole.spelled.split(".")[0] in knowledge.vocabulary().scalar
        if kind.form == "tensor" and (fits == "float" or (scalar and fits == "")):
            self.demand(term, NUMBER)
        elif fits in ("tuple", "int | tuple", "object") and term.op in ("tuple", "list"):
            for arg in term.args:
                self._tell(arg, "object" if fits == "object" else "int | tuple", whole)
        elif fits in ("int", "int | tuple") and kind.dtype in ("any", "place") and kind.numeric:
            self.demand(term, INT)
        elif fits == "bool" and kind.dtype == "any":
            self.demand(term, BOOL)
        elif fits == "object":
            self.demand(term, OTHER)
        elif fits.endswith((" int", " bool")):
            self.demand(term, Kind("tensor", fits.split()[-1]))
        elif (fits.startswith("shape ") and fits != "shape ..." and kind.form == "tensor") or (
            kind.form == "tensor" and whole.op in ("attr", "method")
        ):
            self.demand(term, Kind("array"))

    def _verdicts(self, candidate: Candidate, term: Term) -> list[str]:
        sizes: dict[str, Any] = {}
        gate, bound = candidate.gate, candidate.bound
        if any(
            is_complex(self.kind(bound[slot.name])) and not gate.takes_complex(slot) for slot in gate.slots
        ):
            return ["no"]
        verdicts = [
            suits(self.kind(bound[slot.name]), slot.fits, bound[slot.name], sizes, self)
            for slot in gate.slots
        ]
        if term.op != "call" and any(
            slot.fits in ("int", "bool", "tuple") and v == "maybe"
            for slot, v in zip(candidate.gate.slots, verdicts)
        ):
            return ["no"]
        return verdicts


def _discrete_item(kind: Kind) -> Kind | None:
    """The kind of an item of a list, if all are of one that has no gradient."""
    inside = kind.items or ((kind.element,) if kind.element is not None else ())
    found = {replace(item, value=None) for item in inside}
    item = found.pop() if len(found) == 1 and kind.form == "list" else None
    return item if item is not None and item.discrete else None


def is_replaced(term: Term, whole: Kind) -> bool:
    """Whether a call gives an instance of a class with other values for some of its fields."""
    return bool(whole.record) and term.data == "_replace" and {*term.keys[1:]} <= {*whole.keys}


def shared(module: Module, record: str, name: str) -> ast.expr | None:
    """The value of a class that all of its instances have; None where those of another one may not."""
    found = module.records[record].shared.get(name) if record in module.records else None
    others = [r for r in module.records.values() if r.of == record]
    same = all(shared(module, other.name, name) is found for other in others)
    return found if same and not isinstance(found, ast.Name) else None


def _asks(candidate: Candidate) -> frozenset[tuple[int, str]]:
    """What a gate asks of the parts of a term: of two that ask the same the first is for all of it."""
    return frozenset((candidate.bound[slot.name].uid, slot.fits) for slot in candidate.gate.slots)


def _of_type(word: str) -> Kind:
    """What names the type of the entries of an array, or nothing of the kind."""
    return replace(OTHER, dtype=DTYPES.get(word, ("any", ""))[0])


def _module_meaning(node: ast.Name, module: Module) -> Meaning:
    if node.id in module.imports:
        return Meaning("import", module.imports[node.id])
    constant = node.id in module.constants
    return Meaning("constant", node.id) if constant else Meaning("builtin", f"builtins.{node.id}")
