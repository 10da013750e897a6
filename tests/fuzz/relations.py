"""Programs written in another way, whose gradients are the same: no numbers are needed to know that."""

from __future__ import annotations

import ast
import copy
import inspect
import re
from dataclasses import replace
from typing import Any

from case_files import in_other_letters
from checking import namespace

from fuzz.expressions import Program


def in_other_names(program: Program) -> Program | None:
    """All names of the program's own changed."""
    source = in_other_letters(program.source)
    function = [n.name for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)][-1]
    return replace(program, source=source, name=function)


def without_annotations(program: Program) -> Program | None:
    """Only annotations of what is no array or number are left."""
    tree = ast.parse(program.source)
    for argument in (a for a in ast.walk(tree) if isinstance(a, ast.arg)):
        if argument.annotation is not None and ast.unparse(argument.annotation) not in ("int", "list[float]"):
            argument.annotation = None
    source = ast.unparse(tree) + "\n"
    return None if source == ast.unparse(ast.parse(program.source)) + "\n" else program.with_source(source)


def in_the_other_style(program: Program) -> Program | None:
    """The notes' style."""
    return replace(program, options=replace(program.options, style="notes"))


def with_respect_to_one(program: Program) -> Program | None:
    """One argument's gradient only."""
    parameters = list(inspect.signature(namespace(program.source)[program.name]).parameters)
    able = [p for p, a in zip(parameters, program.arguments) if not isinstance(a, int)]
    if len(able) < 2:
        return None
    return replace(
        program,
        options=replace(program.options, wrt={program.name: (able[len(program.source) % len(able)],)}),
    )


class _Stages(ast.NodeTransformer):
    """Names the left operand of the outermost operation of assigned values."""

    count = 0

    def visit_Assign(self, node: ast.Assign) -> Any:
        return self.staged(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        return self.staged(node)

    def staged(self, node: Any) -> Any:
        value = node.value
        if not isinstance(value, ast.BinOp) or isinstance(
            value.left, (ast.Name, ast.Subscript, ast.Constant)
        ):
            return node
        if any(isinstance(n, (ast.IfExp, ast.NamedExpr)) for n in ast.walk(value)):
            return node
        self.count += 1
        name = f"part_of_it{self.count}"
        first = ast.Assign([ast.Name(name, ast.Store())], value.left, lineno=0)
        value.left = ast.Name(name, ast.Load())
        return [first, node]


def in_stages(program: Program) -> Program | None:
    """Statements taken apart into two."""
    stages = _Stages()
    tree = ast.fix_missing_locations(stages.visit(ast.parse(program.source)))
    return program.with_source(ast.unparse(tree) + "\n") if stages.count else None


class _Dead(ast.NodeTransformer):
    """Puts a value that is not used, and a loop that makes one, at the start of each body."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        self.generic_visit(node)
        name = node.args.args[0].arg
        text = f"unused = {name} * 2.0\nfor never in range(2):\n    unused = unused * 0.5"
        floats = ast.unparse(node.args.args[0].annotation or ast.Constant("")) not in ("int", "list[float]")
        node.body = [*(ast.parse(text).body if floats else []), *node.body]
        return node

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        node.body = [*ast.parse("not_used = 1.5\nif not_used > 1:\n    not_used = 2.5").body, *node.body]
        return node


def with_dead_code(program: Program) -> Program | None:
    """Statements that change nothing."""
    tree = ast.fix_missing_locations(_Dead().visit(ast.parse(program.source)))
    return program.with_source(ast.unparse(tree) + "\n")


def _stored(*nodes: ast.AST) -> set[str]:
    """The names that are given values somewhere in there."""
    return {n.id for node in nodes for n in ast.walk(node) if isinstance(n, ast.Name) and not _read(n)}


def _read(place: ast.Name | ast.Subscript) -> bool:
    """Whether a name, or a part of what it stands for, is read there."""
    return isinstance(place.ctx, ast.Load)


def _jumps(body: list[ast.stmt], inner: bool = False) -> bool:
    """Whether control leaves a loop's body before its end; `inner` if it is that of a loop in there."""
    for node in body:
        if isinstance(node, ast.Return) or (isinstance(node, (ast.Break, ast.Continue)) and not inner):
            return True
        loop = isinstance(node, (ast.For, ast.While))
        if _jumps(getattr(node, "body", []), inner or loop) or _jumps(getattr(node, "orelse", []), inner):
            return True
    return False


def _turns(items: ast.expr) -> tuple[str, str, str] | None:
    """When there is a first turn ("" for always), its item, and the items of the others."""
    if isinstance(items, (ast.Name, ast.Subscript, ast.Attribute)):
        text = ast.unparse(items)
        return f"len({text}) > 0", f"{text}[0]", f"{text}[1:]"
    if not isinstance(items, ast.Call) or not isinstance(items.func, ast.Name):
        return None
    name, given = items.func.id, [ast.unparse(a) for a in items.args]
    if name == "range":
        low, high, step = (["0", *given] if len(given) == 1 else given) + ["1"] * (len(given) < 3)
        at = str(int(low) + int(step)) if low.lstrip("-").isdigit() else f"{low} + {step}"
        rest = f"range({at}, {high}, {step})" if step != "1" else f"range({at}, {high})"
        test = f"{low} {'>' if step.startswith('-') else '<'} {high}"
        return ("" if not re.search("[a-z]", test) and eval(test) else test), low, rest
    inside = [_turns(argument) for argument in items.args]
    if name == "reversed" and isinstance(items.args[0], ast.Call):
        stop = ast.unparse(items.args[0].args[0])
        return f"{stop} > 0", f"{stop} - 1", f"reversed(range({stop} - 1))"
    if name == "reversed":
        return f"len({given[0]}) > 0", f"{given[0]}[-1]", f"reversed({given[0]}[:-1])"
    if name in ("enumerate", "zip") and all(inside):
        tests, firsts, rests = zip(*(turns for turns in inside if turns))
        if name == "enumerate":
            return tests[0], f"0, {firsts[0]}", f"enumerate({rests[0]}, 1)"
        return " and ".join(tests), ", ".join(firsts), f"zip({', '.join(rests)})"
    return None


class _Peeled(ast.NodeTransformer):
    """Writes out the first turn of the outermost loops that are left at their ends only."""

    count = 0

    def visit_For(self, node: ast.For) -> Any:
        turns = _turns(node.iter)
        read = {n.id for n in ast.walk(node.iter) if isinstance(n, ast.Name)}
        if turns is None or node.orelse or _jumps(node.body) or read & _stored(node.target, *node.body):
            return self.generic_visit(node)
        self.count += 1
        test, item, rest = turns
        first = [*ast.parse(f"{ast.unparse(node.target)} = {item}").body, *copy.deepcopy(node.body)]
        node.iter = ast.parse(rest, mode="eval").body
        return [ast.If(ast.parse(test, mode="eval").body, first, []) if test else first, node]


def with_a_turn_before(program: Program) -> Program | None:
    """The first turn of loops written out before them."""
    peeled = _Peeled()
    tree = ast.fix_missing_locations(peeled.visit(ast.parse(program.source)))
    return program.with_source(ast.unparse(tree) + "\n") if peeled.count else None


def _writes(function: ast.FunctionDef) -> bool:
    """Whether a function may write into what it is given; what stands before its call would see that."""
    whole = {a.arg for a in function.args.args if ast.unparse(a.annotation or a) in ("float", "int")}
    for node in ast.walk(function):
        if isinstance(node, ast.AugAssign) and not _stored(node.target) <= whole:
            return True
        if isinstance(node, ast.Expr) or (isinstance(node, ast.Subscript) and not _read(node)):
            return True
    return False


class _Renamed(ast.NodeTransformer):
    """Other expressions in the place of names."""

    def __init__(self, names: dict[str, ast.expr]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> Any:
        other = copy.deepcopy(self.names.get(node.id, node))
        if isinstance(other, ast.Name):
            other.ctx = node.ctx
        return other


class _Inlined(ast.NodeTransformer):
    """Writes out what is called in a statement, before it."""

    def __init__(self) -> None:
        self.helpers: dict[str, ast.FunctionDef] = {}
        self.before: list[ast.stmt] = []
        self.whole: ast.expr | None = None
        self.count = 0

    def statement(self, node: Any) -> Any:
        """A statement behind those of what is called in it; in other statements it is visited, too."""
        outer, self.before = self.before, []
        self.whole = node.value if isinstance(node, (ast.Assign, ast.Return)) else None
        self.generic_visit(node)
        before, self.before = self.before, outer
        return [*before, node]

    visit_Assign = visit_AugAssign = visit_Return = visit_Expr = visit_If = visit_For = statement

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        self.generic_visit(node)
        if isinstance(node.body[-1], ast.Return) and not _jumps(node.body[:-1]):
            self.helpers[node.name] = node
        return node

    def visit_Call(self, node: ast.Call) -> Any:
        """A call of a helper, whose statements go before the one it stands in."""
        whole = node is self.whole
        self.generic_visit(node)
        helper = self.helpers.get(getattr(node.func, "id", ""))
        if helper is None or (not whole and _writes(helper)):
            return node
        self.count += 1
        parameters = [a.arg for a in helper.args.args]
        stored = _stored(*helper.body)
        names: dict[str, ast.expr] = {
            name: ast.Name(f"{name}_{self.count}", ast.Load()) for name in stored.union(parameters)
        }
        for parameter, argument in zip(parameters, node.args):
            if isinstance(argument, ast.Name) and parameter not in stored:
                names[parameter] = argument
            else:
                self.before.append(ast.Assign([names[parameter]], argument, lineno=0))
        *body, last = (_Renamed(names).visit(copy.deepcopy(s)) for s in helper.body)
        self.before += body
        return last.value

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        return node  # what is in there may not be computed, or more than once

    visit_BoolOp = visit_ListComp = visit_GeneratorExp = visit_IfExp

    def visit_While(self, node: ast.While) -> Any:
        test, node.test = node.test, ast.Constant(True)  # is computed more than once
        self.generic_visit(node)
        node.test = test
        return node


def with_what_is_called(program: Program) -> Program | None:
    """The statements of functions in the place of their calls."""
    inlined = _Inlined()
    tree = inlined.visit(ast.parse(program.source))
    called = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)} | {program.name}
    tree.body = [n for n in tree.body if not isinstance(n, ast.FunctionDef) or n.name in called]
    return program.with_source(ast.unparse(ast.fix_missing_locations(tree)) + "\n") if inlined.count else None


def with_values_computed_again(program: Program) -> Program | None:
    """What statements on one line give to names marked as not to be kept."""
    lines = ast.unparse(ast.parse(program.source)).split("\n")
    nodes = (n for n in ast.walk(ast.parse("\n".join(lines))) if isinstance(n, ast.Assign))
    for line in {n.lineno for n in nodes if n.lineno == n.end_lineno and n.col_offset > 0}:
        lines[line - 1] += "  # backprop: recompute"
    return program.with_source("\n".join(lines) + "\n")


RELATIONS = (
    in_other_names,
    without_annotations,
    in_the_other_style,
    with_respect_to_one,
    in_stages,
    with_dead_code,
    with_a_turn_before,
    with_what_is_called,
    with_values_computed_again,
)
