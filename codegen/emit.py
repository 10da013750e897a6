"""Both passes to the text of a module; what was written is formatted by black, once.

The user's own lines pass through as they are: while black is at work a name stands in for them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from codegen import knowledge
from codegen.cache import Cached
from codegen.checks import Checks, has_unknown
from codegen.compilers import compiler
from codegen.fit import as_argument, helper_call
from codegen.formatting import formatted
from codegen.forward import Piece, forward, spelled_names
from codegen.gates import Paren
from codegen.kind import Kind, Spread, is_size
from codegen.kinds import Facts
from codegen.leaving import without_flags
from codegen.library import Library
from codegen.lower import Lowered, base
from codegen.mirror import BackLine, Backward, Block, Group, nested
from codegen.nested import ADDING, begun_as_nests, place_of
from codegen.output import Origin, Row, dedented, indented
from codegen.parse import Function, Module
from codegen.simplify import without_sign
from codegen.structure import negated
from codegen.summary import Summary, show_shape
from codegen.taken import taken_out
from codegen.turns import by_items, turn_back
from codegen.typed import Types, declared, is_made_of_typed, is_typed, open_types, types_of
from codegen.unread import without_unread
from codegen.wording import UNBROKEN, commented, in_docstring, listed, name_in_docstring, wrapped
from codegen.write import written

HELD = re.compile(r"^( *)__held_(\d+)__$", re.MULTILINE)


NO_TYPE = "  # noqa: F722, F821"
# Operators by which a gradient is changed, beside `+=`.
STEPS = {"*=": ast.Mult(), "/=": ast.Div()}


@dataclass(frozen=True)
class Pair:
    """A function whose two passes are known."""

    lowered: Lowered
    facts: Facts
    backward: Backward
    cached: Cached
    summary: Summary


@dataclass(frozen=True)
class Form:
    """How the output is written: its style, whether shapes are checked, the width, how it is made again."""

    style: str
    check_shapes: bool
    line_length: int
    command: str


@dataclass(frozen=True)
class Emitted:
    """The text of a module, and how it came to be: `origins` finds out with it where its lines come from.

    `rows` are those of the passes before they were formatted, one pass after the other, `body` is what was
    made of them, and `held` are the lines of the user's for which names stand in it. `tree` is what the text
    says; it is parsed in two parts, and places in it are those in the parts.
    """

    text: str
    rows: tuple[tuple[Row, ...], ...]
    body: str
    held: tuple[str, ...]
    tree: ast.Module


def emit(pairs: Iterable[Pair], module: Module, gates: Library, form: Form) -> Emitted:
    """The text of the module with the pairs, in the order of the source."""
    return _Emitter(module, gates, form).module(tuple(pairs), form.command)


class _Emitter(Checks):
    def __init__(self, module: Module, gates: Library, form: Form) -> None:
        super().__init__(module, gates, form.line_length)
        self.notes, self.check_shapes = form.style == "notes", form.check_shapes
        self.held: list[str] = []
        self.mirrored: dict[tuple[int, str | None], str] = {}
        self.numbers: dict[tuple[int, str | None], int] = {}

    def module(self, pairs: tuple[Pair, ...], command: str) -> Emitted:
        """The whole text."""
        if any(pair.facts.arrays for pair in pairs) and not self._has_arrays():
            self._alias("numpy")
        self.typed = any(is_typed(pair.lowered.function) for pair in pairs)
        bodies: list[tuple[Row, ...]] = []
        for pair in pairs:
            self.library, self.decorator = pair.facts.library, self._compiled_by(pair.lowered.function)
            self.kinds = pair.backward.extra_kinds
            bodies += [tuple(self._forward(pair)), tuple(self._backward(pair))]
        whole = formatted("\n\n\n".join("\n".join(row.text for row in rows) for rows in bodies), self.width)
        body = HELD.sub(lambda found: released(found, self.held), whole)
        passes = ast.parse(body)
        made = {f"{p.summary.name}{s}" for p in pairs for s in ("_forward", "_backward")}
        carried, used = self._carried(passes, made)
        parts = [self._header(command), self._imports(used), carried, body]
        header, imports, *rest = (part.strip("\n") for part in parts)
        head = f"{header}\n\n{imports}" if imports else header
        rest = [part for part in rest if part]
        apart = ("def ", "class ", "#", *(("@",) if imports else ()))  # black has it so
        if rest and not rest[0].startswith(apart):
            head = f"{head}\n\n{rest.pop(0)}"  # constants stand close to the imports
        text = "\n\n\n".join([head, *rest]) + "\n"
        above = ast.parse(text.removesuffix(parts[-1].strip("\n") + "\n"))
        tree = ast.Module([*above.body, *passes.body], [])
        return Emitted(text, tuple(bodies), whole, tuple(self.held), tree)

    def _header(self, command: str) -> str:
        """The module's docstring: one line where it fits."""
        how = f"again by `{command}`" if command else "by `backprop generate`"
        about, how = map(name_in_docstring, (f"Forward and backward passes of {self.source.path}", how))
        line = f'"""{about}, made {how}: do not edit."""'
        if len(line) <= self.width:
            return line
        title = wrapped(f"{about}: do not edit.", self.width, '"""')
        below = wrapped(f"Made {how}.", self.width)
        return "\n".join([f'"""{title[0]}', *title[1:], "", *below, '"""'])

    # The two passes.

    def _forward(self, pair: Pair) -> Iterator[Row]:
        lowered, cached = pair.lowered, pair.cached
        pieces = forward(lowered, pair.backward, cached, self.source, lambda s: self._text(s, pair))
        self.mirrored = {piece.key: piece.mirrored for piece in pieces if piece.hidden}
        pieces = taken_out(without_flags(tuple(piece for piece in pieces if not piece.hidden)))
        self.mirrored |= {piece.key: piece.mirrored for piece in pieces if piece.key[0] >= 0}
        pieces = self._without_unread(pieces, pair)
        self.numbers = {}
        above = self._comment(lowered.function.node.lineno, lowered.function.node.body[0].lineno)

        def row(text: str, role: str) -> Row:
            return Row(text, Origin(pair.summary.name, False, role))

        yield from (row(line, "decorator") for line in self._decorators(lowered.function))
        types = self._types(pair)
        returned = f" -> {types.forward()}" if types else ""
        yield row(f"{self._signature(lowered.function, types)}{returned}:{above}", "head")
        yield row(self._forward_doc(pair), "docstring")
        yield from (
            row(f"    {line}", "check") for line in self._checks(pair.summary, pair.facts, pair.lowered)
        )
        body = [line for piece in pieces for line in self._piece(piece, pair)]
        yield from declared(body, open_types(body, types.anything)) if types else body
        yield row(f"    {cached.name} = ({spelled_names(cached.held, cached.versions)})", "cache")
        outputs = [cached.spelling[v] for v in lowered.outputs]
        last = lowered.statements[-1] if lowered.statements else None
        bare = last is not None and last.form == "return" and not last.binds
        bare = bare and not getattr(last.node, "made", False)  # type: ignore[union-attr]
        comment = self._comment(last.node.lineno, (last.node.end_lineno or 0) + 1) if bare and last else ""
        yield row(f"    return {', '.join([*outputs, cached.name])}{comment}", "return")

    def _without_unread(self, pieces: tuple[Piece, ...], pair: Pair) -> tuple[Piece, ...]:
        cached, lowered = pair.cached, pair.lowered
        read = [
            spelled_names(cached.held, cached.versions),
            *self._checks(pair.summary, pair.facts, pair.lowered),
        ]
        read += [cached.spelling[v] for v in lowered.outputs]
        mirrored = {(g.statement, g.stage) for g in pair.backward.groups}
        return without_unread(pieces, read, {*lowered.names}, mirrored)

    def _comment(self, first: int, end: int) -> str:
        """The user's comments on these lines, for the end of a line."""
        comments, lines = self.source.comments, self.source.lines
        ours = [n for n in range(first, end) if n in comments and not lines[n - 1].lstrip().startswith("#")]
        found = [comments[n][1] for n in ours]
        return "  " + "  ".join(found) if found else ""

    def _piece(self, piece: Piece, pair: Pair) -> list[Row]:
        number, indent = "", "    " * (piece.depth + 1)
        statement, stage = piece.key
        made = piece.role or ("comment" if statement < 0 else "stage" if stage else "statement")
        origin = Origin(pair.summary.name, False, made, statement, stage)
        if piece.numbered and self.notes:
            self.numbers[piece.key] = len(self.numbers) + 1
            number = f"  # ({self.numbers[piece.key]})"
        if piece.kept and not self._is_long(indent, piece.text, number):
            self.held.append(piece.text + number)
            return [Row(f"{indent}__held_{len(self.held) - 1}__", origin)]
        comment = f"  {piece.comment}" if piece.comment else ""
        lines = (piece.text + comment + number).split("\n")
        return [Row(f"{indent}{line}", origin) for line in lines]

    def _is_long(self, indent: str, text: str, number: str) -> bool:
        """Whether a line of the user's is too long with its number alone: black breaks it then."""
        return (
            bool(number)
            and "\n" not in text
            and len(indent + text) <= self.width < len(indent + text + number)
        )

    def _backward(self, pair: Pair) -> Iterator[Row]:
        cached, backward, function = pair.cached, pair.backward, pair.lowered.function
        spelling, types = cached.back, self._types(pair)
        ups = [self._upstream(i, up, pair) for i, up in enumerate(backward.upstream) if up is not None]

        def row(text: str, role: str) -> Row:
            return Row(text, Origin(pair.summary.name, True, role))

        yield from (row(line, "decorator") for line in self._decorators(function))
        results = types.gradients(backward, pair.summary) if types else []
        returned = f" -> {types.backward(results)}" if types else ""
        kept = f"{cached.name}: {types.cache}" if types else cached.name
        head = f"def {function.name}_backward({', '.join([*ups, kept])}){returned}:{self._unsaid(ups)}"
        yield row(head, "head")
        yield row(self._backward_doc(pair), "docstring")
        if cached.versions:
            names = spelled_names(cached.back, cached.versions)
            target = f"({names})" if len(cached.versions) == 1 else names
            yield row(f"    {target} = {cached.name}", "unpack")
        body = self._mirror(nested(backward.groups), pair, 1)
        if types:
            given = {spelling[up] for up in backward.upstream if up is not None}
            alone = {spelling[g]: results[0] for _, g in backward.gradients} if len(results) == 1 else {}
            wanted = {**open_types(body, types.anything), **alone}
            body = declared(body, {name: text for name, text in wanted.items() if name not in given})
        yield from body
        yield row(f"    return {', '.join(spelling[g] for _, g in backward.gradients)}", "return")

    def _types(self, pair: Pair) -> Types | None:
        """The types of a pair, if its function has some."""
        function = pair.lowered.function
        if not is_typed(function) and not (self.typed and is_made_of_typed(function)):
            return None
        return types_of(function, len(pair.lowered.outputs), self._anything())

    def _unsaid(self, ups: list[str]) -> str:
        """A comment for linters, where shapes are annotated and the source has no such annotation itself."""
        shapes = any('"' in up and not up.strip('"')[-1].isdigit() for up in ups)
        own = any(
            (p.annotation or "").startswith(('"', "'"))
            for f in self.source.functions.values()
            for p in f.parameters
        )
        return NO_TYPE if shapes and not own else ""

    def _upstream(self, number: int, up: str, pair: Pair) -> str:
        """An upstream gradient among the parameters. Where parts of it are given new values, with its
        shape: whether a part is a number or a view must be known for the mirror's own mirror.
        """
        name, kind = pair.cached.back[up], pair.backward.extra_kinds[up[2:]]
        if types := self._types(pair):
            return f"{name}: {types.upstream(number, base(up[2:]), kind)}"
        if kind.record:
            return f"{name}: {kind.record}"
        lines = (line for group in pair.backward.groups for line in group.lines)
        written = any(line.index is not None and line.target == up for line in lines)
        if not written or kind.form != "array" or isinstance(kind.shape, Spread) or not kind.shape:
            return name
        return f'{name}: "{" ".join(size if is_size(size) else "_" for size in map(str, kind.shape))}"'

    def _mirror(self, items: tuple[Group | Block, ...], pair: Pair, depth: int) -> list[Row]:
        """A row of the mirror, with its blocks, at its depth."""
        indent, rows = "    " * depth, list[Row]()
        for item in items:
            if isinstance(item, Group):
                rows += indented(self._group(item, pair, self.width - len(indent)), indent)
                continue
            arms = [self._mirror(arm, pair, depth + 1) for arm in item.arms]
            if any(arms):
                rows += indented(self._block(item, arms, pair), indent)
        return rows

    def _block(self, block: Block, arms: list[list[Row]], pair: Pair) -> list[Row]:
        """A loop or a branch; `arms` are their rows at the depth that they have in the function."""
        head = block.marks[0]
        origin = Origin(pair.summary.name, True, "block", head.statement)
        if block.form == "loop":
            turn, given = turn_back(pair.lowered.statements[head.statement], head, pair.cached)
            if not self.decorator:  # numba goes back over ranges
                turn, given = by_items(turn, given, [row.text for row in arms[0]], pair.cached.back)
            text = self._text(turn, pair, back=True).rsplit("\n", 1)[0]
            back = replace(origin, role="given")
            above = [Row(f"    {self._text(s, pair, back=True)}", back) for s in given]
            return [Row(text, origin), *above, *dedented(arms[0])]
        assert head.test is not None
        taken, other = arms
        test: ast.expr = head.test if taken else negated(head.test)
        first = Row(self._text(ast.If(test, [ast.Pass()], []), pair, back=True).rsplit("\n", 1)[0], origin)
        if not taken:
            return [first, *dedented(other)]
        nested_if = len(block.arms[1]) == 1 and isinstance(block.arms[1][0], Block)
        if nested_if and other[0].text.lstrip().startswith("if "):
            depth = len(other[0].text) - len(other[0].text.lstrip())
            second, *rest = (replace(row, text=row.text[depth:]) for row in other)
            return [first, *dedented(taken), replace(second, text=f"el{second.text}"), *rest]
        last = [Row("else:", origin), *dedented(other)] if other else []
        return [first, *dedented(taken), *last]

    def _group(self, group: Group, pair: Pair, width: int) -> list[Row]:
        """A statement's mirror, below a title."""
        key = (group.statement, group.stage)
        origin = Origin(pair.summary.name, True, "title", *key)
        rows = [Row("# computed again, not kept", origin)] if group.form == "again" else []
        whose = " of all turns:" if group.form == "turns" else ""
        mirrored = self.mirrored.get(key, "")
        if not mirrored and group.statement >= 0 and group.stage is None:
            node = pair.lowered.statements[group.statement].node
            mirrored = " ".join(self.source.segment(node).split())
        if mirrored:
            title, *more = commented(f"# backprop{whose} ", mirrored, width)
            rows.append(Row(title, origin))
            rows += [Row(line, replace(origin, role="continued")) for line in more]
        number = f"  # ({self.numbers[key]})" if self.notes and key in self.numbers else ""
        titles = len(rows)
        for line in group.lines:
            text = self._text(self._line(line, pair), pair, back=True)
            if not _is_nothing(text):
                rows.append(Row(f"{text}{number}", Origin(origin.function, True, "gradient", *key, line)))
        return rows if len(rows) > titles else []

    def _line(self, line: BackLine, pair: Pair) -> ast.stmt:
        """A backward line as a statement."""
        if line.op == "call":
            names: list[ast.expr] = [ast.Name(t, ast.Store()) for t in line.targets]
            whole = names[0] if len(names) == 1 else ast.Tuple(names, ast.Store())
            return ast.Assign([whole], line.expr, lineno=0)
        name = ast.Name(line.target, ast.Load())
        if line.op in ("insert", "append"):
            method = ast.Attribute(name, "append" if line.index is None else "insert", ast.Load())
            return ast.Expr(ast.Call(method, [*filter(None, [line.index]), line.expr], []))
        if line.index is not None and self.library in knowledge.vocabulary().immutable:
            kind = pair.backward.extra_kinds[line.target[2:]]
            if kind.vague or kind.numeric:
                return _functional(line, kind.vague)
        if line.deep and line.op in ADDING:
            place = place_of(line)
            return ast.Assign([place], helper_call("added", place, line.expr), lineno=0)
        if line.op == "chain+=":
            assert line.index is not None
            return ast.AugAssign(line.index, ast.Add(), line.expr)  # type: ignore[arg-type]
        if line.op == "chain=":
            assert line.index is not None
            return ast.Assign([line.index], line.expr, lineno=0)
        if line.op == "add.at":
            assert line.index is not None
            add = ast.Attribute(
                ast.Attribute(ast.Name("@numpy", ast.Load()), "add", ast.Load()), "at", ast.Load()
            )
            return ast.Expr(ast.Call(add, [name, as_argument(line.index), line.expr], []))
        if line.takes and line.target == "_":
            return ast.Expr(line.expr)
        target: ast.expr = name if line.index is None else ast.Subscript(name, line.index, ast.Store())
        if line.op in STEPS:
            return ast.AugAssign(target, STEPS[line.op], line.expr)  # type: ignore[arg-type]
        put_in = line.index is not None and line.op == "="  # an item, which may be a list or a dict
        expr = line.expr if put_in else self._local_gradient(line.expr, pair)
        if line.op == "=":
            return ast.Assign([target], expr, lineno=0)
        positive = without_sign(expr)
        if positive is not None:
            return ast.AugAssign(target, ast.Sub(), positive)  # type: ignore[arg-type]
        return ast.AugAssign(target, ast.Add(), expr)  # type: ignore[arg-type]

    def _local_gradient(self, expr: ast.expr, pair: Pair) -> ast.expr:
        """In the notes' style a local gradient of one is written: `(1) * dden`."""
        if not self.notes:
            return expr
        if isinstance(expr, (ast.List, ast.Tuple)):
            return type(expr)([self._local_gradient(item, pair) for item in expr.elts], ast.Load())
        factor: float = 1
        inner = expr
        if isinstance(expr, ast.UnaryOp) and isinstance(expr.op, ast.USub):
            factor, inner = -1, expr.operand
        elif (
            isinstance(expr, ast.BinOp)
            and isinstance(expr.op, ast.Mult)
            and isinstance(expr.left, ast.Constant)
            and expr.left.value == 1
        ):
            factor, inner = float(expr.left.value) if isinstance(expr.left.value, float) else 1, expr.right
        kind = pair.backward.extra_kinds.get(inner.id[2:]) if isinstance(inner, ast.Name) else None
        nest = kind is not None and kind.form in ("tuple", "list", "dict")
        if isinstance(inner, ast.Name) and inner.id.startswith("d ") and not nest:
            if inner.id in begun_as_nests(line for group in pair.backward.groups for line in group.lines):
                return expr
            return ast.BinOp(Paren(ast.Constant(factor)), ast.Mult(), inner)
        return expr

    # Names.

    def _text(self, statement: ast.stmt, pair: Pair, back: bool = False) -> str:
        return written(statement, pair.cached.back if back else pair.cached.spelling, self._spell)

    def _decorators(self, function: Function) -> list[str]:
        """The decorators of a function, letter by letter: both its passes have them."""
        return [f"@{self.source.segment(d)}" for d in function.node.decorator_list]

    def _compiled_by(self, function: Function) -> str:
        """The decorator by which numba compiles a function."""
        by = compiler(function, self.source) == "numba"
        return self._decorators(function)[0] if by else ""

    def _signature(self, function: Function, types: Types | None) -> str:
        """The user's own signature, letter by letter, under the new name."""
        arguments = function.node.args
        segment = self.source.segment

        def one(arg: ast.arg, default: ast.expr | None) -> str:
            text = ast.unparse(arg) if hasattr(arg, "made") else segment(arg)  # type: ignore[arg-type]
            if types and arg.annotation is None:
                text += f": {types.anything}"
            if default is None:
                return text
            value = segment(default)  # to which parentheses around it do not belong
            value = f"({value})" if isinstance(default, ast.NamedExpr) else value
            return f"{text}{' = ' if ':' in text else '='}{value}"

        positional = [*arguments.posonlyargs, *arguments.args]
        defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
        parts = [one(a, d) for a, d in zip(positional, defaults)]
        if arguments.posonlyargs:
            parts.insert(len(arguments.posonlyargs), "/")
        if arguments.kwonlyargs:
            parts.append("*")
            parts += [one(a, d) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults)]
        return f"def {function.name}_forward({', '.join(parts)})"

    # Docstrings.

    def _forward_doc(self, pair: Pair) -> str:
        lowered = pair.lowered
        outputs = [self._described(pair.cached.spelling[v], pair.facts.versions[v]) for v in lowered.outputs]
        own = ast.get_docstring(lowered.function.node)
        held = " (references, not copies)" if pair.cached.versions else ""
        text = self._sentence(
            f"Forward pass of {pair.summary.name}", f"{listed([*outputs, 'the cache'])}{held}"
        )
        return self._docstring(text, own or "")

    def _backward_doc(self, pair: Pair) -> str:
        spelling, facts = pair.cached.spelling, pair.facts
        given = [
            self._described(spelling[up], pair.backward.extra_kinds[up[2:]])
            for up in pair.backward.upstream
            if up is not None
        ]
        results = [
            self._described(spelling[gradient], facts.versions[gradient[2:]])
            for _, gradient in pair.backward.gradients
        ]
        source = f"from {listed(given)}" if given else "of the final output"
        text = self._sentence(f"Backward pass of {pair.summary.name}", f"{listed(results)}, {source}")
        return self._docstring(text)

    def _sentence(self, what: str, gives: str) -> str:
        """One line where it fits, else a title and a line below it."""
        line = f"{what}: {gives}."
        fits = len(f'    """{line}"""') <= self.width
        return line if fits else f"{what}.\n\nGives {gives}."

    def _docstring(self, text: str, own: str = "") -> str:
        """The user's own words, broken as they are, and below them a text that is broken here."""
        lines = [line for paragraph in text.split("\n") for line in wrapped(paragraph, self.width - 4)]
        lines = [*own.split("\n"), "", *lines] if own else lines
        quoted = "\n".join(f"    {line}" if line else "" for line in lines).strip()
        quoted = in_docstring(quoted)
        end = "\n    " if len(lines) > 1 else ""
        return f'    """{quoted}{end}"""'

    def _described(self, name: str, kind: Kind) -> str:
        known = kind.form == "array" and isinstance(kind.shape, tuple)
        if known and not has_unknown(kind.shape):
            return f"{name} {show_shape(kind.shape)}".replace(" ", UNBROKEN)
        return name


def released(found: re.Match[str], held: Sequence[str]) -> str:
    """The user's own text in the place of the name that stood in for it."""
    indent, text = found[1], held[int(found[2])]
    if text.startswith("\0"):
        return indent + text[1:]
    return "\n".join(indent + line if line else "" for line in text.split("\n"))


def _functional(line: BackLine, vague: bool) -> ast.stmt:
    """A backward line that writes part of a gradient, where arrays cannot be written: `x.at[i].add(y)`.

    `vague` says that the gradient may be a list, whose items are given new values.
    """
    assert line.index is not None
    method = "set" if line.op in ("=", "chain=") else "add"
    value, place = line.expr, line.index
    path: list[ast.expr] = []
    if not line.op.startswith("chain"):
        place = ast.Subscript(ast.Name(line.target, ast.Load()), place, ast.Load())
    while isinstance(place, ast.Subscript):
        path.insert(0, as_argument(place.slice))
        at = ast.Subscript(ast.Attribute(place.value, "at", ast.Load()), place.slice, ast.Load())
        value = ast.Call(ast.Attribute(at, method, ast.Load()), [value], [])
        place, method = place.value, "set"
    if vague:
        helper = "set_at" if line.op in ("=", "chain=") else "added_at"
        value = helper_call(helper, place, line.expr, *path)
    return ast.Assign([ast.Name(line.target, ast.Store())], value, lineno=0)


def _is_nothing(text: str) -> bool:
    """Whether a line assigns a name to itself."""
    left, sign, right = text.partition(" = ")
    return bool(sign) and left == right
