"""The statements of the forward pass: the user's own lines, and those that must be written anew.

A statement that staging, renaming and calls do not touch stands letter by letter.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.aliases import where
from codegen.cache import Cached
from codegen.distinct import is_int
from codegen.fit import helper_call
from codegen.histories import History, Places
from codegen.kind import Kind, holds_arrays
from codegen.lower import Bind, Lowered, Statement, base
from codegen.mirror import (
    Backward,
    CallPair,
    Stage,
    called_pair,
    is_beside,
    replaced,
    rewritten,
    staged,
    value_of,
)
from codegen.parse import Module
from codegen.repeats import holds_numbers
from codegen.simplify import conditional
from codegen.standing import crowded, header_end
from codegen.targets import are_names, count, depth, retargeted
from codegen.terms import RESIZING, Term
from codegen.trees import walk

Write = Callable[[ast.stmt], str]


@dataclass(frozen=True)
class Piece:
    """A line of the forward pass: the user's text (`kept`), or text that was written.

    `key` says which statement it is, and which stage of it; `mirrored` is what the mirror
    calls it; `numbered` says whether the notes' style gives it a number. `depth` is how many blocks
    are around it. What is `hidden` stands in the mirror only; `role` is that of what is no statement's.
    """

    key: tuple[int, str | None]
    text: str
    kept: bool
    numbered: bool
    mirrored: str = ""
    comment: str = ""
    depth: int = 0
    hidden: bool = False
    role: str = ""


def forward(
    lowered: Lowered, backward: Backward, cached: Cached, module: Module, write: Write
) -> tuple[Piece, ...]:
    """The forward pass in pieces, from below the docstring to above the cache."""
    return tuple(_Forward(lowered, backward, cached, module, write).pieces())


def _depth(part: Term) -> int:
    """How many indices it takes to a part of what has a name."""
    return 1 + _depth(part.args[0]) if part.op == "index" else 0


class _Forward:
    def __init__(
        self, lowered: Lowered, backward: Backward, cached: Cached, module: Module, write: Write
    ) -> None:
        self.lowered, self.backward, self.cached = lowered, backward, cached
        self.module, self.write = module, write
        self.nodes = staged(backward)
        self.kinds = backward.extra_kinds
        self.depth = 0
        self.elifs: set[int] = set()
        self.chained: list[bool] = []

    def pieces(self) -> Iterator[Piece]:
        """Statement by statement, with the comments and blank lines between them."""
        previous, opened, hollow = self._start(), False, False
        together = crowded(self.lowered.function.node)
        for index, statement in enumerate(self.lowered.statements):
            node = statement.node
            if getattr(node, "gone", False):
                yield from self._inside(self._between(previous, node.lineno, behind=True))
                before = self.lowered.statements[index - 1].form if index else ""
                hollow = hollow or not opened or before in ("if", "else", "loop", "with")
                previous = max(previous, node.end_lineno or node.lineno)
                yield from self._inside(self._kept_above(index))
                continue
            if statement.form not in CLOSING:
                yield from self._inside(self._between(previous, node.lineno, below=hollow))
                opened = True
                last = header_end(node) if statement.form in BLOCKS else node.end_lineno
                previous = max(previous, last or node.lineno)
            hollow = False
            yield from self._inside(self._kept_above(index))
            stages = [self._stage(index, stage) for stage in self.backward.stages.get(index, ())]
            if statement.recomputed and not self._holds_pairs(index):
                yield from self._inside(self._not_staged(index, statement, stages, where(node) in together))
                continue
            yield from self._inside([*stages, *self._saved(index - 0.5)])
            if statement.form in BLOCKS:
                yield from self._block(index, statement)
            else:
                yield from self._inside(self._statement(index, statement, where(node) in together))
        yield from self._between(previous, self._end(previous) + 1)

    def _inside(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            yield piece if piece.depth == self.depth else replace(piece, depth=self.depth)

    def _saved(self, place: float) -> Iterator[Piece]:
        """The values that are saved in a place."""
        for save in self.cached.saves.get(place, ()):
            value: ast.expr = self._nothing(save.name, place)
            if save.version is not None:
                value = ast.Name(save.version, ast.Load())
            if save.copied:
                kind = self.kinds[save.version or ""]
                value = _copied(value, kind) if save.bound else helper_call("copy_of", value)
            role = "saved" if save.version is not None else "nothing"
            yield self._made_piece(ast.Assign([ast.Name(save.name, ast.Store())], value, lineno=0), role)

    def _nothing(self, name: str, place: float) -> ast.expr:
        """What a name is bound to in case its block does not run.

        `what` says what it is if it does, `like` names a value of that shape which is there.
        """
        nothing = ast.Constant(None)
        mine = [v for v, spelled in self.cached.held.items() if spelled == name and v in self.kinds]
        kind = self.kinds[mine[0]] if mine else None
        nothing.what, nothing.like = kind, ""  # type: ignore[attr-defined]
        if kind is not None and kind.numeric and kind.form != "number":
            places = Places(self.lowered, self.backward)
            there = (v for v, home in places.home.items() if home < place and places.always(home, place))
            like = [v for v in there if v in self.kinds and _alike(self.kinds[v], kind)]
            nothing.like = (like or [""])[-1]  # type: ignore[attr-defined]
        return nothing

    def _kept_above(self, index: int) -> Iterator[Piece]:
        """What is kept for the mirror just above a statement: saved values, histories."""
        yield from self._saved(index)
        for history in self.cached.histories.values():
            if history.place == index and history.kept:
                yield self._made_piece(self._turn(history), "turn")
        own = self.cached.histories.get(index)
        if own is not None and own.kept:
            start: ast.expr = ast.List([], ast.Load()) if own.values else ast.Constant(0)
            start.history = True  # type: ignore[attr-defined]
            yield self._made_piece(_assign(own.version, start), "history")

    def _turn(self, history: History) -> ast.stmt:
        """What a turn of a loop appends to its history; without values it is counted."""
        name = ast.Name(history.version, ast.Load())
        if not history.values:
            return ast.AugAssign(name, ast.Add(), ast.Constant(1))
        values: list[ast.expr] = [ast.Name(self.cached.held[v], ast.Load()) for v in history.values]
        entry = values[0] if len(values) == 1 else ast.Tuple(values, ast.Load())
        return ast.Expr(ast.Call(ast.Attribute(name, "append", ast.Load()), [entry], []))

    def _made_piece(self, statement: ast.stmt, role: str) -> Piece:
        return Piece((-1, None), self.write(statement), kept=False, numbered=False, role=role)

    def _block(self, index: int, statement: Statement) -> Iterator[Piece]:
        """The head, the middle or the end of a block."""
        if statement.form == "done":
            self.depth -= 1
        elif statement.form == "join":
            self.depth -= 0 if self.chained.pop() else 1
        elif statement.form == "else":
            yield from self._else(index, statement)
        elif statement.form == "end":
            flag = self.lowered.statements[statement.opens].loop.flag  # type: ignore[union-attr]
            if flag:
                leave = ast.If(ast.Name(flag, ast.Load()), [ast.Break()], [])
                yield from self._inside([self._made_piece(leave, "leave")])
            self.depth -= 1
        else:
            word = "elif" if index in self.elifs else ""
            if statement.form == "if":
                self.chained.append(index in self.elifs)
            self.depth -= 1 if word else 0
            text = self._head(statement, word)
            comment = self._header_comments(statement.node)
            yield from self._inside([Piece((index, None), text, kept=False, numbered=False, comment=comment)])
            self.depth += 1

    def _else(self, index: int, statement: Statement) -> Iterator[Piece]:
        following = self.lowered.statements[index + 1]
        if following.form == "join" and not self.cached.saves.get(index + 1):
            return
        if self._is_elif(index, statement.opens):
            self.elifs.add(index + 1)
            return
        self.depth -= 1
        yield from self._inside([Piece((-1, None), "else:", kept=False, numbered=False, role="else")])
        self.depth += 1

    def _is_elif(self, index: int, head: int) -> bool:
        """Whether an `else` holds one `if` and nothing else, so that the two are an `elif`."""
        row, inner = self.lowered.statements, index + 1
        above = self.cached.saves.get(inner) or self.backward.stages.get(inner)
        if row[inner].form != "if" or above or any(h.place == inner for h in self.cached.histories.values()):
            return False
        end = next(i for i, s in enumerate(row) if s.form == "join" and s.opens == inner)
        return (
            row[end + 1].form == "join" and row[end + 1].opens == head and not self.cached.saves.get(end + 1)
        )

    def _head(self, statement: Statement, word: str) -> str:
        """The line that opens a block."""
        node = statement.node
        nothing: list[ast.stmt] = [ast.Pass()]
        if isinstance(node, ast.For):
            targets = iter(b.version for b in statement.binds if b.term.op not in ("phi",))
            if statement.loop is not None and not statement.loop.named and statement.loop.kind == "items":
                next(targets)
            replaced = self._replaced(*statement.reads)
            whole = _with_terms(node.iter, iter(statement.reads), replaced)
            head: ast.stmt = ast.For(retargeted(node.target, targets), whole, nothing, [], lineno=0)
        elif isinstance(node, ast.With):
            head = ast.With([ast.withitem(term.node, None) for term in statement.reads], nothing)
        else:
            (test, *_) = statement.reads
            value = rewritten(test.node, self._replaced(test))
            is_loop = isinstance(node, ast.While)
            head = ast.While(value, nothing, []) if is_loop else ast.If(value, nothing, [])
        text = self.write(head).rsplit("\n", 1)[0]
        return word + text[2:] if word else text

    def _header_comments(self, node: ast.stmt) -> str:
        if getattr(node, "made", False):
            return ""
        lines = range(node.lineno, header_end(node) + 1)
        return "  ".join(self.module.comments[n][1] for n in lines if n in self.module.comments)

    def _start(self) -> int:
        """The last line of what stands above the first statement: the def, or the docstring."""
        node = self.lowered.function.node
        first = node.body[0]
        if ast.get_docstring(node, clean=False) is not None:
            return first.end_lineno or first.lineno
        line = node.lineno
        while line < first.lineno and not self.module.lines[line - 1].split("#")[0].rstrip().endswith(":"):
            line += 1
        return min(line, first.lineno)

    def _end(self, previous: int) -> int:
        """The last line of comments that belong to the function: those indented like it."""
        line, outside = previous, self.lowered.function.node.col_offset
        if getattr(self.lowered.function.node, "made", False):
            return line
        for number in range(previous + 1, len(self.module.lines) + 1):
            text = self.module.lines[number - 1]
            if (
                number in self.module.comments
                and self.module.comments[number][0] > outside
                and text.lstrip().startswith("#")
            ):
                line = number
            elif text.strip():
                break
        return line

    def _between(
        self, previous: int, following: int, below: bool = False, behind: bool = False
    ) -> Iterator[Piece]:
        """Comments and blank lines of the user's between two statements.

        Those next to a definition that was taken out are left out: `below` says that it stood at the
        top of the function, `behind` that it follows.
        """
        lines = [self.module.lines[n - 1].strip() for n in range(previous + 1, following)]
        lines = [line for line in lines if not line or line.startswith("#")]
        while lines and not lines[-1] and (behind or following > len(self.module.lines)):
            lines.pop()
        while below and lines and not lines[0]:
            del lines[0]
        if any(lines) or lines:
            yield Piece((-1, None), "\n".join(lines), kept=True, numbered=False)

    def _stage(self, index: int, stage: Stage) -> Piece:
        pair = self.backward.pairs.get(stage.term.uid)
        made = self._assigned(stage.version, stage.term, but=stage.term)
        if stage.version in self.cached.copied:
            made = ast.Assign(made.targets, _copied(made.value, self.kinds[stage.version]), lineno=0)
        parts = made.targets[0].elts if isinstance(made.targets[0], ast.Tuple) else []
        for test, taken in reversed(stage.guard):
            zero: ast.expr = ast.Constant(0.0)
            zero = ast.Tuple([zero] * len(parts), ast.Load()) if parts else zero
            body, orelse = (made.value, zero) if taken else (zero, made.value)
            made = ast.Assign(made.targets, conditional(rewritten(test, {}), body, orelse), lineno=0)
        mirrored = self.write(made)
        text = self._pair(pair) if pair is not None else mirrored
        return Piece((index, stage.version), text, kept=False, numbered=True, mirrored=mirrored)

    def _holds_pairs(self, index: int) -> bool:
        """Whether the calls of pairs have names of their own among what a statement is taken apart into."""
        stages = self.backward.stages.get(index, ())
        return any(stage.term.uid in self.backward.pairs for stage in stages)

    def _not_staged(
        self, index: int, statement: Statement, stages: list[Piece], shared: bool
    ) -> Iterator[Piece]:
        """A statement as the user wrote it, where only the mirror takes it apart, to compute it again."""
        yield from (replace(stage, hidden=True) for stage in stages)
        staged_pieces = list(self._statement(index, statement, shared))
        nodes = self.nodes
        mine = {stage.version for stage in self.backward.stages.get(index, ())}
        self.nodes = {uid: name for uid, name in nodes.items() if name not in mine}
        whole = list(self._statement(index, statement, shared))
        self.nodes = nodes
        for piece, apart in zip(whole, staged_pieces):
            yield replace(piece, mirrored=apart.mirrored)

    def _statement(self, index: int, statement: Statement, shared: bool) -> Iterator[Piece]:
        if statement.form == "return" and not statement.binds:
            return
        comment = "" if getattr(statement.node, "made", False) else self._comments(statement.node)
        if self._untouched(index, statement) and not shared:
            text = self._own_text(statement.node)
            numbered = statement.form in ("bind", "write")
            mirrored = _one_line(self.module.segment(statement.node))
            yield Piece((index, None), text, kept=True, numbered=numbered, mirrored=mirrored)
            return
        statements = list(self._made(statement))
        pair = self._pair_of(statement)
        texts = [self.write(s) for s in statements]
        mirrored = _one_line("; ".join(texts))
        if pair is not None:
            texts = [self._pair(pair)]
        apart = statement.form == "return" and len(texts) == len(statement.binds)
        for position, text in enumerate(texts):
            last = position == len(texts) - 1
            yield Piece(
                (index, statement.binds[position].version if apart and pair is None else None),
                text,
                kept=False,
                numbered=(last or apart) and statement.form != "keep",
                mirrored=_one_line(text) if apart and pair is None else mirrored,
                comment=comment if last else "",
            )

    def _untouched(self, index: int, statement: Statement) -> bool:
        if statement.form == "return" or self._pair_of(statement) is not None:
            return False
        if getattr(statement.node, "made", False) or getattr(statement.node, "changed", False):
            return False
        versions = [bind.version for bind in statement.binds]
        if any(self.cached.spelling[v] != base(v) or v in self.cached.rebound for v in versions):
            return False
        if any(self._beside(b.term) for b in statement.binds):
            return False
        terms = [*statement.reads, *(b.term for b in statement.binds)]
        for term in (t for root in terms for t in root.walk()):
            if term.uid in self.nodes:
                return False
            if term.op == "name" and self.cached.spelling.get(term.data, "") != base(term.data):
                return False
        return True

    def _pair_of(self, statement: Statement) -> CallPair | None:
        for bind in statement.binds:
            inner = bind.term.args[0].uid if bind.term.op == "index" else bind.term.uid
            pair = self.backward.pairs.get(inner)
            if pair is not None and inner not in self.nodes:
                return pair
        return None

    def _made(self, statement: Statement) -> Iterator[ast.stmt]:
        """The statement with versions for names and stages for what has a name now."""
        node = statement.node
        if statement.form == "write":
            yield from self._written(statement)
            return
        if statement.form == "keep":
            if statement.rebuilt is not None:
                yield self._kept(statement)
            return
        if isinstance(node, ast.Assign):
            rest = list(statement.binds)
            if are_names(node.targets) and not self._beside(rest[0].term):  # `a = b = x * y` stays one
                names: list[ast.expr] = [ast.Name(bind.version, ast.Store()) for bind in rest]
                yield ast.Assign(names, self._value(rest[0].term), lineno=0)
                return
            for target in node.targets:
                mine = [rest.pop(0) for _ in range(count(target))]
                yield self._assignment(target, mine)
        elif isinstance(node, ast.Return):
            yield from self._returned(statement)
        else:
            (bind,) = statement.binds
            yield self._single(statement, bind)

    def _written(self, statement: Statement) -> Iterator[ast.stmt]:
        """A write into part of a value; into a copy, if the value is read by the mirror."""
        (bind,) = statement.binds
        whole, part, value = bind.term.args
        spelling = self.cached.spelling
        if statement.augmented in RESIZING:
            replaced = {**self._replaced(*part.args[0].args), id(whole.node): bind.version}
            method = ast.Attribute(rewritten(part.args[0].node, replaced), statement.augmented, ast.Load())
            at = [] if part.op == "last" else [self._value(part.args[1])]
            item = [] if statement.augmented == "pop" else [self._value(value)]
            last = not item and is_int(part.args[1]) and part.args[1].data == -1
            yield ast.Expr(ast.Call(method, [] if last else [*at, *item], []))
            return
        if spelling[bind.version] != spelling[whole.data]:
            kind, augmented = self.kinds[whole.data], isinstance(statement.node, ast.AugAssign)
            if not (augmented or part.args[0].op != "name") or holds_numbers(kind):
                kind = replace(kind, form="array", vague=False)  # what is in it stays what it is
            yield _assign(bind.version, _copied(ast.Name(whole.data, ast.Load()), kind))
        nodes = {**self._replaced(*part.args), id(whole.node): bind.version}
        target = rewritten(part.node, nodes)
        node = statement.node
        left = value.args[0] if value.args else value
        whole_read = not {value.uid, left.uid} & set(self.nodes)
        whole_read = whole_read or holds_arrays(self.kinds[whole.data], _depth(part) - 1)
        if isinstance(node, ast.AugAssign) and not statement.augmented and whole_read:
            yield ast.AugAssign(target, node.op, self._value(value.args[1]))  # type: ignore[arg-type]
            return
        right = self._value(value)
        if statement.augmented == "add.at":
            assert isinstance(statement.node, ast.Expr) and isinstance(statement.node.value, ast.Call)
            assert isinstance(target, ast.Subscript)
            index = statement.node.value.args[1]
            spelled_s = isinstance(index, ast.Subscript) and isinstance(index.value, ast.Attribute)
            place = target.slice
            if isinstance(index, ast.Subscript) and spelled_s and index.value.attr == "s_":  # type: ignore[attr-defined]
                place = ast.Subscript(index.value, place, ast.Load())
            args = [target.value, place, right]
            yield ast.Expr(ast.Call(statement.node.value.func, args, []))
        elif statement.augmented:
            sign = ast.Add() if statement.augmented == "+" else ast.Sub()
            yield ast.AugAssign(target, sign, right)  # type: ignore[arg-type]
        else:
            yield ast.Assign([target], right, lineno=0)

    def _kept(self, statement: Statement) -> ast.stmt:
        replaced = self._replaced(*statement.reads)
        if isinstance(statement.rebuilt, ast.If):
            (raised,) = statement.rebuilt.body
            assert isinstance(raised, ast.Raise) and raised.exc is not None
            test = rewritten(statement.rebuilt.test, replaced)
            return ast.If(test, [ast.Raise(rewritten(raised.exc, replaced), None)], [])
        changes = {
            name: rewritten(value, replaced) if isinstance(value, ast.expr) else value
            for name, value in ast.iter_fields(statement.rebuilt)  # type: ignore[arg-type]
        }
        return type(statement.rebuilt)(**changes)  # type: ignore[misc, arg-type]

    def _single(self, statement: Statement, bind: Bind) -> ast.stmt:
        spelling, term = self.cached.spelling, bind.term
        value = self._value(term)
        left = value.left if isinstance(value, ast.BinOp) else None
        same_name = isinstance(left, ast.Name) and spelling[left.id] == spelling[bind.version]
        same_name = same_name and bind.version not in self.cached.rebound
        if statement.augmented and isinstance(value, ast.BinOp) and same_name:
            return ast.AugAssign(ast.Name(bind.version, ast.Store()), value.op, value.right)
        if isinstance(statement.node, ast.AnnAssign):
            target = ast.Name(bind.version, ast.Store())
            return ast.AnnAssign(target, statement.node.annotation, value, 1)
        return self._assigned(bind.version, term)

    def _assignment(self, target: ast.expr, binds: list[Bind]) -> ast.stmt:
        if isinstance(target, ast.Name):
            return self._assigned(binds[0].version, binds[0].term)
        versions = iter([b.version for b in binds])
        value = self._structure(target, iter(binds))
        return ast.Assign([retargeted(target, versions)], value, lineno=0)

    def _structure(self, target: ast.expr, binds: Iterator[Bind]) -> ast.expr:
        """The right-hand side for a target: a value that is taken apart, or a display of values."""
        if isinstance(target, ast.Name):
            return self._value(next(binds).term)
        parts = [(part, [next(binds) for _ in range(count(part))]) for part in target.elts]  # type: ignore[attr-defined]
        first = parts[0][1][0].term
        levels = depth(parts[0][0])
        whole = first
        for _ in range(levels + 1):
            if whole.op == "index" and isinstance(whole.data, tuple):
                whole = whole.args[0]
            else:
                return ast.Tuple([self._structure(part, iter(mine)) for part, mine in parts], ast.Load())
        return self._value(whole)

    def _returned(self, statement: Statement) -> Iterator[ast.stmt]:
        unpacked = [b for b in statement.binds if b.term.op == "index" and isinstance(b.term.data, tuple)]
        if len(unpacked) > 1:
            targets: list[ast.expr] = [ast.Name(b.version, ast.Store()) for b in unpacked]
            value = self._value(unpacked[0].term.args[0])
            yield ast.Assign([ast.Tuple(targets, ast.Store())], value, lineno=0)
            return
        for bind in statement.binds:
            yield self._assigned(bind.version, bind.term)

    def _assigned(self, version: str, term: Term, but: Term | None = None) -> ast.Assign:
        """A name given a value; with those beside it, if it is one of several that the mirror reads."""
        if not self._beside(term):
            return _assign(version, self._value(term, but))
        parts: list[ast.expr] = [ast.Name(v, ast.Store()) for v in self.backward.parts[term.args[0].uid]]
        return ast.Assign([ast.Tuple(parts, ast.Store())], self._value(term.args[0], but), lineno=0)

    def _beside(self, term: Term) -> bool:
        """Whether outputs are read that stand beside the one a term takes, and have no name of the user's."""
        parts = self.backward.parts.get(term.args[0].uid, ()) if term.op in ("index", "attr") else ()
        return any(is_beside(v) and v in self.cached.read for v in parts)

    def _pair(self, pair: CallPair) -> str:
        """The call of a pair's forward pass; its cache goes nowhere where the mirror makes it again."""
        again = pair.cache in self.backward.recomputed
        names = (*pair.results, "_" if again else pair.cache)
        targets: list[ast.expr] = [ast.Name(name, ast.Store()) for name in names]
        if pair.states:
            targets = [ast.Tuple(targets[:-1], ast.Store()), targets[-1]]
        value = called_pair(pair, self.nodes)
        return self.write(ast.Assign([ast.Tuple(targets, ast.Store())], value, lineno=0))

    def _value(self, term: Term, but: Term | None = None) -> ast.expr:
        return value_of(term, self.nodes, but)

    def _replaced(self, *terms: Term) -> dict[int, str]:
        return replaced(self.nodes, *terms)

    def _own_text(self, node: ast.stmt) -> str:
        """The user's lines, with the function's indentation taken off."""
        lines = list(self.module.lines[node.lineno - 1 : node.end_lineno])
        encoded = lines[0].encode()
        indent = encoded[: node.col_offset].decode()
        lines[0] = encoded[node.col_offset :].decode()
        strings = len(lines) > 1 and any(
            isinstance(p, ast.Constant) and isinstance(p.value, str) and p.lineno != p.end_lineno
            for p in walk(node)
        )
        if (
            not strings
            and not indent.strip()
            and all(line.startswith(indent) or not line for line in lines[1:])
        ):
            lines[1:] = [line[len(indent) :] for line in lines[1:]]
            return "\n".join(line.rstrip() for line in lines)
        return "\0" + "\n".join(lines).rstrip()

    def _comments(self, node: ast.stmt) -> str:
        parts = [node, *(node.body if isinstance(node, ast.If) else ())]  # a check, and what it raises
        lines = {n for part in parts for n in range(part.lineno, (part.end_lineno or part.lineno) + 1)}
        return "  ".join(self.module.comments[n][1] for n in sorted(lines) if n in self.module.comments)


def _copied(value: ast.expr, kind: Kind) -> ast.expr:
    """A value with memory of its own."""
    if kind.form != "array" or kind.vague or kind.dtype == "place":  # which may be one place
        return helper_call("copy_of", value)
    return ast.Call(ast.Attribute(value, "copy", ast.Load()), [], [])


CLOSING = ("else", "join", "end", "done")
BLOCKS = ("if", "loop", "with", *CLOSING)


def _with_terms(node: ast.expr, terms: Iterator[Term], replaced: Mapping[int, str]) -> ast.expr:
    """What a loop goes over, as it is written, with the terms in it by the names that they have now."""
    word = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    if isinstance(node, ast.Call) and word in ("reversed", "enumerate", "zip"):
        args = [_with_terms(arg, terms, replaced) for arg in node.args]
        return ast.Call(node.func, args, getattr(node, "kept", []))
    if isinstance(node, ast.Call) and word == "range":
        return ast.Call(node.func, [rewritten(next(terms).node, replaced) for _ in node.args], [])
    return rewritten(next(terms).node, replaced)


def _alike(one: Kind, other: Kind) -> bool:
    return one.shape == other.shape and one.numeric and one.discrete == other.discrete


def _assign(version: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([ast.Name(version, ast.Store())], value, lineno=0)


def _one_line(text: str) -> str:
    """A statement on one line, for the comment above its mirror."""
    lines = [line.split("  #")[0].strip() for line in text.split("\n")]
    joined = " ".join(line for line in lines if line)
    for before, after in (("( ", "("), (" )", ")"), ("[ ", "["), (" ]", "]"), (",)", ")"), (",]", "]")):
        joined = joined.replace(before, after) if len(lines) > 1 else joined
    return joined


def spelled_names(spelling: Mapping[str, str], versions: tuple[str, ...]) -> str:
    """A tuple's inside: `x, w`, and `x,` for one."""
    names = ", ".join(spelling[v] for v in versions)
    return f"{names}," if len(versions) == 1 else names
