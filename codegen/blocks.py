"""Blocks walked backwards: the mirror of a branch is a branch, that of a loop a loop the other way.

What a loop carries from turn to turn has one gradient, which its mirror carries too. A gradient that
lives outside of a loop and is added to inside starts before it; what one arm of a branch gives a
gradient to, the other one gives zero.
"""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass, field, replace

from codegen.anew import Anew
from codegen.fit import call, helper_call
from codegen.kind import may_change
from codegen.lower import Bind, Statement, base
from codegen.meetings import is_phi
from codegen.mirror import BackLine, Group, base_of, gradient, name_node
from codegen.nested import begun_as_nests
from codegen.once import counts_apart
from codegen.terms import Term, asks_for_a_key
from codegen.trees import names_in

GONE = ("enumerate", "filter", "frozenset", "iter", "map", "open", "reversed", "set", "zip")
UNORDERED = ("DictComp", "GeneratorExp", "Set", "SetComp", "items", "keys", "values")


@dataclass
class Frame:
    """A block that the walk is in; `start` is what stands before its mirror."""

    head: int
    is_loop: bool
    place: int
    before: set[str]
    start: list[BackLine] = field(default_factory=list)
    meetings: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    carried: list[tuple[str, str | None]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    other: list[Group] = field(default_factory=list)
    other_new: set[str] = field(default_factory=set)


class Blocks(Anew):
    """Enters and leaves blocks."""

    def _stages(self) -> None:
        """The mirror of the stages of the statement at hand: the walk, which is the layer above."""
        raise NotImplementedError

    def _bind(self, bind: Bind) -> None:
        """The mirror of one name given one value: the layer above, too."""
        raise NotImplementedError

    def _block(self, statement: Statement, index: int) -> None:
        """The head, the middle or the end of a block, as the walk gets to it from below."""
        self.alone = True
        getattr(self, f"_at_{statement.form}")(statement, index)

    def _outside(self, version: str, frame: Frame) -> bool:
        """Whether a version is defined before a block."""
        return self.home.get(version, -1) < frame.head

    def _begin(self, version: str) -> None:
        version = self._whole(version)
        if version in self.assigned or version in self.constant:
            return
        for depth, frame in enumerate(self.frames):
            if frame.is_loop and self._outside(version, frame):
                frame.start.append(BackLine(gradient(version), "=", self._zero_above(version)))
                self.assigned.add(version)
                for inner in self.frames[depth + 1 :]:
                    inner.before.add(version)
                return

    # Loops.

    def _at_end(self, statement: Statement, index: int) -> None:
        """The walk enters a loop, with the gradients on what the loop has given."""
        head = self.lowered.statements[statement.opens]
        exits = {bind.term.args[0].data: bind.version for bind in statement.binds}
        frame = Frame(statement.opens, True, 0, set())
        for bind in (b for b in head.binds if b.term.op == "phi" and not self._is_one_memory(b)):
            *before, last = (arg.data for arg in bind.term.args)
            if bind.version in self.useful and self._can_meet(bind.version, head):
                self._hand_on(exits.get(bind.version), bind.version)
                frame.carried.append((bind.version, before[0] if before else None))
                self.assigned.discard(self._whole(bind.version))
                self._is_handed_on(last)
        heads = {bind.version for bind in head.binds if bind.term.op == "phi"}
        for source, version in exits.items():
            if source not in heads and self._has_gradient(version) and source in self.useful:
                self._hand_on(version, source)
                frame.lost.append(source)
                self._is_handed_on(source)
        for written in self._written_inside(statement.opens, index):
            self._settle(written)
        self._close(-1, None)
        frame.place = len(self.groups)
        frame.before = set(self.assigned)
        self.frames.append(frame)

    def _hand_on(self, version: str | None, source: str) -> None:
        """The gradient on what a loop gives becomes that on what it carries: they have one name."""
        if version is not None and self._has_gradient(version):
            self._settle(version)
            return
        value = name_node(version or source)
        self._add(BackLine(gradient(self._whole(source)), "=", self._zero(source, value)))

    def _is_handed_on(self, version: str) -> None:
        """A version has the gradient of one that it becomes, or may become: no line says so."""
        self.assigned.add(self._whole(version))
        self.handed_on.add(self._whole(version))

    def _written_inside(self, head: int, end: int) -> list[str]:
        """The values with parts that a loop writes, and that live outside of it."""
        found = dict.fromkeys(
            self._whole(bind.version)
            for statement in self.lowered.statements[head:end]
            if statement.form == "write"
            for bind in statement.binds
            if bind.version in self.useful
        )
        return [v for v in found if self.home.get(v, -1) < head and v not in self.assigned]

    def _at_loop(self, statement: Statement, index: int) -> None:
        """The walk leaves a loop by its head."""
        frame = self.frames[-1]
        aside = self._set_aside(statement, frame)
        self._give_items(statement)
        self.aside = {}
        spread: list[BackLine | None] = []
        anew: list[str | None] = []
        for version, entry in frame.carried:
            if not self._has_gradient(version):
                name, item = gradient(self._whole(version)), self._item_instead(statement, version)
                if item is not None:
                    self._add(BackLine(name, "=", self._no_more(item)))
                if item is None or (entry is not None and self._is_no_number(entry, version)):
                    anew.append(entry)
                if item is None:
                    spread.append(self._lose(version, self._left_by_turn(statement, version), entry is None))
                self.assigned.add(self._whole(version))
            self._settle(version)
        spread += [self._lose(version, version, of_turns=True) for version in frame.lost]
        self._close(-1, None)
        self._insert(frame.place, [line for line in spread if line is not None])
        self.frames.pop()
        assert statement.loop is not None
        body = self.groups[frame.place :]
        del self.groups[frame.place :]
        self._keep_items_apart(statement, frame.head, body)
        started = {x.target for x in frame.start if self._takes_items(x.target[2:])}
        position = statement.loop.index if counts_apart(statement.loop) else ""
        body = _each_once(body, position, started, {x.target for x in frame.start})
        self._open([self._without_zeros(line, body, statement) for line in frame.start])
        if body:
            over = self._header(statement)
            self.groups += [Group(index, None, (), "loop", over=over), *body, Group(index, None, (), "end")]
        for version, entry in frame.carried:
            self.assigned.discard(self._whole(version))
            if entry in self.useful:
                self._is_handed_on(entry)
        for entry in anew:
            if entry is not None and entry in self.useful:
                name = gradient(self._whole(entry))  # is 0 if there was a turn
                whole = helper_call("unbroadcast", name_node(name), self._value_of_version(entry))
                self._add(BackLine(name, "=", whole))
        for version, held in aside.items():
            if self._has_gradient(held):
                self._contribute(version, self._upstream_of(held), ())
        self._close(-1, None)
        self._stages()

    def _keep_items_apart(self, statement: Statement, head: int, body: list[Group]) -> None:
        """Renames an item whose name is that of a value above the loop that has a gradient in it, too."""
        items = [b.version for b in statement.binds if not is_phi(b) and b.version not in self.shared]
        given = {t for group in body for line in group.lines for t in (line.target, *line.targets)}
        above = {base_of(t) for t in given if self.home.get(t[2:], head) < head}
        for version in items:
            mine = gradient(self._whole(version))
            if mine in given and base_of(mine) in above:
                self.apart.add(version)

    def _set_aside(self, statement: Statement, frame: Frame) -> dict[str, str]:
        """Other names for the gradients on what a loop goes over and gives other values meanwhile."""
        assert statement.loop is not None
        carried = {self.shared.get(version) for version, _ in frame.carried}
        names = [t.data for over in statement.loop.over for t in over.walk() if t.op == "name"]
        for version in map(self._whole, names):
            if version in self.useful and self.shared.get(version, version) in carried:
                held = self._temporary(f"{base(version)}_over", version)
                self.home[held], self.leaf_nodes[held] = self.home[version], self._value_of_version(version)
                self.aside[version] = held
        return dict(self.aside)

    def _is_no_number(self, entry: str, version: str) -> bool:
        """Whether what a loop is given was no number, though what it carries on is one."""
        return self.kinds[version].form == "number" != self.kinds[entry].form

    def _item_instead(self, statement: Statement, version: str) -> str | None:
        """The item whose name a turn's value has, and takes at once; None if its shape may be another."""
        items = [b.version for b in statement.binds if not is_phi(b) and base(b.version) == base(version)]
        if not items:
            return version
        kind, item = self.kinds[version], self.kinds[items[0]]
        other = kind.form != "number" and (kind.shape != item.shape or may_change(kind.shape))
        return None if other else items[0]

    def _left_by_turn(self, statement: Statement, version: str) -> str:
        """What the turn before leaves to a name."""
        phi = next(b.term for b in statement.binds if b.version == version)
        return str(phi.args[-1].data)

    def _lose(self, version: str, left: str, of_turns: bool = False) -> BackLine | None:
        """Zero for what the turn before has bound anew, as it has `left` it.

        Where its shape may change from turn to turn, the line that spreads the zero in a turn comes too;
        so it does where it may be a list or a dict, which only turns bind (`of_turns`).
        """
        name, kind = gradient(self._whole(version)), self.kinds[version]
        if kind.form == "list" and kind.items is None and left == version:
            self._add(BackLine(name, "=", ast.List([], ast.Load())))
            zero = self._zero(version, name_node(version))
            return BackLine(name, "=", ast.BoolOp(ast.Or(), [name_node(name), zero]))
        if not kind.numeric or (left == version and not may_change(kind.shape)):
            self._add(BackLine(name, "=", self._no_more(version)))
            return None
        if of_turns and self.context.arrays and self._is_item_of_nest(left):
            self._add(BackLine(name, "=", ast.Constant(None)))
            none = ast.Compare(name_node(name), [ast.Is()], [ast.Constant(None)])
            return BackLine(
                name, "=", ast.IfExp(none, helper_call("zeros_of", name_node(left)), name_node(name))
            )
        self._add(BackLine(name, "=", ast.Constant(0.0)))
        return BackLine(name, "=", helper_call("unbroadcast", name_node(name), name_node(left)))

    def _insert(self, place: int, lines: list[BackLine]) -> None:
        """What stands at the start of a turn of the mirror."""
        if lines:
            self.groups.insert(place, Group(-1, None, tuple(lines)))

    def _give_items(self, statement: Statement) -> None:
        """Gives what a loop goes over the gradients on its items."""
        assert statement.loop is not None
        binds = [b for b in statement.binds if b.term.op not in ("phi", "position")]
        for target, over in reversed(list(zip(statement.loop.targets, statement.loop.over))):
            mine = [b for b in binds if _goes_over(b.term, over)]
            if not any(self._has_gradient(b.version) for b in mine):
                continue
            whole = self.facts.kinds[over.uid]
            if isinstance(target, ast.Tuple) and whole.form == "list" and over.op == "name":
                self._give_item_of_names(over.data, mine)
                continue
            for bind in reversed(mine):
                if self._has_gradient(bind.version):
                    self._bind(bind)

    def _give_item_of_names(self, version: str, binds: list[Bind]) -> None:
        """Gathers the gradients on the names that an item is taken apart into."""
        item = binds[0].term.args[0]
        if any(b.term.op != "index" or b.term.args[0] is not item for b in binds):
            self._no_gate(binds[0].term)
            return
        parts: list[ast.expr] = []
        for bind in binds:
            if not self._has_gradient(bind.version):
                self._add(BackLine(gradient(bind.version), "=", self._zero_in_arm(bind.version)))
                self.assigned.add(bind.version)
            self._settle(bind.version)
            parts.append(name_node(gradient(bind.version)))
        whole: ast.expr = ast.Tuple(parts, ast.Load())
        if self.facts.kinds[item.uid].vague:
            whole = helper_call("in_form_of", self._value(item, (), None, ""), ast.List(parts, ast.Load()))
        self._give_item(version, item, whole)

    def _own_position(self) -> str:
        loops = [frame.head for frame in self.frames if frame.is_loop]
        loop = self.lowered.statements[loops[-1]].loop if loops else None
        return loop.index if loop is not None and counts_apart(loop) else ""

    def _no_more(self, version: str) -> ast.expr:
        """Zero for a gradient that a turn does not pass on to the one before."""
        if self.kinds[version].form == "number":
            return ast.Constant(0.0)
        return self._zero(version, name_node(version))

    def _header(self, statement: Statement) -> tuple[ast.expr, ...]:
        assert statement.loop is not None
        for term in statement.loop.over:
            made = self.definitions.get(str(term.data), term) if term.op == "name" else term
            if _is_gone(made) and not self._active(made):
                over = ast.unparse(statement.node.iter)  # type: ignore[attr-defined]
                text = f"it is not known how to go through `{over}` backwards"
                self._refuse("E101", statement.node, text, "make a list of it first: `list(...)`")
        return tuple(self._value(term, (), None, "index") for term in statement.loop.over)

    def _without_zeros(self, start: BackLine, body: list[Group], statement: Statement) -> BackLine:
        """The start of the gradient on a list, empty if each turn of a loop over all of it gives an item."""
        loop, version = statement.loop, start.target[2:]
        zeros = isinstance(start.expr, ast.Call) and ast.unparse(start.expr.func) == "@zeros_of"
        if loop is None or loop.kind != "items" or len(loop.over) > 1 or not loop.known or loop.flag:
            return start
        over = loop.over[0]
        whole = self._leaf_of(over) or (over.data if over.op == "name" else "")
        if not zeros or self.kinds[version].form != "list" or self._whole(whole) != version:
            return start
        depth, given = 0, []
        for group in body:
            depth += {"": 0, "else": 0, "loop": 1, "if": 1}.get(group.form, -1)
            lines = [x for x in group.lines if start.target in (x.target, x.takes, *x.targets, *_reads(x))]
            given += [(depth, x.op, ast.unparse(x.index) if x.index is not None else "") for x in lines]
        if given != [(0, "=", loop.index)]:
            return start
        length = call("len", start.expr.args[0])  # type: ignore[attr-defined]
        return replace(start, expr=ast.BinOp(ast.List([ast.Constant(None)], ast.Load()), ast.Mult(), length))

    def _open(self, lines: list[BackLine]) -> None:
        """What stands before the mirror of a block."""
        if lines:
            self.groups.append(Group(-1, None, tuple(lines)))

    # Branches.

    def _at_join(self, statement: Statement, index: int) -> None:
        """The walk enters a branch, by its second arm."""
        frame = Frame(statement.opens, False, 0, set())
        middle = self._middle(statement.opens)
        in_taken, in_other = self._bound(statement.opens, middle), self._bound(middle, index)
        for bind in statement.binds:
            if self._is_one_memory(bind) or not self._has_gradient(bind.version):
                continue
            if not self._can_meet(bind.version, statement):
                continue
            if bind.version not in self.constant:
                self._settle(bind.version)
            sources = [arg.data for arg in bind.term.args]
            outer = [s for s in sources if s not in in_taken | in_other]
            taken = [s for s in sources if s in in_taken] or outer
            other = [s for s in sources if s in in_other] or outer
            frame.meetings.append((bind.version, taken[0] if taken else None, other[0] if other else None))
        self._close(-1, None)
        frame.place = len(self.groups)
        frame.before = set(self.assigned)
        self.frames.append(frame)
        self._into_arm(frame, 2)

    def _bound(self, start: int, end: int) -> set[str]:
        """The versions that statements bind, each by itself: memory that an arm writes is made above."""
        return {bind.version for s in self.lowered.statements[start:end] for bind in s.binds}

    def _middle(self, head: int) -> int:
        """The index of the `else` of a branch."""
        return next(i for i, s in enumerate(self.lowered.statements) if s.form == "else" and s.opens == head)

    def _into_arm(self, frame: Frame, arm: int) -> None:
        for meeting in frame.meetings:
            source = meeting[arm]
            if source is None:
                continue
            if source in self.useful or self._whole(source) in self.useful:
                if meeting[0] in self.constant:
                    self.constant[self._whole(source)] = self.constant[meeting[0]]
                else:
                    self._is_handed_on(source)

    def _settled_arm(self, frame: Frame, arm: int) -> tuple[list[Group], set[str]]:
        """What an arm has given: its groups, and the versions from outside that now have a gradient."""
        for meeting in frame.meetings:
            source = meeting[arm]
            if source is not None and self._whole(source) in self.constant and self._outside(source, frame):
                self._settle(source)
        self._gather_cached(frame)
        self._close(-1, None)
        groups = self.groups[frame.place :]
        del self.groups[frame.place :]
        new = {v for v in self.assigned - frame.before if self._outside(v, frame)}
        return groups, new

    def _gather_cached(self, frame: Frame) -> None:
        """Gathers an arm's gradients on the items of what a cache holds: it may be None in the other arm."""
        new = self.assigned - frame.before
        for owner, leaves in list(self.leaves.items()):
            term, given = self.definitions.get(owner), {owner, *leaves.values()}
            cached = term is not None and term.op == "index" and self.kinds[owner].vague
            if cached and self._outside(owner, frame) and given & new and not given & frame.before:
                self._settle(owner)

    def _at_else(self, statement: Statement, index: int) -> None:
        frame = self.frames[-1]
        frame.other, frame.other_new = self._settled_arm(frame, 2)
        self.assigned = set(frame.before)
        self._into_arm(frame, 1)

    def _at_if(self, statement: Statement, index: int) -> None:
        """The walk leaves a branch by its head."""
        frame = self.frames[-1]
        taken, new = self._settled_arm(frame, 1)
        self.frames.pop()
        tied = {source for meeting in frame.meetings for source in meeting[1:] if source is not None}
        beside = [line for group in (*taken, *frame.other) for line in group.lines]
        read = {base_of(name) for line in beside for name in names_in(line.expr)}
        read |= {base_of(gradient(meeting[0])) for meeting in frame.meetings}
        tied |= {v for v in frame.other_new ^ new if base_of(gradient(v)) in read}
        taken = self._with_zeros(frame, taken, frame.other_new - new, tied)
        other = self._with_zeros(frame, frame.other, new - frame.other_new, tied)
        taken, other = _not_again(taken, frame.start), _not_again(other, frame.start)
        self.assigned = frame.before | new | frame.other_new
        for meeting in frame.meetings:
            self.constant.pop(meeting[0], None)
        self._open(frame.start)
        if taken or other:
            asked = statement.reads[0]
            if any(map(asks_for_a_key, asked.walk())):
                self._name_term(asked, ())
            test = self._value(asked, (), None, "test")
            self.groups.append(Group(index, None, (), "if", test))
            self.groups += [*taken, Group(index, None, (), "else"), *other, Group(index, None, (), "join")]
        self._stages()

    def _with_zeros(
        self, frame: Frame, groups: list[Group], missing: set[str], tied: set[str]
    ) -> list[Group]:
        """An arm with zeros for the gradients that only the other arm gives."""
        lines = []
        inside = self._bound(frame.head, len(self.lowered.statements)) if missing else set()
        for version in sorted(missing, key=lambda v: (self.home.get(v, -1), v)):
            line = BackLine(gradient(version), "=", self._zero_above(version, self._above(version, inside)))
            if groups or version in tied:
                lines.append(line)
            else:
                frame.start.append(line)
        return [*groups, Group(-1, None, tuple(lines))] if lines else groups

    def _above(self, version: str, inside: set[str]) -> str:
        """The version of one memory that is there where a branch begins: in its arms it may lose its name."""
        whole, seen = self._whole(version), {version}
        while version in inside:
            term = self.definitions[version]
            sources = term.args if term.op == "phi" else term.args[:1] if term.op == "write" else ()
            same = [a.data for a in sources if self._whole(a.data) == whole and a.data not in seen]
            if not same:
                break
            version = same[0]
            seen.add(version)
        return version

    def _zero_above(self, version: str, there: str = "") -> ast.expr:
        """Zero for what only a block reads, and may be no item of anything where that is passed by."""
        value = self._perhaps_none(there) if there else self._value_of_version(version)
        if there and self._may_have_no_value(there):
            return self._zero(there, value)
        if version not in self.perhaps_none or self.kinds[version].form == "number":
            return self._zero(version, value)
        whole = self.perhaps_none[version]
        self.passed_by.add(whole)
        value = ast.BoolOp(ast.And(), [name_node(whole), value])
        if self.context.arrays:
            return helper_call("zeros_of", value)
        return self._zero(version, ast.BoolOp(ast.Or(), [value, ast.Tuple([], ast.Load())]))

    def _perhaps_none(self, version: str) -> ast.expr:
        """A value that is None in a cache where the branch was not taken that has it, if it is a list."""
        value, term = self._value_of_version(version), self.definitions.get(version)
        cached = term is not None and term.op == "index"
        cached = cached and not (self.context.arrays and self._may_be_nest(version))
        if cached and self.kinds[version].form == "list":
            return ast.BoolOp(ast.Or(), [value, ast.Tuple([], ast.Load())])
        return value

    def _zero_in_arm(self, version: str) -> ast.expr:
        """Zero for what the other arm reads; in a cache it may be None here."""
        value, kind = self._value_of_version(version), self.kinds[version]
        if self.context.arrays and kind.form == "tensor":
            return helper_call("zeros_of", value)
        return self._zero(version, value)

    def _at_done(self, statement: Statement, index: int) -> None:
        """A context is only around the forward pass."""

    _at_with = _at_done


def _not_again(arm: list[Group], above: list[BackLine]) -> list[Group]:
    """An arm without the zeros at its start that stand above the branch, too."""
    known = {line.target: ast.dump(line.expr) for line in above}
    new: list[Group] = []
    for position, group in enumerate(arm):
        if group.form or not known:
            return [*new, *arm[position:]]
        lines = [x for x in group.lines if x.op != "=" or ast.dump(x.expr) != known.get(x.target)]
        for line in lines:
            for name in (line.target, *line.targets):
                known.pop(name, None)
        if lines:
            new.append(replace(group, lines=tuple(lines)))
    return new


def _each_once(body: list[Group], position: str, started: set[str], zeros: set[str]) -> list[Group]:
    """The body with `=` for `+=` where a turn gives its own position, and nothing else, a gradient.

    What was `started` takes any gradient as an item, other `zeros` one that was made as a whole.
    """
    lines = [line for group in body for line in group.lines]
    times = Counter(target for line in lines for target in (line.target, *line.targets))
    nests = begun_as_nests(lines)

    def once(line: BackLine) -> bool:
        own = isinstance(line.index, ast.Name) and line.index.id == position
        made = isinstance(line.expr, ast.Name) and line.expr.id in nests
        whole = line.target in started or (line.target in zeros and made)
        return own and line.op == "+=" and whole and times[line.target] == 1

    new, inner = [], 0
    for group in body:
        inner += {"loop": 1, "end": -1}.get(group.form, 0)
        here = (replace(x, op="=") if once(x) and not inner else x for x in group.lines)
        new.append(replace(group, lines=tuple(here)))
    return new


def _reads(line: BackLine) -> set[str]:
    return {name for node in (line.expr, line.index) if node is not None for name in names_in(node)}


def _goes_over(item: Term, over: Term) -> bool:
    """Whether a term is an item of what a loop goes over, or part of one."""
    while item.op == "index" and item.args[0] is not over:
        item = item.args[0]
    return item.op == "index"


def _is_gone(term: Term) -> bool:
    """Whether a value has no items at places: it can be gone through only once, or has no order."""
    word = str(term.data)
    if term.op == "call":
        return word.startswith("itertools.") or word in {f"builtins.{name}" for name in GONE}
    return term.op in ("opaque", "method") and word in UNORDERED
