"""Branches and loops: blocks in the row of statements, and versions that meet at their ends.

A block is a head, what is in it, and an end, all in one row (`if ... else ... join`, `loop ...
end`), so that steps which only go through all statements need not know of it. Where control comes
from two sides a name has a version of its own, bound to a *phi* of the versions that meet, as in
static single assignment. Such versions are one variable: they share a name and a gradient.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, replace

from codegen.buckets import with_buckets
from codegen.cells import loosened
from codegen.changes import Changing
from codegen.contents import Functions, only_reads
from codegen.counted import seen_through
from codegen.defaulted import with_choices
from codegen.dicts import by_key
from codegen.entries import by_item
from codegen.filled import item_by_item
from codegen.folds import Words as WordsOfCalls
from codegen.lists import with_plain_lists
from codegen.lower import ONCE, Again, Bind, Loop, Lowered, Statement, arity
from codegen.meetings import is_phi, one_memory, phi
from codegen.parse import Function, Module
from codegen.reshaped import in_step
from codegen.several_outputs import with_names
from codegen.standard import as_builtins
from codegen.structure import always_raises, changed, structured
from codegen.terms import Meaning, Term, counts_some
from codegen.trees import walk
from codegen.unroll import Words, one_unrolled, tuples_of_words, unrolled
from codegen.views import keyed, over_lists
from codegen.writeout import written_out
from codegen.writes import written_plainly


def lower(function: Function, module: Module, again: Again = ONCE) -> Lowered:
    """The statements of a function. Problems are in the result, not raised."""
    found = _Flow(function, module, again).run()
    lowered = replace(found, statements=_without_dead_meetings(replace(found, mutated=_mutated(found))))
    return replace(lowered, mutated=_mutated(lowered))  # what meets another value that nobody reads, too


def _mutated(lowered: Lowered) -> tuple[str, ...]:
    """The last versions of the arguments that are written into."""
    last = one_memory(lowered, in_place=True)
    return tuple(last[version] for version in lowered.parameters if version in last)


def _without_dead_meetings(lowered: Lowered) -> tuple[Statement, ...]:
    """The statements without phis that nobody reads."""
    sources: dict[str, tuple[str, ...]] = {}
    used: dict[str, None] = dict.fromkeys([*lowered.outputs, *lowered.mutated])
    for statement in lowered.statements:
        for bind in statement.binds:
            if is_phi(bind):
                sources[bind.version] = tuple(arg.data for arg in bind.term.args)
        terms = [*statement.reads, *(b.term for b in statement.binds if not is_phi(b))]
        used.update((t.data, None) for term in terms for t in term.walk() if t.op == "name")
    waiting = list(used)
    while waiting:
        for source in sources.get(waiting.pop(), ()):
            if source not in used:
                used[source] = None
                waiting.append(source)

    def lives(statement: Statement, bind: Bind) -> bool:
        what = bind.term.args[0].data if statement.form == "end" and is_phi(bind) else bind.version
        return not is_phi(bind) or what in used  # the last value of what a loop carries has its shape

    living = ((s, tuple(b for b in s.binds if lives(s, b))) for s in lowered.statements)
    return tuple(s if len(binds) == len(s.binds) else replace(s, binds=binds) for s, binds in living)


CONTEXTS = ("numpy.errstate", "numpy.printoptions")


@dataclass(frozen=True)
class _Plan:
    """How a loop is going to go; `targets` are given items of `over`, or of a range (no term).

    The last of the three says that the sequence is gone through from its end. `reads` are all terms
    of the loop's head, as they stand.
    """

    kind: str
    over: tuple[Term, ...] = ()
    index: str = ""
    named: bool = False
    backwards: bool = False
    targets: tuple[tuple[ast.expr, Term | None, bool], ...] = ()
    known: bool = True
    reads: tuple[Term, ...] = ()


class _Flow(Changing):
    """Lowers blocks."""

    def __init__(self, function: Function, module: Module, again: Again) -> None:
        super().__init__(function, module, again)
        self.depth = 0
        self.own = frozenset(p.name for p in function.parameters)
        self.stopped = False
        self.inside = 0
        self.hollow: dict[str, int] = {}
        self.out_names: list[str] = []
        self.arms = False

    def _body(self, body: list[ast.stmt]) -> None:
        own, known = self.own, self.again.aliases
        body = as_builtins(with_choices(body, own), self.module.imports, own, self._is_builtin)
        body = with_plain_lists(body, own, self._declared("list"), self._fresh_flag, self._is_builtin)
        body = written_plainly(body, self.module.imports, self._fresh_flag, self._is_builtin, known)
        body = seen_through(body, known, own, self._fresh_flag, self._is_builtin)
        body = in_step(body, known, self.module.imports)
        body = written_out(body, self.again.blocks, self._fresh_flag, self._words())
        body = with_names(body, self._arity, self._fresh_flag)
        body = self._over_lists(body)
        body = unrolled(body, own, self._words_of_loops())
        body = with_buckets(self._loosened(body), own, self._is_builtin)
        body = item_by_item(body, own, self._fresh_flag, self._is_builtin)
        body = by_key(body, own, self._is_builtin)
        self._refuse_bound_inside(body)
        whole = structured(body, self._fresh_flag, self._problem)
        self.flags = whole.flags
        statements = list(whole.body)
        self.arms = any(
            isinstance(n, ast.Return) for s in statements if isinstance(s, ast.If) for n in walk(s)
        )
        self._block(statements)
        if self.arms and not self.problems:
            self._outputs_of_arms()

    def _over_lists(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The body with loops over dicts that are arguments as loops over lists of their items."""
        declared = self._declared("dict", "mapping")
        body, self.by_item = by_item(body, self.own, declared, self._fresh_flag)
        dicts = keyed(body, self.own, declared)
        return over_lists(body, dicts, self._fresh_flag, self._is_builtin) if dicts else body

    def _declared(self, *words: str) -> frozenset[str]:
        """The arguments whose annotation begins with one of some words."""
        texts = {p.name: (p.annotation or "").lstrip('"').lower() for p in self.function.parameters}
        return frozenset(name for name, text in texts.items() if text.startswith(words))

    def _loosened(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The body with names for items of dicts and lists; loops over these are loops over names then."""
        words = self._words_of_loops()
        functions = Functions(self._is_builtin, self._only_reads, self.module.imports.__contains__)

        def unroll(whole: list[ast.stmt], loop: ast.For) -> list[ast.stmt]:
            return one_unrolled(whole, loop, self.own, words)

        new = loosened(body, self.own, self._fresh_flag, functions, unroll)
        return new if new is body else unrolled(new, self.own, words)

    def _arity(self, name: str) -> int:
        """How many outputs what a name is called for has, if it is a function of the module."""
        return 1 if name in self.assigned | self.own else arity(name, self.module)

    def _only_reads(self, name: str) -> bool:
        """Whether a function of the module only takes items of what it is given."""
        function = self.module.functions.get(name)
        return function is not None and name not in self.assigned and only_reads(function.node)

    def _is_builtin(self, name: str) -> bool:
        module = self.module
        others = {*self.assigned, *module.functions, *module.imports, *module.constants, *module.unusable}
        return name not in others | self.own

    def _words(self) -> WordsOfCalls:
        hidden, imports = self.own | self.assigned, self.module.imports.items()
        return WordsOfCalls(self._is_builtin, {name: word for name, word in imports if name not in hidden})

    def _words_of_loops(self) -> Words:
        def function(name: str) -> ast.FunctionDef | None:
            found = self.module.functions.get(name)
            return None if found is None else found.node

        return Words(self._is_builtin, tuples_of_words(self.module.constants), function)

    def _fresh_flag(self, stem: str) -> str:
        name = self._fresh(stem)
        self.assigned.add(name)
        return name

    def resolve(self, node: ast.Name) -> Meaning:
        """What a name refers to; what only an earlier turn may have bound is read in a block of its own."""
        version = self.current.get(node.id, "")
        if self.hollow.get(version) == self.inside:
            self._problem("E109", node, f"{node.id} is read before it is assigned", "assign it first")
        return super().resolve(node)

    def _block(self, statements: Iterable[ast.stmt]) -> None:
        for statement in statements:
            self._statement(statement)

    def _stops(self, node: ast.stmt) -> bool:
        if isinstance(node, (ast.If, ast.For, ast.While, ast.With)):
            return self.stopped or any(n in self.module.stops for n in range(node.lineno, _header_end(node)))
        return self.stopped or super()._stops(node)

    # Branches.

    def _if(self, node: ast.If) -> None:
        if len(node.body) == 1 and isinstance(node.body[0], ast.Raise) and not node.orelse:
            super()._if(node)
            return
        raises = always_raises(node.body)
        head = len(self.statements)
        self._add("if", node, [], reads=(self.reader.read(node.test),))
        outer, before = self.stopped, dict(self.current)
        self.stopped, self.inside = self._stops(node), self.inside + 1
        self.checks += raises
        self._block(node.body)
        self.checks -= raises
        taken = before if raises else self.current
        self.current = dict(before)
        self._add("else", node, [], opens=head)
        self.checks += (fails := always_raises(node.orelse))
        self._block(node.orelse)
        self.checks -= fails
        other = before if fails else self.current
        self.stopped, self.inside = outer, self.inside - 1
        binds = []
        self.current = dict(before)
        for name in dict.fromkeys([*taken, *other]):
            versions = [v for v in (taken.get(name), other.get(name)) if v is not None]
            if len(set(versions)) == 1 and (len(versions) == 2 or name in before):
                self.current[name] = versions[0]
            else:
                binds.append(phi(self._define(name), *dict.fromkeys(versions)))
        self._add("join", node, binds, opens=head)

    def _with(self, node: ast.With) -> None:
        """A context that only says how NumPy warns or prints is kept, and its body differentiated."""
        calls = [self.reader.read(item.context_expr) for item in node.items]
        known = all(term.op == "call" and term.data in CONTEXTS for term in calls)
        if not known or any(item.optional_vars is not None for item in node.items):
            self._refuse(node)
            return
        head = len(self.statements)
        self._add("with", node, [], reads=tuple(calls))
        self._block(node.body)
        self._add("done", node, [], opens=head)

    def _delete(self, node: ast.Delete) -> None:
        """A name that is given up: the mirror may read its value, so only the source forgets it."""
        if not all(isinstance(target, ast.Name) for target in node.targets):
            self._refuse(node)
            return
        for target in node.targets:
            self.current.pop(target.id, None)  # type: ignore[attr-defined]

    def _return(self, node: ast.Return) -> None:
        if self.depth:
            text = "a `return` inside a loop that gives no value is not supported"
            self._problem("E105", node, text, "leave the loop by `break`")
            return
        if not self.arms or node.value is None:
            super()._return(node)
            return
        parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        count = max(len(parts), self._outputs_of_call(node.value))
        if not self.out_names:
            self.out_names = [self._fresh("out") for _ in range(count)]
        if count != len(self.out_names):
            text = f"this returns {_values(count)}, another `return` {_values(len(self.out_names))}"
            self._problem("E105", node, text, "return as many everywhere")
            return
        targets: list[ast.expr] = [ast.copy_location(ast.Name(n, ast.Store()), node) for n in self.out_names]
        whole = targets[0] if count == 1 else ast.copy_location(ast.Tuple(targets, ast.Store()), node)
        pairs: list[tuple[ast.expr, Term]] = []
        self._pair(whole, self.reader.read(node.value), pairs, node)
        self._add("return", node, [Bind(self._define(t.id), term) for t, term in pairs])  # type: ignore[attr-defined]

    def _outputs_of_arms(self) -> None:
        """The outputs of a function that returns in several places: the versions that meet at its end."""
        missing = [name for name in self.out_names if name not in self.current]
        if missing or not _always_returns(self.statements):
            text = f"{self.function.name} does not return a value on every way through it"
            self._problem("E105", self.function.node, text, "return a value at the end")
            return
        self.outputs = tuple(self.current[name] for name in self.out_names)

    # Loops.

    def _for(self, node: ast.For) -> None:
        plan = self._plan(node)
        if plan is not None:
            self._loop(node, plan)

    def _while(self, node: ast.While) -> None:
        self._loop(node, _Plan("while"))

    def _loop(self, node: ast.For | ast.While, plan: _Plan) -> None:
        """A loop: names that it changes have a version at its head, where two ways meet."""
        head = len(self.statements)
        self._add("loop", node, [])
        names = changed([*([node.target] if isinstance(node, ast.For) else []), *node.body])
        entries = {name: self.current[name] for name in names if name in self.current}
        heads = {name: self._define(name) for name in names}
        self.depth, self.inside = self.depth + 1, self.inside + 1
        self.hollow.update({heads[name]: self.inside for name in names if name not in entries})
        test = [self.reader.read(node.test)] if isinstance(node, ast.While) else []
        index, items = self._items(node, plan)
        outer, self.stopped = self.stopped, self._stops(node)
        self._block(node.body)
        self.stopped, self.depth, self.inside = outer, self.depth - 1, self.inside - 1
        flag = self.current[self.flags[id(node)]] if id(node) in self.flags else ""
        read = _read_since(self.statements, head) | {t.data for root in test for t in root.walk()}
        if plan.kind == "range" and counts_some(plan.over):  # a name that is given first is not from above
            kept = {*read, *self.current.values()}
            entries = {name: version for name, version in entries.items() if heads[name] in kept}
        dead = {version for name, version in heads.items() if name not in entries and version not in read}
        heads = {name: version for name, version in heads.items() if version not in dead}
        self.current = {name: version for name, version in self.current.items() if version not in dead}
        meetings = [
            phi(version, entries[name], self.current[name])
            if name in entries
            else phi(version, self.current[name], how="earlier")
            for name, version in heads.items()
        ]
        self.statements[head] = replace(
            self.statements[head],
            binds=(*meetings, *items),
            reads=(*(plan.reads or plan.over), *test),
            loop=Loop(
                kind=plan.kind,
                index=index,
                over=plan.over,
                targets=tuple(target for target, term, _ in plan.targets if term is not None),
                turned=tuple(turned for _, term, turned in plan.targets if term is not None),
                known=plan.known,
                named=plan.named,
                backwards=plan.backwards,
                flag=flag,
            ),
        )
        ends = {name: heads.get(name) or self.current[name] for name in names if name in self.current}
        reads = (Term("name", (), ast.Name(flag, ast.Load()), flag),) if flag else ()
        exits = [phi(self._define(name), version) for name, version in ends.items()]
        self._add("end", node, exits, reads=reads, opens=head)

    def _items(self, node: ast.For | ast.While, plan: _Plan) -> tuple[str, list[Bind]]:
        """The version of the position, and what the loop's targets are given each time."""
        if plan.kind == "while":
            return "", []
        index = self._define(plan.index)
        binds = [Bind(index, Term("position", plan.over, ast.Name(index, ast.Load())))]
        pairs: list[tuple[ast.expr, Term]] = []
        for target, term, turned in plan.targets:
            if term is None:
                pairs.append((target, Term("position", (), ast.Name(index, ast.Load()))))
                continue
            position = Term("name", (), ast.Name(index, ast.Load()), index)
            if turned:
                position = _from_the_end(position)
            place = ast.copy_location(ast.Subscript(term.node, position.node, ast.Load()), target)
            self._pair(target, Term("index", (term, position), place), pairs, node)
        binds += [Bind(self._define(target.id), term) for target, term in pairs]  # type: ignore[attr-defined]
        return index, binds

    def _plan(self, node: ast.For) -> _Plan | None:
        """How a `for` loop goes; None, and a problem, where that is not known."""
        iterable, target, backwards = node.iter, node.target, False
        while self._is_call(iterable, "reversed", 1):
            iterable, backwards = iterable.args[0], not backwards  # type: ignore[attr-defined]
        if self._is_call(iterable, "range", 1, 2, 3):
            if isinstance(target, ast.Name):
                over = tuple(self.reader.read(arg) for arg in iterable.args)  # type: ignore[attr-defined]
                return _Plan("range", over, target.id, named=True, backwards=backwards)
            self._unknown_loop(node)
            return None
        name, named = "", False
        if self._is_call(iterable, "enumerate", 1) and not backwards:
            if not isinstance(target, ast.Tuple) or not isinstance(target.elts[0], ast.Name):
                self._unknown_loop(node)
                return None
            iterable, name, named, target = iterable.args[0], target.elts[0].id, True, target.elts[1]  # type: ignore[attr-defined]
        if self._is_call(iterable, "zip"):
            return self._plan_of_zip(node, iterable, target, name, named, backwards)
        if any(self._is_call(iterable, word) for word in ("enumerate", "reversed", "range")):
            self._unknown_loop(node)
            return None
        term = self.reader.read(iterable)
        turned = backwards and id(node) in self.flags  # the turns are counted, from the end
        targets = ((target, term, turned),)
        plan = _Plan("items", (term,), name or self._fresh("i"), named, backwards and not turned, targets)
        return replace(plan, known=not turned)

    def _plan_of_zip(
        self, node: ast.For, call: ast.expr, target: ast.expr, name: str, named: bool, backwards: bool
    ) -> _Plan | None:
        """A loop over several sequences, some of which may be ranges or be gone through from their end."""
        parts: list[ast.expr] = list(call.args)  # type: ignore[attr-defined]
        into = list(target.elts) if isinstance(target, ast.Tuple) else []
        if len(parts) != len(into) or backwards:
            self._unknown_loop(node)
            return None
        targets: list[tuple[ast.expr, Term | None, bool]] = []
        reads: list[Term] = []
        for part, place in zip(parts, into):
            turned = self._is_call(part, "reversed", 1)
            inner: ast.expr = part.args[0] if turned else part  # type: ignore[attr-defined]
            counts = place is into[0] and not (turned or named)
            if counts and self._is_call(inner, "range", 1) and isinstance(place, ast.Name):
                reads.append(self.reader.read(inner.args[0]))  # type: ignore[attr-defined]
                name, named = place.id, True  # what it gives is the position
            elif self._is_call(inner, "range", 1, 2, 3) and isinstance(place, ast.Name):
                reads += [self.reader.read(arg) for arg in inner.args]  # type: ignore[attr-defined]
                targets.append((place, None, turned))
            elif any(self._is_call(inner, word) for word in ("enumerate", "zip", "reversed", "range")):
                self._unknown_loop(node)
                return None
            else:
                reads.append(self.reader.read(inner))
                targets.append((place, reads[-1], turned))
        over = tuple(term for _, term, _ in targets if term is not None)
        known = len(over) == len(parts) and not any(turned for *_, turned in targets)
        return _Plan(
            "items", over, name or self._fresh("i"), named, False, tuple(targets), known, tuple(reads)
        )

    def _unknown_loop(self, node: ast.For) -> None:
        text = f"it is not known how to go through `{ast.unparse(node.iter)}` backwards"
        way = "loop over a range, a list, an array, `zip`, `enumerate` or `reversed` of such"
        self._problem("E101", node, text, way)
        self._define_all(node)

    def _is_call(self, node: ast.expr, name: str, *counts: int) -> bool:
        """Whether an expression is a plain call of a builtin."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
            return False
        if node.func.id != name or any(isinstance(a, ast.Starred) for a in node.args):
            return False
        meaning = self.resolve(node.func)
        return meaning.kind == "builtin" and (not counts or len(node.args) in counts)


def _from_the_end(position: Term) -> Term:
    """The index of an item as far from the end as a position is from the start."""
    one = Term("literal", (), ast.Constant(-1), -1)
    node = ast.BinOp(ast.Constant(-1), ast.Sub(), position.node)
    return Term("-", (one, position), node)


def _values(count: int) -> str:
    return "one value" if count == 1 else f"{count} values"


def _header_end(node: ast.If | ast.For | ast.While | ast.With) -> int:
    return max(node.body[0].lineno, node.lineno + 1) if node.body else node.lineno + 1


def _read_since(statements: list[Statement], head: int) -> set[str]:
    """The versions that statements behind a head read."""
    roots = (r for s in statements[head + 1 :] for r in (*s.reads, *(b.term for b in s.binds)))
    return {term.data for root in roots for term in root.walk() if term.op == "name"}


def _always_returns(statements: list[Statement]) -> bool:
    """Whether every way through ends in a `return`: blocks end with one in both arms."""

    def ends(last: int) -> bool:
        if last < 0:
            return False
        statement = statements[last]
        if statement.form == "return" or isinstance(statement.node, ast.Raise):
            return True
        if statement.form == "join":
            middle = next(
                i for i, s in enumerate(statements) if s.form == "else" and s.opens == statement.opens
            )
            return ends(last - 1) and ends(middle - 1)
        return False

    return ends(len(statements) - 1)
