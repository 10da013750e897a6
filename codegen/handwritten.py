"""Reading a backward pass that somebody wrote by hand: which statements are the forward pass and which the
backward pass, which name stands for the gradient on which variable, and which gradients come out at the end.

It is a function `f_backward` beside `f_forward` or `f`, or a script in which the one follows on the other.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from codegen.problems import lines_of
from codegen.stepwise import reads, root
from codegen.trees import walk

ABOVE = re.compile(r"\s*#\s*(the\s+)?(backward|backprop)\b", re.IGNORECASE)
EXAMPLE = re.compile(r"^\s*#\s*backprop:\s*example\s+(.+)$")
BACKWARD = re.compile(r"(\w+_)?backward(_\w+)?")
BINDERS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class NotGraded(Exception):
    """The file cannot be graded, and why; line 0 is the file as a whole."""

    def __init__(self, message: str, line: int = 0, path: str = "") -> None:
        super().__init__(message)
        self.line, self.path = line, path

    def place(self, path: str) -> str:
        """Where it is; in the file that is graded, if it is not said."""
        return f"{self.path or path}:{self.line}" if self.line else self.path or path


@dataclass(frozen=True)
class File:
    """A file that was read."""

    path: str
    text: str
    tree: ast.Module = field(repr=False, compare=False)

    def line(self, number: int) -> str:
        """A line without what stands around it."""
        lines = lines_of(self.text)
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""

    def function(self, name: str) -> ast.FunctionDef | None:
        """The last function of a name."""
        found = [node for node in self.tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
        return found[-1] if found else None

    def example(self, node: ast.FunctionDef) -> str:
        """What comments above a function, `# backprop: example x=3, y=-4`, say."""
        lines, found = lines_of(self.text), []
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        for line in reversed(lines[: first - 1]):
            if not line.lstrip().startswith("#"):
                break
            found += EXAMPLE.findall(line)
        return ", ".join(found)


@dataclass(frozen=True)
class Forward:
    """The forward pass: its file, its statements, what it is called with; a script is one of no arguments.

    `outputs` are how many values it gives that have a gradient, `cached` whether a cache comes after them.
    `before` are the statements of a script that only prepare what its forward pass begins with.
    """

    file: File
    name: str
    body: tuple[ast.stmt, ...]
    node: ast.FunctionDef | None = None
    outputs: int = 1
    cached: bool = False
    before: tuple[ast.stmt, ...] = ()

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names of the arguments."""
        return () if self.node is None else tuple(parameter.arg for parameter in parameters(self.node))

    @property
    def variables(self) -> tuple[str, ...]:
        """All variables, the arguments first; items of dicts that are read by their keys as `p['w']`."""
        found = dict.fromkeys(self.arguments)
        for statement in (*self.before, *self.body):
            if not isinstance(statement, BINDERS):
                found |= dict.fromkeys(targets(statement))
        keyed = (spelled(node) for statement in self.body for node in walk(statement))
        return tuple(found | dict.fromkeys(name for name in keyed if "[" in name))


@dataclass(frozen=True)
class Handwritten:
    """A backward pass as it was written.

    `gradients` are the variables by the names of their gradients, `returned` by the line of each `return`
    what is returned there: a name, and the variable that this is the gradient on. `roles` says what each
    parameter of the backward pass is: `cache`, `value` of a variable, or `upstream`.
    """

    file: File
    name: str
    forward: Forward
    body: tuple[ast.stmt, ...]
    gradients: Mapping[str, str]
    returned: Mapping[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    roles: tuple[tuple[str, str], ...] = ()
    truth: Forward | None = None

    @property
    def is_script(self) -> bool:
        """Whether both passes are statements of one file."""
        return self.forward.node is None


def parameters(node: ast.FunctionDef) -> list[ast.arg]:
    """The parameters of a function in order."""
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def spelled(node: ast.AST) -> str:
    """A name, or an item that is taken by a text, as `grads['w']`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        key = node.slice.value if isinstance(node.slice, ast.Constant) else None
        return f"{node.value.id}[{key!r}]" if isinstance(key, str) else ""
    return ""


def targets(statement: ast.stmt) -> Iterator[str]:
    """The variables that a statement binds or changes, those of blocks with all that is in them."""
    for node in walk(statement):
        if isinstance(node, (ast.Name, ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
            yield spelled(node) or root(node)
    for node in walk(statement):  # np.add.at(dx, i, dy)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and node.value.args:
            yield spelled(node.value.args[0])


def variables_of(name: str) -> Iterator[str]:
    """The variables that a name may be the gradient on, the likeliest first."""
    key = re.fullmatch(r"\w+\['(.+)'\]", name)
    for word in [key[1]] if key else []:
        yield word
        yield from variables_of(word)
    for pattern in (r"d_(\w+)", r"d(\w+)", r"grad_(\w+)", r"(\w+)_grad"):
        if found := re.fullmatch(pattern, name):
            yield found[1]


def read_file(text: str, path: str) -> File:
    """A file as text and tree. Raises `NotGraded`."""
    try:
        return File(path, text, ast.parse(text))
    except SyntaxError as error:
        raise NotGraded(f"it is no Python: {error.msg}", error.lineno or 0, path) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise NotGraded(f"it is no Python that can be read: {error}", 0, path) from None


def passes_in(mine: File, against: File | None, function: str) -> list[Handwritten]:
    """The backward passes of a file; that of one function, if it is named. Raises `NotGraded`."""
    names = [node.name for node in mine.tree.body if isinstance(node, ast.FunctionDef)]
    backward = [name for name in dict.fromkeys(names) if BACKWARD.fullmatch(name)]
    if function:
        backward = [name for name in backward if function in (name, _plain_name(name))]
        if not backward:
            raise NotGraded(f"there is no function {function}_backward", 0, mine.path)
    if backward:
        return [_of_functions(mine, against, name) for name in backward]
    return [_of_script(mine)]


def _plain_name(name: str) -> str:
    """The function that a backward pass is of, by its name: `f_backward`, `f_backward_naive`."""
    return "_".join(part for part in BACKWARD.sub(r"\1\2", name).split("_") if part)


def _of_script(mine: File) -> Handwritten:
    body = [node for node in mine.tree.body if not _is_text(node)]
    start = _start(body, mine)
    whole = Forward(mine, "", tuple(body[:start]))
    gradients = _gradients(body[start:], whole.variables)
    reading = (bool(set(gradients.values()) & set(reads(node))) for node in body[:start])
    first = next((at for at, reads_one in enumerate(reading) if reads_one), start)
    forward = Forward(mine, "", tuple(body[first:start]), before=tuple(body[:first]))
    if not forward.body:
        raise NotGraded("no statement of a forward pass stands before the gradients", 0, mine.path)
    return Handwritten(mine, "", forward, tuple(body[start:]), gradients)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _start(body: Sequence[ast.stmt], mine: File) -> int:
    """The statement with which the backward pass of a script begins.

    No variable that has a gradient is bound behind it: what looks like a gradient (`dt`) may be a variable.
    """
    plain = [node if not isinstance(node, BINDERS) else ast.Pass() for node in body]
    bound = [set(targets(node)) for node in plain]
    possible = []
    for start in range(1, len(body)):
        before = set().union(*bound[:start])
        behind = set().union(*bound[start:]) - before
        order = tuple(dict.fromkeys(name for names in bound[:start] for name in sorted(names)))
        begins = any(_variable(name, order) for name in bound[start])
        late = any(variable in behind for name in behind for variable in variables_of(name))
        if begins and bound[start] <= behind and not late:
            possible.append(start)
    if not possible:
        raise NotGraded(
            "there is no function f_backward, and no statement gives a value to a gradient, "
            "such as dx of a variable x above it",
            0,
            mine.path,
        )
    first = possible[0]
    marked = [start for start in possible if _is_marked(body[start - 1], body[start], mine)]
    if not marked:
        return first
    # A comment tells, if what comes before it goes on from what looks like a gradient (`x2 = x + v * dt`).
    like = {name for names in bound[first : marked[0]] for name in names if any(variables_of(name))}
    on = (
        names <= like or not like & set(reads(node))
        for names, node in zip(bound[first:], body[first : marked[0]])
    )
    return first if all(on) else marked[0]


def _is_marked(before: ast.stmt, node: ast.stmt, mine: File) -> bool:
    lines = lines_of(mine.text)[before.end_lineno or before.lineno : node.lineno - 1]
    return any(ABOVE.match(line) for line in lines)


def _gradients(body: Iterable[ast.stmt], variables: Sequence[str]) -> dict[str, str]:
    """The variables by the names of their gradients."""
    found: dict[str, str] = {}
    body = list(body)
    bound = [name for statement in body for name in targets(statement)]
    # A gradient may be read, and given a value by no line.
    loaded = (node for statement in body for node in walk(statement) if isinstance(node, ast.Name))
    for name in [*bound, *(node.id for node in loaded)]:
        variable = _variable(name, variables) if name and name not in variables else ""
        if variable:
            found[name] = variable
    plain = {variable for name, variable in found.items() if name == f"d{variable}"}
    return {name: v for name, v in found.items() if v not in plain or name == f"d{v}" or "[" in name}


def _variable(name: str, variables: Sequence[str]) -> str:
    """The variable that a name is the gradient on; empty for none."""
    for variable in variables_of(name):
        if variable in variables:
            return variable
        items = [known for known in variables if known.endswith(f"[{variable!r}]")]
        if len(items) == 1:
            return items[0]
    # dfdx, or dL_dx; dqdx, where q is not what comes out in the end, is a local gradient.
    last = next((variable for variable in reversed(variables) if "[" not in variable), "")
    ends = "|".join(
        re.escape(word) for word in (last, "L", "J", "loss", "out") if word == last or word not in variables
    )
    found = re.fullmatch(rf"d_?(?:{ends})_?d_?(\w+)", name) if last else None
    return found[1] if found and found[1] in variables else ""


def _of_functions(mine: File, against: File | None, name: str) -> Handwritten:
    node = mine.function(name)
    assert node is not None
    stem, paired = _plain_name(name), BACKWARD.sub(r"\1forward\2", name)
    own = _forward(mine, paired)
    truth = None
    if against is not None:
        truth = _forward(against, stem) or _forward(against, paired)
        if truth is None:
            raise NotGraded(f"there is no function {stem} in it", 0, against.path)
    forward = own or truth or _forward(mine, stem)
    if forward is None:
        way = f"write {stem or 'f'} or {paired} into it, or say --against SOURCE.py"
        raise NotGraded(f"what {name} is the backward pass of is not there: {way}", node.lineno, mine.path)
    body, returned = _with_names(node, forward, mine)
    roles = _roles(node, forward, mine)
    gradients = _gradients([*body, *_as_targets(node)], forward.variables)
    for pairs in returned.values():
        gradients |= {gradient: variable for gradient, variable in pairs if gradient not in forward.variables}
    return Handwritten(
        mine, name, forward, tuple(body), gradients, returned, roles, truth if own is not None else None
    )


def _as_targets(node: ast.FunctionDef) -> list[ast.stmt]:
    """The parameters of a function as if they were bound in it."""
    return [ast.Assign([ast.Name(one.arg, ast.Store())], ast.Constant(0)) for one in parameters(node)]


def _forward(file: File, name: str) -> Forward | None:
    node = file.function(name)
    if node is None:
        return None
    body = tuple(one for one in node.body if not _is_text(one))
    counts = {_count(part.value) for part in walk(node) if isinstance(part, ast.Return) and part.value}
    if len(counts) != 1:
        what = "returns nothing" if not counts else "returns now so many values, now others"
        raise NotGraded(f"{name} {what}", node.lineno, file.path)
    (count,) = counts
    cached = "forward" in name.split("_") and count > 1
    return Forward(file, name, body, node, count - cached, cached)


def _count(value: ast.expr | None) -> int:
    return len(value.elts) if isinstance(value, ast.Tuple) else 1


def _roles(node: ast.FunctionDef, forward: Forward, mine: File) -> tuple[tuple[str, str], ...]:
    """What each parameter of a backward pass is given."""
    names = [one.arg for one in parameters(node)]
    values = [name for name in names if name in forward.variables and not _is_cache(name, forward)]
    rest = [name for name in names if name not in values]
    caches = [name for name in rest if _is_cache(name, forward)]
    alone = bool(names) and names == rest[:1] and _is_taken_apart(names[0], node)
    if not caches and forward.cached and (len(rest) == forward.outputs + 1 or alone):
        caches = rest[-1:]
    upstream = [name for name in rest if name not in caches]
    if len(caches) > 1 or len(upstream) not in (0, forward.outputs):
        raise NotGraded(
            f"what {node.name} takes is not clear: it may take the gradients on what {forward.name} gives "
            f"({forward.outputs}), the cache, and values of variables by their names",
            node.lineno,
            mine.path,
        )
    kind = {**dict.fromkeys(values, "value"), **dict.fromkeys(caches, "cache")}
    return tuple((name, kind.get(name, "upstream")) for name in names)


def _is_taken_apart(name: str, node: ast.FunctionDef) -> bool:
    """Whether items of a parameter are given to names: so it is with a cache."""
    for part in walk(node):
        if isinstance(part, ast.Assign) and spelled(part.value) == name:
            return isinstance(part.targets[0], ast.Tuple)
        if isinstance(part, ast.Subscript) and spelled(part.value) == name and spelled(part):
            return True
    return False


def _is_cache(name: str, forward: Forward) -> bool:
    last = forward.body[-1]
    if forward.cached and isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple):
        return name == spelled(last.value.elts[-1])
    return name == "cache"


def _with_names(
    node: ast.FunctionDef, forward: Forward, mine: File
) -> tuple[list[ast.stmt], dict[int, tuple[tuple[str, str], ...]]]:
    """The body with names for the gradients that are returned, and which variable each is the gradient on."""
    body = [one for one in node.body if not _is_text(one)]
    returned: dict[int, tuple[tuple[str, str], ...]] = {}
    taken = {part.id for part in walk(node) if isinstance(part, ast.Name)}
    for statement in [part for part in walk(node) if isinstance(part, ast.Return) and part.value]:
        named = _named(statement, forward, taken, mine)
        returned[statement.lineno] = tuple((name, variable) for name, variable, _ in named)
        added = [_given(name, value) for name, _, value in named if value is not None]
        if added and statement in body:
            at = body.index(statement)
            names: list[ast.expr] = [ast.Name(name, ast.Load()) for name, _, _ in named]
            body[at : at + 1] = [*added, _located(ast.Return(ast.Tuple(names, ast.Load())), statement)]
    if not returned:
        raise NotGraded(f"{node.name} returns nothing", node.lineno, mine.path)
    filled = dict.fromkeys(name for one in body for name in targets(one) if "[" in name)
    return body, {line: _with_items(pairs, filled, forward.variables) for line, pairs in returned.items()}


def _with_items(
    pairs: Iterable[tuple[str, str]], filled: Iterable[str], variables: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """What is returned, with the items of a dict that is filled by its keys in its place."""
    found = []
    for name, variable in pairs:
        items = [(item, _variable(item, variables)) for item in filled if item.startswith(f"{name}[")]
        found += [(name, variable)] if variable else [(item, of) for item, of in items if of]
    return tuple(found)


def _located(node: ast.stmt, place: ast.AST) -> ast.stmt:
    return ast.fix_missing_locations(ast.copy_location(node, place))


def _given(name: str, value: ast.expr) -> ast.stmt:
    return _located(ast.Assign([ast.Name(name, ast.Store())], value), value)


def _named(
    statement: ast.Return, forward: Forward, taken: set[str], mine: File
) -> list[tuple[str, str, ast.expr | None]]:
    """Of each gradient that is returned its name, its variable, and its value where it has no name."""
    value = statement.value
    assert value is not None
    elements = list(value.elts) if isinstance(value, ast.Tuple) else [value]
    if len(elements) == 1 and isinstance(elements[0], ast.Dict):
        return list(_of_dict(elements[0], forward, taken))
    arguments = forward.arguments
    found = [next((a for a in arguments if _is_gradient(spelled(one), a)), "") for one in elements]
    if len(elements) == len(arguments):
        found = [a or (b if b not in found else "") for a, b in zip(found, arguments)]
    named = []
    for element, variable in zip(elements, found):
        name = spelled(element)
        if isinstance(element, ast.Constant):  # None, of labels and the like
            continue
        if not variable and not (len(elements) == 1 and name):
            what = f"on which argument {ast.unparse(element)} is the gradient is not clear"
            raise NotGraded(f"{what}: name it after its argument, as in dx", statement.lineno, mine.path)
        named.append(_one(name, variable, element, taken))
    return named


def _one(name: str, variable: str, element: ast.expr, taken: set[str]) -> tuple[str, str, ast.expr | None]:
    if name:
        return name, variable, None
    name = next(one for one in (f"d{variable}", f"d_{variable}", f"@d{variable}") if one not in taken)
    return name, variable, element


def _of_dict(
    value: ast.Dict, forward: Forward, taken: set[str]
) -> Iterator[tuple[str, str, ast.expr | None]]:
    for key, element in zip(value.keys, value.values):
        word = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""
        variable = _variable(f"_['{word}']", forward.variables) if word else ""
        if variable:
            yield _one(spelled(element), variable, element, taken)


def _is_gradient(name: str, argument: str) -> bool:
    return argument in variables_of(name)
