"""Forward values as the backward pass reads them: again from where they are, or by a name of their own.

A temporary whose value is read gets a name, and so becomes a stage; items of containers are variables
with gradients of their own.
"""

from __future__ import annotations

import ast
import math
from collections import ChainMap, Counter
from collections.abc import Iterator
from typing import Any

from codegen.compilers import compiler
from codegen.fit import measured
from codegen.gates import Gate
from codegen.indexing import is_basic
from codegen.infer import Inference, shared
from codegen.kind import Kind, atom, may_change
from codegen.kinds import Facts
from codegen.lower import Lowered, Statement, base
from codegen.meetings import homes, meeting, one_gradient, one_memory, unsettled
from codegen.mirror import BackLine, CallPair, Group, Guard, Stage, Via, name_node, rewritten
from codegen.naming import Names, function_word, stage_name
from codegen.present import Present
from codegen.problems import Problem, problem_at
from codegen.settled import Settled
from codegen.summary import Context
from codegen.terms import DISPLAYS, RESIZING, Term, is_constant, is_text

READ_AGAIN = ("builtins.len", "builtins.range", "numpy.arange", "numpy.conjugate", "numpy.shape")
SIGNS, ABS = ("neg", "+", "-", "*", "/"), "builtins.abs"
FEW = 3  # operations on numbers, which are done again rather than kept from an arm of a branch
WHOLE = ("neg", "+", "-", "*", "//", "%")  # of whole numbers: as cheap as it is to read them back


class Values:
    """The state of a walk back, and the values that it reads."""

    parent: tuple[Gate | None, str] = (None, "")
    way: tuple[Via, ...] = ()  # that the gradient has come from the root of its statement

    def __init__(
        self, lowered: Lowered, facts: Facts, context: Context, names: Names, wanted: tuple[str, ...]
    ) -> None:
        self.lowered, self.facts, self.context = lowered, facts, context
        self.names, self.wanted = names, wanted
        self.kinds: dict[str, Kind] = dict(facts.versions)
        self.named: dict[int, str] = {}
        self.results: dict[tuple[object, ...], tuple[Kind, bool]] = {}  # of lines, by what they are given
        self.terms: dict[str, Term] = {}
        self.stages: dict[int, dict[int, Stage]] = {}
        self.pending: dict[int, dict[int, Term]] = {}
        self.homes = {
            term.uid: (index, base(bind.version))
            for index, statement in enumerate(lowered.statements)
            for bind in statement.binds
            for term in bind.term.walk()
        }
        self.pairs: dict[int, CallPair] = {}
        self.assigned: set[str] = set()
        self.handed_on: set[str] = set()  # versions that have the gradient of one where several meet
        self.leaves: dict[str, dict[Any, str]] = {}
        self.leaf_nodes: dict[str, ast.expr] = {}
        self.perhaps_none: dict[str, str] = {}
        self.passed_by: set[str] = set()
        self.parts: dict[int, dict[int, str]] = {}
        self.called: dict[str, tuple[str, str]] = {}
        self.groups: list[Group] = []
        self.lines: list[BackLine] = []
        self.apart: set[str] = set()
        self.escapes: set[str] = set()
        self.constant: dict[str, ast.expr] = {}
        self.problems: dict[Problem, None] = {}
        self.unsure: set[str] = set()
        self.alone = True
        self.frames: list[Any] = []
        self.sealed: set[str] = set()
        self.asked_of: set[str] = set()  # versions of which it is being asked whether they are items of nests
        self.compiled = bool(compiler(lowered.function, context.module))
        self.adds_nests = context.library == "numpy" and not self.compiled  # elsewhere no helper does so
        self.by_items: set[str] = set()
        self.aside: dict[str, str] = {}
        self.taken_out: dict[int, tuple[str, Term]] = {}
        self.nested: dict[str, int] = {}
        loops = (s.loop for s in lowered.statements if s.loop is not None and s.loop.kind == "items")
        over = [term for loop in loops for term in loop.over]
        over = [t.args[0] if t.op == "index" and t.args[1].op == "slice" else t for t in over]
        self.gone_over = {term.data for term in over if term.op == "name"}
        indices = [t for s in lowered.statements for r in _roots(s) for t in r.walk() if t.op == "index"]
        self.gone_over |= {_whole(t.args[0]) for t in indices if isinstance(t.data, tuple)}
        of_slices = (
            t.args[0] for t in indices if t.args[0].op == "index" and t.args[0].args[1].op == "slice"
        )
        self.gone_over |= {part.args[0].data for part in of_slices if part.args[0].op == "name"}
        self.taken_from = self.gone_over | {t.args[0].data for t in indices if t.args[0].op == "name"}
        for bind in (b for s in reversed(lowered.statements) for b in s.binds):
            if bind.version in self.taken_from and bind.term.op in ("name", "phi", "if"):
                self.taken_from |= {arg.data for arg in bind.term.args or (bind.term,) if arg.op == "name"}
        self.by_text = {t.args[0].data for t in indices if t.args[0].op == "name" and is_text(t.args[1])}
        self.names_taken_from = {base(str(version)) for version in self.taken_from}
        self.guarded: BackLine | None = None
        self.statement = 0
        self.target = "out"
        self.upstream: list[str | None] = []
        self.definitions = {b.version: b.term for s in lowered.statements for b in s.binds}
        self.maybe_none = frozenset(
            f"{p.name}:0"
            for p in lowered.function.parameters
            if isinstance(p.default, ast.Constant) and p.default.value is None
        )
        self.useful = _useful(lowered, facts, wanted)
        self.uses = Counter(
            t.data for s in lowered.statements for r in _roots(s) for t in r.walk() if t.op == "name"
        )
        self.uses.update(lowered.outputs)
        self.by_field = {
            t.args[0].data
            for s in lowered.statements
            for r in _roots(s)
            for t in r.walk()
            if t.op == "attr" and t.args[0].op == "name" and t.data in facts.kinds[t.args[0].uid].keys
        }
        self.read_here = set(self.uses) - _only_given(lowered)
        self.same = one_memory(lowered)
        self.home = homes(lowered, self.same)
        self.tied = meeting(lowered)
        self.shared = one_gradient(lowered, self.same)
        self.written = {
            bind.term.args[2].uid: (index, bind.term.args[1])
            for index, statement in enumerate(lowered.statements)
            for bind in statement.binds
            if statement.form == "write" and not bind.term.data
        }
        self.settled = Settled(lowered, facts, self.same, self.home)
        resized = {b.version for s in lowered.statements for b in s.binds if b.term.data in RESIZING}
        lists = {self._whole(version) for version in resized}
        lists = {version for version in self.kinds if self._whole(version) in lists}
        self.present = Present(lowered, self.same)
        self.unsettled = unsettled(lowered, self.same) & {*self.tied, *self.shared, *lists}

    def _whole(self, version: str) -> str:
        """The version whose gradient is that on a version: of one memory, parts of which are written."""
        whole = self.same.get(version, version)
        return self.aside.get(whole, whole)

    def _is_given(self, version: str) -> bool:
        """Whether the caller gives a gradient on a value: one returned, or an argument written into."""
        given = (*self.lowered.outputs, *self.lowered.mutated)
        return any(self._whole(other) == self._whole(version) for other in given)

    def _active(self, term: Term) -> bool:
        if term.op == "name":
            return term.data in self.useful
        return term.uid in self.useful_terms

    @property
    def useful_terms(self) -> frozenset[int]:
        """Terms that depend on an argument whose gradient is wanted."""
        return self.useful.terms

    def _rules(self) -> Inference:
        inference = Inference(self.context, self.facts.dims, lambda version: self.kinds[version])
        inference.kinds = ChainMap({}, self.facts.kinds)  # type: ignore[arg-type]
        return inference

    def _leaf_of(self, term: Term) -> str | None:
        """The variable that an item of a container is, if the index is known."""
        if term.op not in ("index", "attr"):
            return None
        container = term.args[0]
        owner = container.data if container.op == "name" else self.named.get(container.uid)
        owner = owner or self._leaf_of(container)
        if owner is None or self._is_written(owner) or self._may_have_no_value(owner):
            return None
        kind = self.kinds[owner]
        key = _field(kind, term) if term.op == "attr" else self.facts.kinds[term.args[1].uid].value
        if kind.items is None or key is None:
            return None
        if kind.form != "dict":
            if not isinstance(key, int) or not -len(kind.items) <= key < len(kind.items):
                return None
            key %= len(kind.items)
        elif key not in kind.keys:
            return None
        return self._leaf(owner, key)

    def _may_have_no_value(self, version: str) -> bool:
        """Whether a container may be None, so that its items have no gradients of their own."""
        kind = self.kinds[version]
        numbers = kind.items is not None and all(item.form == "number" for item in kind.items)
        plain = kind.form in DISPLAYS and not kind.record
        return plain and not numbers and self._may_be_unbound(version)

    def _may_be_unbound(self, version: str, seen: set[str] | None = None, loops: bool = False) -> bool:
        """Whether a name may have no value at all where blocks meet; or behind `loops` without turns."""
        term, seen = self.definitions.get(version), set() if seen is None else seen
        if term is not None and term.op == "literal" and term.data is None:
            return True
        if version in self.maybe_none:
            return True
        if term is None or version in seen:
            return False
        seen.add(version)
        if term.op != "phi":
            given = [*_alternatives(term)]
            if any(part.op == "literal" and part.data is None for part in given):
                return True
            names = [str(part.data) for part in given if part.op == "name"]
            return any(self._may_be_unbound(name, seen, loops) for name in names)
        ends = [s for s in self.lowered.statements if s.form == "end"]
        heads = {b.version for s in ends for b in self.lowered.statements[s.opens].binds}
        behind = any(b.version == version for s in ends for b in s.binds)
        lacks = len(term.args) < 2 and not (behind and (term.args[0].data in heads or not loops))
        return lacks or any(self._may_be_unbound(str(source.data), seen, loops) for source in term.args)

    def _is_written(self, version: str) -> bool:
        """Whether a value is one of several of one memory, which have one gradient as a whole."""
        return self.same.get(version, version) != version or version in self.same.values()

    def _leaf(self, owner: str, key: Any) -> str:
        if self._may_have_no_value(owner):
            text = (
                f"{base(owner)} may be None here, and its items are used in a way that asks for all of them"
            )
            node = self.lowered.statements[math.floor(self.statement)].node
            self._refuse("E203", node, text, "read the items by names first: `a, b = p`")
        known = self.leaves.setdefault(owner, {})
        if key not in known:
            kind = self.kinds[owner]
            items = kind.items or ()
            at = kind.keys.index(key) if kind.form == "dict" and key in kind.keys else key
            item = (
                items[at]
                if isinstance(at, int) and at < len(items)
                else Kind("tensor", "any", atom(f"{owner} {key}"))
            )
            field = kind.keys[key] if owner in self.by_field or kind.record else None
            key_word = field if kind.record else key
            named = isinstance(key_word, str) and key_word.isidentifier()
            word = str(key_word) if named else f"{base(owner)}_{field or key}"
            word = word if word.isidentifier() else f"{base(owner)}_{len(known)}"
            version = f"{self.names.take(word, base(owner))}:item"
            known[key] = version
            self.kinds[version] = item
            self.home[version] = self.home.get(owner, -1)
            whole = self._value_of_version(owner)
            if owner in self.perhaps_none or self._may_be_unbound(owner, loops=True):
                self.perhaps_none[version] = self.perhaps_none.get(owner, owner)
            self.leaf_nodes[version] = (
                ast.Attribute(whole, field, ast.Load())
                if field is not None
                else ast.Subscript(whole, ast.Constant(key), ast.Load())
            )
        return known[key]

    def _value_of_version(self, version: str) -> ast.expr:
        kind = self.kinds[version]
        changes = may_change(kind.shape) if kind.numeric else kind.items is None
        leaf = self.leaf_nodes.get(version)
        return leaf or name_node(self.present.version(version, self.statement, changes))

    def _readable(self, term: Term) -> bool:
        """Whether a value can be read again without a name of its own."""
        if (
            term.uid in self.named
            or self._stored(term) is not None
            or term.op
            in (
                "name",
                "literal",
                "global",
                "constant",
                "function",
                "builtin",
            )
        ):
            return True
        if term.op == "call" and term.data in ("numpy.size", "numpy.ndim"):
            return all(self._readable(a) for a in term.args)
        if term.op == "attr":
            kind = self.facts.kinds[term.args[0].uid]
            field = term.data in kind.keys or shared(self.context.module, kind.record, term.data) is not None
            return self._readable(term.args[0]) and (field or term.data in ("T", "shape", "size", "ndim"))
        if term.op == "call" and term.data in READ_AGAIN:
            return all(self._readable(a) for a in term.args)
        if term.op == "list":
            return all(arg.op == "literal" for arg in term.args)
        if term.op == "index" and _whole(term) in self.unsettled and not self._is_settled(term):
            return False
        if term.op in ("index", "tuple", "slice"):
            index = term.args[1] if term.op == "index" else None
            parts = () if index is None else index.args if index.op == "tuple" else (index,)
            fancy = not all(is_basic(p, self._rules()) or _is_key(p) for p in parts)
            fancy = fancy and not (term.op == "index" and self._is_list(term.args[0]))
            return not fancy and all(self._readable(a) for a in term.args)
        kind = self.facts.kinds[term.uid]
        if kind.form == "number" and kind.dtype == "int" and term.op in WHOLE:
            return all(self._readable(a) for a in term.args)
        if self._in_arm() and _is_operation(term) and self._few_operations(term) >= 0:
            return True
        if kind.form == "number" and term.op in ("neg", "+", "-", "*", "/", "compare", "not"):
            names = [a for a in term.args if not is_constant(a)]
            leaf = all(a.op == "name" or (a.op == "index" and self._readable(a)) for a in names)
            return leaf and (len(names) <= 1 or term.op == "compare")
        return term.op == "neg" and term.args[0].op == "name" and kind.form == "number"

    def _is_list(self, term: Term) -> bool:
        """Whether a value is known to be a list, or a dict that is taken for one: it gives an item."""
        kind = self.facts.kinds[term.uid]
        return kind.form == "list" and not kind.vague

    def _is_settled(self, term: Term) -> bool:
        """Whether a part of what is written into is read as it is in the end."""
        home = self.homes.get(term.uid)
        return home is not None and self.settled.holds(home[0], term)

    def _stored(self, term: Term) -> Term | None:
        """The part that a value is written into and read from again, if it keeps it as it is."""
        index, part = self.written.get(term.uid, (0, term))
        if part is term or not _is_kept(self.facts, part, term):
            return None
        return part if self.settled.holds(index, part, after=True) else None

    def _in_arm(self) -> bool:
        """Whether the walk is in a branch, out of which a stage is taken only by a name that may be None."""
        return any(not frame.is_loop for frame in self.frames)

    def _few_operations(self, term: Term, left: int = FEW) -> int:
        """How many of so many operations are left for others than make a number; -1 for too many of them."""
        if self.facts.kinds[term.uid].form != "number":
            return -1
        if term.uid in self.named or not _is_operation(term):
            return left if self._readable(term) else -1
        left -= 1
        for arg in term.args:
            left = self._few_operations(arg, left) if left >= 0 else -1
        return left

    def _is_done_again(self, term: Term, gradient: ast.expr) -> bool:
        """Whether the gradient on a number, in an arm, is a product of two names, which needs none."""
        number = self.facts.kinds[term.uid].form == "number"
        if not (number and self._in_arm() and isinstance(gradient, ast.BinOp)):
            return False
        plain = (isinstance(side, (ast.Name, ast.Constant)) for side in (gradient.left, gradient.right))
        return isinstance(gradient.op, ast.Mult) and all(plain)

    def _value(self, term: Term, guard: Guard, parent: Gate | None, role: str) -> ast.expr:
        """An expression for a term's value in the backward pass; names the term if it needs one."""
        if term.uid in self.named and term.op != "name":
            return name_node(self.named[term.uid])
        if term.op in ("tuple", "slice"):
            for arg in term.args:
                self._value(arg, guard, None, "index")
            return self._reread(term)
        if self._readable(term):
            return self._reread(term)
        before, self.parent = self.parent, (parent, role)
        version = self._name_term(term, guard)
        self.parent = before
        return name_node(version)

    def _measured(self, term: Term, guard: Guard, parent: Gate, role: str) -> ast.expr:
        """The same, with its length, if it is a vector: numba makes no products of some vectors."""
        kind = self.facts.kinds[term.uid]
        form = "" if self.compiled or kind.vague else kind.form
        return measured(self._value(term, guard, parent, role), form, kind.shape)

    def _reread(self, term: Term) -> ast.expr:
        """The user's expression, with named parts by their names."""
        stored = self._stored(term)
        term = stored or term
        replaced = {
            id(t.node): self.named[t.uid] for t in term.walk() if t.uid in self.named and t.op != "name"
        }
        for part in (t for t in term.walk() if t.op == "index" and t.args[0].op == "name"):
            name = part.args[0]
            if stored is not None or (name.data in self.unsettled and self._is_settled(part)):
                replaced[id(name.node)] = self._whole(str(name.data))
                stored = None  # its base is met first
        return rewritten(term.node, replaced)

    def _shape_source(self, term: Term, guard: Guard) -> ast.expr:
        """Something of a term's shape: the term, or an operand of the same shape that is there."""
        if term.uid in self.named or self._readable(term):
            return self._value(term, guard, None, "")
        shape = self.facts.kinds[term.uid].shape
        choice = self.facts.chosen.get(term.uid)
        if choice is not None and choice.gate.elementwise:
            for slot in choice.gate.slots:
                operand = choice.bound[slot.name]
                if self.facts.kinds[operand.uid].shape == shape and self._has_shape_source(operand, shape):
                    return self._shape_source(operand, guard)
        return self._value(term, guard, None, "")

    def _has_shape_source(self, term: Term, shape: Any) -> bool:
        if term.uid in self.named or self._readable(term):
            return True
        choice = self.facts.chosen.get(term.uid)
        return (
            choice is not None
            and choice.gate.elementwise
            and any(
                self.facts.kinds[choice.bound[s.name].uid].shape == shape
                and self._has_shape_source(choice.bound[s.name], shape)
                for s in choice.gate.slots
            )
        )

    def _sizes_of(self, term: Term) -> tuple[list[ast.expr | None], ast.expr | None] | None:
        """The sizes of a value without a name, and their product where it is one of them."""
        shape = self.facts.kinds[term.uid].shape
        if term.uid in self.named or self._readable(term) or not isinstance(shape, tuple):
            return None
        sizes = [self._size(term, size) for size in shape]
        return sizes, sizes[0] if len(sizes) == 1 else None if sizes else ast.Constant(1)

    def _size(self, term: Term, size: Any) -> ast.expr | None:
        """A size of a term's value, read from a name in the term that has it."""
        names = (part for part in term.walk() if part.op == "name")
        for part, kind in ((part, self.facts.kinds[part.uid]) for part in names):
            if kind.form == "array" and isinstance(kind.shape, tuple) and size in kind.shape:
                axis = ast.Constant(kind.shape.index(size))
                return ast.Subscript(ast.Attribute(part.node, "shape", ast.Load()), axis, ast.Load())
        return ast.Constant(size) if isinstance(size, int) else None

    def _name_term(self, term: Term, guard: Guard) -> str:
        """Makes a term a stage of its own."""
        if term.uid in self.named:
            return self.named[term.uid]
        gate, role = self.parent
        choice = self.facts.chosen.get(term.uid)
        home, target = self.homes.get(term.uid, (self.statement, self.target))
        if home == self.statement:
            target = self.target
        else:
            guard = ()  # the whole statement that it is part of is computed whatever the test says
        wanted, qualifier = self._output_words(term, target)
        wanted = wanted or stage_name(term, choice, gate, role, target, self.named)
        version = f"{wanted}:stage {term.uid}"
        self.named[term.uid] = version
        self.kinds[version] = self.facts.kinds[term.uid]
        self.home[version] = home - 0.5
        self.stages.setdefault(home, {})[term.uid] = Stage(version, term, guard, qualifier)
        self.pending.setdefault(home, {})[term.uid] = term
        return version

    def _output_words(self, term: Term, target: str) -> tuple[str, str]:
        """What a gate with several outputs, or a list, calls the one that a term takes, and itself."""
        choice = self.facts.chosen.get(term.args[0].uid) if term.op in ("index", "attr") else None
        if choice is None or not (choice.gate.unpacked or choice.gate.listed):
            return "", target
        field = term.op == "attr"
        place = _field(self.facts.kinds[term.args[0].uid], term) if field else term.args[1].data
        if not isinstance(place, int):
            return "", target
        word = choice.gate.outputs[place] if choice.gate.unpacked else f"part_{place}" if place >= 0 else ""
        return word, function_word(choice.gate)

    def _temporary(self, word: str, like: str) -> str:
        version = f"{self.names.take(word)}:0"
        self.kinds[version] = self.kinds[like]
        self.home[version] = self.statement - 0.5
        return version

    def _stage_versions(self) -> set[str]:
        return {stage.version for stage in self.stages.get(self.statement, {}).values()}

    def _refuse(self, code: str, node: ast.AST, message: str, help_text: str) -> None:
        self.problems[problem_at(code, node, message, help_text)] = None


def _only_given(lowered: Lowered) -> set[str]:
    """The items with a name that are given to functions, as a call's cache is, and read nowhere else."""
    items = {b.version for s in lowered.statements for b in s.binds if b.term.op == "index"}
    read = set(lowered.outputs)
    for root in (root for s in lowered.statements for root in _roots(s)):
        read.update({root.data} if root.op == "name" else ())
        inner = (term for term in root.walk() if term.op != "user")
        read.update(arg.data for term in inner for arg in term.args if arg.op == "name")
    return items - read


def _is_kept(facts: Facts, part: Term, value: Term) -> bool:
    """Whether what a value is written into holds the value itself: a list does, an array converts it."""
    whole, kind = facts.kinds[part.args[0].uid], facts.kinds[value.uid]
    if part.args[0].op == "name" and whole.form == "list":
        return True
    own = facts.kinds[part.uid]
    return whole.form == "array" and own.shape == kind.shape == () and own.dtype == kind.dtype == "float"


def _whole(term: Term) -> str:
    """The version of which a term is a part."""
    while term.op == "index":
        term = term.args[0]
    return str(term.data) if term.op == "name" else ""


def _is_operation(term: Term) -> bool:
    """Whether a term is one of the operations that may be done again."""
    return term.op in SIGNS or (term.op == "call" and term.data == ABS)


def _is_key(term: Term) -> bool:
    return term.op == "literal" and isinstance(term.data, str)


def _field(kind: Kind, term: Term) -> int | None:
    """The place of an attribute among the names of a tuple's items."""
    named = kind.form == "tuple" and term.data in kind.keys
    return kind.keys.index(term.data) if named else None


class Useful(frozenset):  # type: ignore[type-arg]
    """Versions whose gradient leads to a wanted argument, and the terms that read them."""

    terms: frozenset[int]


def _useful(lowered: Lowered, facts: Facts, wanted: tuple[str, ...]) -> Useful:
    versions = {v for v in lowered.parameters if base(v) in wanted and v in facts.varying}
    terms: set[int] = set()

    def visit(term: Term) -> bool:
        below = [visit(arg) for arg in (*term.args, *facts.made.get(term.uid, ()))]
        through = (term.op == "phi" or term.uid in facts.varying_terms) and any(below)
        found = term.data in versions if term.op == "name" else through
        if found:
            terms.add(term.uid)
        return found

    before = -1
    while before != len(versions):
        before = len(versions)
        for bind in (b for s in lowered.statements for b in s.binds):
            if visit(bind.term) and bind.version in facts.varying:
                versions.add(bind.version)
    useful = Useful(versions)
    useful.terms = frozenset(terms)
    return useful


def _roots(statement: Statement) -> list[Term]:
    return [*statement.reads, *(b.term for b in statement.binds)]


def _alternatives(term: Term) -> Iterator[Term]:
    """The values of which a term is one: those of a choice, and of choices in it, or itself."""
    if term.op != "if":
        yield term
    else:
        for part in term.args[1:]:
            yield from _alternatives(part)
