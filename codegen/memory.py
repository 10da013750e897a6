"""Whose memory a gradient is: what is added to, and what is returned, must be its own.

`dx = dq` gives one array two names. That is free and right as long as neither is added to; where
one is, or where both are returned, the second name gets a copy: `dx = 1 * dq`.
"""

from __future__ import annotations

import ast
import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from codegen import knowledge
from codegen.fit import helper_call
from codegen.gates import Paren
from codegen.join import plus
from codegen.kind import Kind
from codegen.library import Library
from codegen.mirror import BackLine, Backward, Block, Group, display, is_made, item_keys, item_of, nested
from codegen.simplify import bare
from codegen.trees import names_in, walk

EXTERNAL = "external"
LISTS_OF_VIEWS = ("list", "split_like")
END = 10**9


class _Times:
    """When each gradient is read, added to, and given another value, in the order in which lines run.

    What a name is given ends with the next value that it is given, for whatever runs only where that line
    has run: later in the same loop or arm, or later than the turn in which both values are given.
    """

    def __init__(self, backward: Backward, returned: set[str]) -> None:
        self.assigned: dict[str, int] = {}
        self._reads: dict[str, list[_Event]] = {}
        self._adds: dict[str, list[_Event]] = {}
        self._inside: dict[str, list[_Event]] = {}
        self._ends: dict[str, list[int]] = {}
        self.paths: list[Path] = [()]
        for line, path in _with_paths(unrolled(nested(backward.groups))):
            self.paths.append(path)
            self._note(line)
        for name in returned:
            self._reads.setdefault(name, []).append(_Event(END, self._since(name, ())))

    def _note(self, line: BackLine) -> None:
        now, path = len(self.paths) - 1, self.paths[-1]
        names = {n for node in (line.expr, line.index) if node is not None for n in names_in(node)}
        changed = {line.takes} if line.takes else set()
        if line.op not in ("=", "call") or line.index is not None:
            changed.add(line.target)
        events = {name: _Event(now, self._since(name, path)) for name in names | changed}
        for name, event in events.items():
            self._reads.setdefault(name, []).append(event)
        for name in changed:
            self._adds.setdefault(name, []).append(events[name])
        if line.index is not None and line.op != "=":
            self._inside.setdefault(line.target, []).append(events[line.target])
        if line.index is None and line.op in ("=", "call"):
            for name in line.targets or (line.target,):
                self._ends.setdefault(name, []).append(now)
            if line.op == "=" and not path:
                self.assigned[line.target] = now

    def _since(self, name: str, path: Path) -> int:
        """When a name was last given a value that has surely replaced the one before, for what runs now."""
        blocks = [block for block, _ in path]
        for time in reversed(self._ends.get(name, ())):
            around = self.paths[time]
            if [block for block, _ in around] == blocks[: len(around)]:
                return time
        return 0

    def last(self, name: str, now: int) -> int:
        """When what a name holds at a time is read last; 0 for never again."""
        return next((e.time for e in self._later(self._reads, name, now)), 0)

    def added(self, name: str, now: int) -> list[int]:
        """When what a name holds at a time is added to."""
        return [e.time for e in self._later(self._adds, name, now)][::-1]

    def added_inside(self, name: str, now: int) -> list[int]:
        """When an item of what a name holds at a time is written into, and not given another value."""
        return [e.time for e in self._later(self._inside, name, now)][::-1]

    def _later(self, events: Mapping[str, list[_Event]], name: str, now: int) -> Iterator[_Event]:
        """What happens to a name later than at a time, while it holds what it held then; the last first."""
        found = events.get(name, ())
        if not found or found[-1].time <= now:
            return
        at = bisect.bisect_right(found, self._end(name, now), key=_Event.when)
        while at and (event := found[at := at - 1]).time > now:
            if event.since <= now:
                yield event

    def _end(self, name: str, now: int) -> int:
        """When a name is next given another value in the turns and arms, each of them the same, of a time."""
        ends, path = self._ends.get(name, ()), self.paths[now]
        for at in range(bisect.bisect_right(ends, now), len(ends)):
            around = self.paths[ends[at]]
            if path[: len(around)] == around:
                return ends[at]
        return END


Path = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Event:
    """What a line does to a name, when, and since when the name has held for it what it holds."""

    time: int
    since: int

    def when(self) -> int:
        """The time, by which events are in order."""
        return self.time


def owned(backward: Backward, gates: Library, library: str) -> Backward:
    """Copies where a gradient must own its memory and would not; arrays that nobody can write need none."""
    return _Owner(backward, gates, library in knowledge.vocabulary().immutable).run()


class _Owner:
    def __init__(self, backward: Backward, gates: Library, immutable: bool) -> None:
        self.backward, self.immutable = backward, immutable
        self.views = knowledge.vocabulary().views | gates.views
        self.returned = {name for _, name in backward.gradients}
        self.times = _Times(backward, self.returned)
        self.memory: dict[str, frozenset[object]] = {
            name: frozenset([EXTERNAL]) for name in backward.upstream if name is not None
        }
        self.holders: dict[object, set[str]] = {}
        self.changed: dict[int, list[BackLine]] = {}
        self.before: dict[int, list[BackLine]] = {}
        self.lists: set[str] = set()  # that are appended to, which writes into none of their items
        self.now = 0

    def _hold(self, name: str, roots: frozenset[object]) -> None:
        """A name holds these memories from now on."""
        self.memory[name] = roots
        for root in roots:
            self.holders.setdefault(root, set()).add(name)

    def _others(self, target: str, roots: frozenset[object]) -> list[str]:
        """The names that hold one of these memories and are still read."""
        names = {n for root in roots if root != EXTERNAL for n in self.holders.get(root, ())}
        return [
            n
            for n in names
            if n != target
            and self.memory.get(n, frozenset()) & roots
            and self.times.last(n, self.now) > self.now
        ]

    def run(self) -> Backward:
        """Goes through the lines in order."""
        self._walk()
        groups: list[Group] = []
        for group in self.backward.groups:
            if id(group) in self.before:
                groups.append(Group(-1, None, tuple(self.before[id(group)])))
            groups.append(group.having(x for line in group.lines for x in self.changed.get(id(line), [line])))
        late = [
            BackLine(name, "=", self._copied(name, ast.Name(name, ast.Load())))
            for _, name in self.backward.gradients
            if EXTERNAL in self.memory.get(name, frozenset()) and not self._number(name)
        ]
        if late:
            groups.append(Group(-1, None, tuple(late)))
        return replace(self.backward, groups=tuple(groups))

    def _walk(self) -> None:
        """Goes through the lines as they run; a line that must copy in one turn copies in all."""
        around: list[list[dict[str, frozenset[object]]]] = []
        for step in unrolled(nested(self.backward.groups)):
            if isinstance(step, BackLine):
                self.now += 1
                new = list(self._line(step))
                if new != [step] and _copies(new) >= _copies(self.changed.get(id(step), [])):
                    self.changed[id(step)] = new
            elif isinstance(step, Block):
                self._own_before(step)
                around.append([dict(self.memory)])
            elif step == "again":
                continue
            elif step == "turn":
                around[-1].append(self.memory)
                self.memory = dict(around[-1][0])
            else:
                for other in around.pop()[1:] if step == "both" else around.pop():
                    for name, roots in other.items():
                        self.memory[name] = self.memory.get(name, frozenset()) | roots

    def _own_before(self, loop: Block) -> None:
        """Copies above a loop, once, what was given from outside and is written into in each turn."""
        lines = (
            [line for line in unrolled(loop.arms[0]) if isinstance(line, BackLine)]
            if loop.form == "loop"
            else []
        )
        anew = {line.target for line in lines if line.op == "=" and line.index is None}
        written = [x.target for x in lines if x.index is not None or x.op in ("+=", "insert")]
        for target in dict.fromkeys([*written, *(x.takes for x in lines if x.takes)]):
            external = EXTERNAL in self.memory.get(target, frozenset())
            if external and target not in anew and not self._number(target):
                copy = self._copied(target, ast.Name(target, ast.Load()), written=True)
                self.before.setdefault(id(loop.marks[0]), []).append(BackLine(target, "=", copy))
                self._hold(target, frozenset([(self.now, target)]))

    def _line(self, line: BackLine) -> Iterator[BackLine]:
        if line.takes and EXTERNAL in self.memory.get(line.takes, frozenset()):
            copy = self._copied(line.takes, ast.Name(line.takes, ast.Load()), written=True)
            self._hold(line.takes, frozenset([(self.now, line.takes)]))
            yield BackLine(line.takes, "=", copy)
        if line.op == "call":
            for target in line.targets:
                self._hold(target, frozenset([(self.now, target)]))
            yield line
        elif line.op == "append":
            yield self._kept(line)
        elif self._number(line.target):
            yield self._of_number(line)
        elif line.op == "=" and line.index is None:
            expr = self._assigned(line.target, line.expr)
            yield line if expr is line.expr else replace(line, expr=expr)
        else:
            yield from self._added(line)

    def _kept(self, line: BackLine) -> BackLine:
        """What is kept in a list for later is a copy, if something is still written into it."""
        self.lists.add(line.target)
        sources = _aliases(line.expr, self.views) or []
        shared = self._shared(sources)
        names = [name for name in (*sources, *self._others(line.target, shared)) if name.startswith("d ")]
        if any(self.times.added(name, self.now) for name in names if name not in self.lists):
            return replace(line, expr=self._copy(line.expr))
        self._hold(line.target, self.memory.get(line.target, frozenset()) | (shared - {EXTERNAL}))
        return line

    def _of_number(self, line: BackLine) -> BackLine:
        """A number owns nothing, but what was given from outside may be an array of no dimensions."""
        if line.op == "=" and line.index is None:
            sources = _aliases(line.expr, self.views) or []
            outside = any(EXTERNAL in self._shared([s]) for s in sources)
            if outside and _may_view(bare(line.expr)):
                copied = replace(line, expr=self._copy(line.expr))
                self.memory[line.target] = frozenset()
                return copied
            self.memory[line.target] = frozenset([EXTERNAL] if outside else [])
        elif line.op == "+=" and EXTERNAL in self.memory.get(line.target, frozenset()):
            self.memory[line.target] = frozenset()
            name = ast.Name(line.target, ast.Load())
            return replace(line, op="=", expr=plus(name, line.expr))
        return line

    def _assigned(self, target: str, expr: ast.expr) -> ast.expr:
        if isinstance(expr, Paren):
            return Paren(self._assigned(target, expr.value))
        if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) and expr.func.id == "@in_form_of":
            return ast.Call(expr.func, [expr.args[0], self._items(target, expr.args[1])], [])
        if isinstance(expr, (ast.Tuple, ast.List, ast.Dict)) or is_made(expr):
            return self._display(target, expr)
        sources = _aliases(expr, self.views)
        if sources is None and not self._is_read_only(expr):
            self._hold(target, frozenset([self.now]))
            return expr
        inner = bare(expr)
        if sources is not None and isinstance(inner, ast.Call) and _word(inner) in LISTS_OF_VIEWS:
            return self._pieces(target, inner, self._shared(sources))
        shared = self._shared(sources or []) | ({EXTERNAL} if self._is_read_only(expr) else frozenset())
        if not self._must_copy(target, shared):
            self._hold(target, shared)
            return expr
        copied = self._copied(target, expr, written=bool(self.times.added(target, self.now)))
        self._hold(target, frozenset([self.now]))
        return copied

    def _pieces(self, target: str, expr: ast.Call, shared: frozenset[object]) -> ast.expr:
        """A list of its own, of views: of a copy, where they are written into or given away."""
        written = [] if self._has_numbers(target) else self.times.added_inside(target, self.now)
        others = self._others(target, shared)
        late = any(self.times.last(name, self.now) > time for name in others for time in written[:1])
        if (written and EXTERNAL in shared) or late or self._is_given_away(target, shared, others):
            copy = self._copy(expr.args[0], written=True)
            copied = ast.Call(expr.func, [copy, *expr.args[1:]], expr.keywords)
            self._hold(target, frozenset([self.now]))
            return copied
        self._hold(target, frozenset([self.now, *(("in", root) for root in shared)]))
        return expr

    def _has_numbers(self, gradient: str) -> bool:
        """Whether the items of a list are numbers, which nobody writes into."""
        kind: Kind | None = self.backward.extra_kinds.get(gradient[2:])
        item = kind.element if kind is not None else None
        return item is not None and item.form == "number" and not item.vague

    def _items(self, target: str, expr: ast.expr) -> ast.expr:
        """What is given the form of something: a display, or a list that has a name."""
        if not isinstance(expr, ast.Name):
            return self._display(target, expr)
        shared = self._shared([expr.id])
        copied = self._must_copy(target, shared)
        self._hold(target, frozenset([self.now]) if copied else shared)
        return helper_call("copy_of", expr) if copied else expr

    def _is_read_only(self, expr: ast.expr) -> bool:
        """Whether a value may not be written, whatever its memory: `np.diag` of a matrix, a view of that."""
        inner = bare(expr)
        if isinstance(inner, (ast.Attribute, ast.Subscript)):
            return self._is_read_only(inner.value)
        if not isinstance(inner, ast.Call):
            return False
        word = _word(inner)
        seen_through = word in self.views and not getattr(inner, "fresh", False) and bool(inner.args)
        return word in knowledge.vocabulary().read_only or (
            seen_through and any(map(self._is_read_only, inner.args))
        )

    def _copied(self, target: str, expr: ast.expr, written: bool = False) -> ast.expr:
        """A copy: `1 * dq`, or that of a nest."""
        kind: Kind | None = self.backward.extra_kinds.get(target[2:])
        return self._copy_of(expr, kind, written)

    def _copy_of(self, expr: ast.expr, kind: Kind | None, written: bool = False) -> ast.expr:
        """A copy of what is of a kind, as far as it is known."""
        if kind is not None and kind.record:
            items = zip(item_keys(kind), kind.items or ())
            return display(kind, [self._copy_of(item_of(kind, expr, key), item) for key, item in items])
        if kind is not None and kind.form == "list" and kind.element is not None and kind.element.record:
            loop = ast.comprehension(ast.Name("item", ast.Store()), expr, [], 0)
            return ast.ListComp(self._copy_of(ast.Name("item", ast.Load()), kind.element), [loop])
        nest = kind is not None and (kind.vague or kind.form in ("tuple", "list", "dict"))
        array = kind is not None and kind.form == "array"
        return helper_call("copy_of", expr) if nest else self._copy(expr, written or array)

    def _copy(self, expr: ast.expr, written: bool = False) -> ast.expr:
        """A copy; of floats where the caller gives an array that is `written` into: it may be of integers."""
        given = any(EXTERNAL in self.memory.get(name, frozenset()) for name in names_in(expr))
        one = ast.Constant(1.0 if given and written else 1)
        return expr if self.immutable else ast.BinOp(one, ast.Mult(), expr)

    def _display(self, target: str, expr: ast.expr) -> ast.expr:
        """A container that is the gradient `target`."""
        return self._display_of(target, expr, self.backward.extra_kinds.get(target[2:]))

    def _display_of(self, target: str, expr: ast.expr, kind: Kind | None) -> ast.expr:
        """The items of a container, each of which must own its memory if the container is returned."""
        if isinstance(expr, ast.Dict) and None in expr.keys:
            return expr  # what is not listed is a copy already, and what is has a name of its own
        items = _items_of(expr)
        new: list[ast.expr] = []
        taken: set[object] = set()
        known = kind is not None and kind.items is not None and len(kind.items) == len(items)
        kinds = kind.items if kind is not None and kind.items and known else (None,) * len(items)
        for item, item_kind in zip(items, kinds):
            if isinstance(bare(item), (ast.Tuple, ast.List, ast.Dict)) or is_made(bare(item)):
                inner = self._display_of(target, bare(item), item_kind)
                new.append(Paren(inner) if isinstance(item, Paren) else inner)
                continue
            sources = _aliases(item, self.views)
            names = [s for s in sources or () if s.startswith("d ")]
            number = bool(names) and all(self._number(n) for n in names)
            shared = frozenset() if sources is None or number else self._shared(sources)
            held = any(name not in names for name in self._others(target, shared))
            if shared and (
                EXTERNAL in shared or shared & taken or held or any(n in self.returned for n in names)
            ):
                item = self._copy_of(item, item_kind)
            else:
                taken |= shared
            new.append(item)
        self._hold(target, frozenset([(self.now, target), *taken]))
        if isinstance(expr, ast.Dict):
            return ast.Dict(expr.keys, new)
        if isinstance(expr, ast.Call):
            return ast.Call(expr.func, [], [ast.keyword(k.arg, v) for k, v in zip(expr.keywords, new)])
        return ast.Tuple(new, ast.Load()) if isinstance(expr, ast.Tuple) else ast.List(new, ast.Load())

    def _shared(self, sources: list[str]) -> frozenset[object]:
        parts = [
            self.memory.get(s, frozenset([EXTERNAL])) if s.startswith("d ") else {EXTERNAL} for s in sources
        ]
        shared: frozenset[object] = frozenset().union(*parts)
        return shared | {root[1] for root in shared if isinstance(root, tuple) and root[0] == "in"}

    def _must_copy(self, target: str, shared: frozenset[object]) -> bool:
        last, now = self.times.last, self.now
        others = self._others(target, shared)
        later = self.times.added(target, now)
        if later and (EXTERNAL in shared or any(last(name, now) > later[0] for name in others)):
            return True
        for name in others:
            if name not in self.lists and any(last(target, now) > t for t in self.times.added(name, now)):
                return True
        return self._is_given_away(target, shared, others)

    def _is_given_away(self, target: str, shared: frozenset[object], others: list[str]) -> bool:
        """Whether what a name is given here is returned, and is somebody else's too."""
        final = target in self.returned and self.now >= self.times.assigned.get(target, 0)
        return final and (EXTERNAL in shared or any(n in self.returned for n in others))

    def _added(self, line: BackLine) -> Iterator[BackLine]:
        """What is added to a gradient that was given from outside makes a new value."""
        if line.op in ("=", "chain=", "insert") and self._is_nest(line.target):
            line = self._put_in(line)
        if EXTERNAL in self.memory.get(line.target, frozenset()):
            name = ast.Name(line.target, ast.Load())
            copied = self._copied(line.target, name, written=True)
            self._hold(line.target, frozenset([self.now]))
            if line.index is None and line.op == "+=":
                yield replace(line, op="=", expr=plus(name, line.expr))
                return
            yield BackLine(line.target, "=", copied)
        yield line

    def _is_nest(self, gradient: str) -> bool:
        """Whether an item that is put in is put in itself, and not copied into an array."""
        kind: Kind | None = self.backward.extra_kinds.get(gradient[2:])
        return kind is not None and (kind.vague or kind.form not in ("array", "number"))

    def _put_in(self, line: BackLine) -> BackLine:
        """An item of a nest that something else may still write into is copied."""
        sources = [s for s in _aliases(line.expr, self.views) or () if not self._number(s)]
        shared = self._shared(sources)
        others = [name for name in self._others(line.target, shared) if name not in sources]
        if EXTERNAL not in shared and not others:
            return line
        whole: Kind | None = self.backward.extra_kinds.get(line.target[2:])
        if whole is not None and whole.element is not None and whole.element.record and line.op == "=":
            return replace(line, expr=self._copy_of(line.expr, whole.element))
        return replace(line, expr=helper_call("copy_of", line.expr))

    def _number(self, gradient: str) -> bool:
        kind: Kind | None = self.backward.extra_kinds.get(gradient[2:])
        return kind is not None and kind.form == "number" and not kind.vague


def _items_of(expr: ast.expr) -> list[ast.expr]:
    """What a display holds."""
    if isinstance(expr, ast.Call):
        return [keyword.value for keyword in expr.keywords]
    return expr.values if isinstance(expr, ast.Dict) else expr.elts  # type: ignore[attr-defined]


def _copies(lines: list[BackLine]) -> int:
    """How much is copied, by the length of what is written for it."""
    return sum(1 for line in lines for _ in ast.walk(line.expr))


def unrolled(items: tuple[Group | Block, ...], depth: int = 0) -> Iterator[BackLine | Block | str]:
    """The lines as they run: a loop's a few times, so that what one turn leaves to the next is seen.

    Marks stand between them: the block itself where it opens, `again` before each turn, `turn` between
    two arms, and at the end `both`, where either arm may have run, or `some`, where perhaps none has.
    """
    for item in items:
        if isinstance(item, Group):
            yield from item.lines
        elif item.form == "loop":
            yield item
            for _ in range(3 if depth == 0 else 2):
                yield "again"
                yield from unrolled(item.arms[0], depth + 1)
            yield "some"
        else:
            yield item
            yield from unrolled(item.arms[0], depth + 1)
            yield "turn"
            yield from unrolled(item.arms[1], depth + 1)
            yield "both"


def _with_paths(steps: Iterator[BackLine | Block | str]) -> Iterator[tuple[BackLine, Path]]:
    """The lines as they run, each with the loops and arms that it is in, as often as they are entered."""
    path: list[tuple[int, int]] = []
    entered = 0
    for step in steps:
        if isinstance(step, BackLine):
            yield step, tuple(path)
        elif step == "again":
            path[-1] = (path[-1][0], path[-1][1] + 1)
        elif isinstance(step, Block) or step == "turn":
            entered += 1
            path[len(path) - (step == "turn") :] = [(entered, 0)]
        else:
            path.pop()


def _may_view(expr: ast.expr) -> bool:
    """Whether a number may be a view all the same: an array of no dimensions, as `x[..., 0]` gives."""
    dots = (isinstance(node, ast.Constant) and node.value is Ellipsis for node in walk(expr))
    return isinstance(expr, ast.Call) or (isinstance(expr, ast.Subscript) and any(dots))


def _aliases(expr: ast.expr, views: frozenset[str]) -> list[str] | None:
    """The names whose memory an expression may share; None if its value is new."""
    expr = bare(expr)
    if isinstance(expr, ast.Name):
        return [expr.id]
    if isinstance(expr, (ast.Attribute, ast.Subscript)):
        return _aliases(expr.value, views)
    if isinstance(expr, (ast.IfExp, ast.BoolOp)):
        arms = expr.values if isinstance(expr, ast.BoolOp) else [expr.body, expr.orelse]
        parts = [_aliases(arm, views) for arm in arms]
        names = [name for part in parts for name in part or []]
        return None if all(part is None for part in parts) else names
    if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Attribute) and expr.func.attr == "pop":
        return _aliases(expr.func.value, views)
    if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) and _word(expr) in LISTS_OF_VIEWS:
        return _aliases(expr.args[0], views)
    if isinstance(expr, ast.Call) and isinstance(expr.func, ast.Name) and expr.func.id == "dict":
        return _aliases(expr.args[0].args[1], views)  # type: ignore[attr-defined]
    if isinstance(expr, ast.ListComp) and isinstance(expr.elt, ast.Subscript):
        return _aliases(expr.elt, views)
    if isinstance(expr, ast.Call) and not getattr(expr, "fresh", False) and _word(expr) in views:
        text = bool(expr.args) and isinstance(expr.args[0], ast.Constant)
        operands = expr.args[1:] if text else expr.args
        return None if text and len(operands) > 1 else _aliases(operands[0], views)
    return None


def _word(call: ast.Call) -> str:
    """The name of the function that is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "").lstrip("@")
