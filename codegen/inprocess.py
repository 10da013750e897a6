"""The generator in process: functions in, functions out.

A function's source is looked up, its passes are generated as text and run in a namespace of their
own. The text is registered where Python looks for source lines, so that a debugger steps through
what was generated, `inspect.getsource` shows it, and it can be differentiated again.
"""

from __future__ import annotations

import ast
import builtins
import functools
import hashlib
import linecache
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from codegen.generate import Options, generate_module, methods_of
from codegen.highlight import COLOURS, escaped, highlighted
from codegen.problems import ended_lines
from codegen.trees import walk

Function = Callable[..., Any]
Names = str | Iterable[str]


def generate(
    text: str,
    *,
    only: Names = (),
    wrt: Mapping[str, Names] | None = None,
    final: Names = (),
    style: str = "clean",
    templates: Names = (),
    check_shapes: bool = False,
    path: str = "<string>",
) -> str:
    """The module that holds the passes of the functions in `text`, as text.

    `only` names functions (all, if none), `wrt` the arguments whose gradients are returned, by
    function, `final` the functions whose output's gradient is 1; `style` is "clean" or "notes",
    `templates` are paths of files with gates. Raises `codegen.Refused`, whose `problems` say
    what stands against it and where.
    """
    options = Options(
        only=_tuple(only),
        wrt={function: _tuple(names) for function, names in (wrt or {}).items()},
        final=_tuple(final),
        style=_style(style),
        templates=_tuple(templates),
        check_shapes=check_shapes,
    )
    return generate_module(text, path, options)


def backprop(
    f: Function,
    *,
    wrt: Names | None = None,
    final: bool = False,
    style: str = "clean",
    templates: Names = (),
    check_shapes: bool = False,
) -> tuple[Function, Function]:
    """`f_forward` and `f_backward` for a function at the top level of a module.

    `f_forward` takes what `f` takes, and returns its output and a cache; `f_backward` takes the
    gradient on the output and the cache, and returns the gradients on the arguments, or on those
    that `wrt` names. A notebook shows the two as they are written. Raises TypeError for what is not such
    a function, ValueError where its source is not what runs, and `codegen.Refused` where it cannot be
    differentiated.
    """
    options: dict[str, Any] = {"style": style, "templates": templates, "check_shapes": check_shapes}
    passes = find_passes(f, wrt, final=final, **options)
    return Pair(run_passes(passes), passes.text)


def grad(f: Function, wrt: Names | None = None, *, templates: Names = ()) -> Function:
    """A function that takes what `f` takes and returns the gradients of its output, a scalar.

    With one argument to differentiate, or one that `wrt` names, that is its gradient; with
    several a tuple, in the order of `wrt` where it is given. The result is an ordinary function
    with source of its own: `grad(grad(f))` works.
    """
    return _gradient(f, wrt, templates, with_value=False)


def value_and_grad(f: Function, wrt: Names | None = None, *, templates: Names = ()) -> Function:
    """As `grad`, but the function returns a pair: what `f` returns, and the gradients."""
    return _gradient(f, wrt, templates, with_value=True)


def upstream(output: Any, name: str) -> Any:
    """The gradient on a scalar output: 1, in its precision. Raises TypeError for another output."""
    kind = np.asarray(output).dtype.kind if not isinstance(output, (list, tuple, dict)) else "O"
    if kind not in "fiub":
        what = "complex" if kind == "c" else f"a {type(output).__name__}"
        raise TypeError(f"{name}: the output is not a real scalar but {what}")
    if np.shape(output):
        raise TypeError(f"{name}: the output is not a scalar (shape {np.shape(output)})")
    # In NumPy 1 a Python float would make a float64 of a float32 scalar.
    return output.dtype.type(1) if isinstance(output, (np.floating, np.ndarray)) and kind == "f" else 1.0


@dataclass(frozen=True)
class Source:
    """A function with the text of its module."""

    name: str
    function: types.FunctionType
    text: str
    path: str
    node: ast.FunctionDef


@dataclass(frozen=True)
class Passes:
    """The generated module of one function, and where its passes stand in it."""

    source: Source
    text: str
    forward: ast.FunctionDef
    backward: ast.FunctionDef

    @property
    def differentiated(self) -> list[str]:
        """The arguments whose gradients the backward pass returns, in that order."""
        value = _last_return(self.backward)
        if value is None:
            return []
        words = [ast.unparse(part) for part in getattr(value, "elts", [value])]
        parameters = _parameters(self.forward)
        left = iter(parameters)
        # `dx`, or `d_x` where the function has a `dx` of its own; both are in signature order.
        found = [next((p for p in left if word in (f"d{p}", f"d_{p}")), "") for word in words]
        if all(found):
            return found
        if len(words) != len(parameters):
            raise ValueError(f"{self.source.name}: which arguments {', '.join(words)} belong to is not clear")
        return list(parameters)  # somebody has written them otherwise, but all of them


def find_passes(
    f: Function,
    wrt: Names | None,
    *,
    final: bool = False,
    style: str = "clean",
    templates: Names = (),
    check_shapes: bool = False,
) -> Passes:
    """Generates the passes of a function; nothing is run yet."""
    source = _source(f)
    text = _generated(
        source.text,
        source.path,
        source.name,
        None if wrt is None else _wrt(source, wrt),
        final,
        _style(style),
        _tuple(templates),
        check_shapes,
    )
    functions = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    return Passes(source, text, functions[f"{source.name}_forward"], functions[f"{source.name}_backward"])


def passes_of(f: Function, pair: tuple[Function, Function]) -> Passes:
    """The passes of a function that are there already, as their source has them; nothing is generated."""
    forward, backward = map(_source, pair)
    return Passes(_source(f), forward.text, forward.node, backward.node)


class Pair(tuple[Function, Function]):
    """A forward and a backward pass; `text` is the module that they are from, which is shown of them."""

    text: str

    def __new__(cls, functions: tuple[Function, Function], text: str) -> Pair:
        pair = super().__new__(cls, functions)
        pair.text = text
        return pair

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(self.text)

    def _repr_html_(self) -> str:
        try:
            lines = highlighted(self.text)
        except ImportError:
            lines = escaped(self.text).split("\n")
        colours = "".join(f".backprop .{mark}{{{style}}}" for mark, style in COLOURS.items())
        return f"<style>{colours}</style><pre class=backprop>" + "\n".join(lines) + "</pre>"


def run_passes(passes: Passes) -> tuple[Function, Function]:
    """The two passes as functions."""
    namespace = _run(passes.text, passes.source)
    return namespace[passes.forward.name], namespace[passes.backward.name]


@functools.lru_cache(maxsize=256)
def _generated(
    text: str,
    path: str,
    name: str,
    wrt: tuple[str, ...] | None,
    final: bool,
    style: str,
    templates: tuple[str, ...],
    check_shapes: bool,
) -> str:
    options = Options(
        only=(name,),
        wrt={} if wrt is None else {name: wrt},
        final=(name,) if final else (),
        style=style,
        templates=templates,
        check_shapes=check_shapes,
    )
    return generate_module(text, path, options)


def _source(f: Function) -> Source:
    """Looks up the text of the module that `f` stands in, and makes sure that it is what runs."""
    name = getattr(f, "__name__", repr(f))
    # A function compiled by numba or by JAX still has the one that it was made from.
    plain = getattr(f, "py_func", f)
    if not isinstance(plain, types.FunctionType | types.MethodType):
        plain = getattr(plain, "__wrapped__", plain)
    if isinstance(f, types.MethodType):
        way = f"give {type(f.__self__).__name__}.{name}, and the instance as its first argument"
        raise TypeError(f"{name}: a method has no Python source of its own; {way}")
    if not isinstance(plain, types.FunctionType):
        raise TypeError(f"{name}: a {type(f).__name__} has no Python source; write it with def")
    code = plain.__code__
    if code.co_name == "<lambda>":
        raise TypeError("a lambda cannot be differentiated; write it with def, at the top level of a module")
    if plain.__closure__ or "<locals>" in plain.__qualname__:
        raise TypeError(f"{name}: it is defined inside another function; move it to the top level")
    text = "".join(linecache.getlines(code.co_filename, plain.__globals__))
    if not text:
        raise ValueError(f"{name}: its source cannot be found ({code.co_filename})")
    node, name = _definition(plain, text), code.co_name
    if plain.__qualname__ != plain.__name__:
        name = methods_of(text).get(plain.__qualname__, "")
        if not name:
            raise TypeError(
                f"{plain.__qualname__}: it is a method of a class that does more than to hold values"
            )
    return Source(name, plain, text, _shown(code.co_filename), node)


def _definition(f: types.FunctionType, text: str) -> ast.FunctionDef:
    """The `def` of `f` in the text, which must be the one that its name stands for."""
    code, of_class = f.__code__, f.__qualname__.rpartition(".")[0]
    try:
        body = ast.parse(text).body
    except SyntaxError:
        body = []
    if of_class:
        classes = (node for node in body if isinstance(node, ast.ClassDef) and node.name == of_class)
        body = [part for node in classes for part in node.body]
    nodes = [node for node in body if getattr(node, "name", None) == code.co_name]
    if nodes and isinstance(node := nodes[-1], ast.FunctionDef):
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        if first == code.co_firstlineno and _parameters(node) == _signature(code):
            return node
    raise ValueError(
        f"{code.co_name}: the source in {code.co_filename} is not what runs; it has changed since it was "
        "loaded, defines the name twice, or a decorator has replaced the function"
    )


def _parameters(node: ast.FunctionDef) -> tuple[str, ...]:
    every = node.args
    return tuple(a.arg for a in [*every.posonlyargs, *every.args, *every.kwonlyargs])


def _signature(code: types.CodeType) -> tuple[str, ...]:
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _wrt(source: Source, wrt: Names) -> tuple[str, ...]:
    names = _tuple(wrt)
    known = _parameters(source.node)
    if not names:
        raise ValueError(f"{source.name}: wrt names no argument")
    for name in names:
        if name not in known:
            there = ", ".join(known) or "none"
            raise ValueError(f"{source.name}: there is no argument {name} (there are {there})")
    return names


def _run(text: str, source: Source) -> dict[str, Any]:
    """Runs generated text as if it stood in the module of the function it was made from."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    filename = f"<backprop {source.name} {digest}>"
    # Without a time of change the entry is never held against the file system.
    linecache.cache[filename] = (len(text), None, ended_lines(text), filename)
    outer = source.function.__globals__
    namespace: dict[str, Any] = {
        "__name__": source.function.__module__,
        "__package__": outer.get("__package__"),
        "__builtins__": builtins,
    }
    exec(compile(text, filename, "exec", dont_inherit=True), namespace)
    for name, value in namespace.items():
        if isinstance(value, type) and not name.startswith("__") and _fields(value):
            namespace[name] = _own_class(source, name, value)
    for name, value in namespace.items():
        if _is_constant(name, value) and name in outer and not _same(value, outer[name]):
            raise ValueError(
                f"{source.name}: {name} is no longer what the module's source says; make it an argument"
            )
    return namespace


def _own_class(source: Source, name: str, value: type) -> type:
    """The class that holds values which the module has now, and of which gradients are to be instances."""
    own = source.function.__globals__.get(name, value)
    if not isinstance(own, type) or _fields(own) != _fields(value):
        raise ValueError(f"{source.name}: {name} is no longer what the module's source says")
    return own


def _fields(value: type) -> tuple[str, ...]:
    """The names of the fields of a named tuple or a dataclass."""
    return tuple(getattr(value, "__dataclass_fields__", getattr(value, "_fields", ())))


def _is_constant(name: str, value: object) -> bool:
    code = isinstance(value, types.ModuleType) or callable(value)
    return not name.startswith("__") and not code


def _same(a: object, b: object) -> bool:
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(_same(x, y) for x, y in zip(a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, (np.ndarray, np.generic, float)) and isinstance(b, (np.ndarray, np.generic, float, int)):
        return bool(np.array_equal(a, b, equal_nan=np.asarray(a).dtype.kind in "fc"))
    return a is b or bool(a == b)


def _gradient(f: Function, wrt: Names | None, templates: Names, *, with_value: bool) -> Function:
    passes = find_passes(f, wrt, templates=templates)
    text, name = _with_gradient(passes, None if wrt is None else _tuple(wrt), with_value)
    function: Function = _run(text, passes.source)[name]
    return function


def _with_gradient(passes: Passes, wrt: tuple[str, ...] | None, with_value: bool) -> tuple[str, str]:
    """The generated module with one more function, which runs both passes; and its name."""
    source = passes.source.name
    outputs = len(_parameters(passes.backward)) - 1
    if outputs > 1:
        raise TypeError(f"{source}: it has {outputs} outputs; grad needs one, a scalar")
    taken = {node.id for node in walk(ast.parse(passes.text)) if isinstance(node, ast.Name)}
    taken |= {node.name for node in ast.parse(passes.text).body if isinstance(node, ast.FunctionDef)}
    taken |= {*_parameters(passes.forward), *dir(builtins)}

    def fresh(name: str) -> str:
        while name in taken:
            name += "_"
        taken.add(name)
        return name

    name = fresh(f"{source}_value_and_grad" if with_value else f"{source}_grad")
    one, cache = fresh("upstream"), fresh("cache")
    value, dvalue, gradients = fresh("value"), fresh("dvalue"), fresh("gradients")
    call = ", ".join(_arguments(passes.forward.args))
    lines = [
        f"from codegen.inprocess import upstream as {one}",
        "",
        "",
        f"def {name}({ast.unparse(_annotated(passes))}):",
        f'    """{"The value and the" if with_value else "The"} gradients of {source}, by its two passes."""',
        f"    {value}, {cache} = {source}_forward({call})",
        # The check is no part of what is differentiated when this function is.
        f'    {dvalue} = {one}({value}, "{source}")  # backprop: stop',
        f"    {gradients} = {source}_backward({dvalue + ', ' if outputs else ''}{cache})",
    ]
    result = _in_order(passes, wrt, gradients)
    lines.append(f"    return {value}, {result}" if with_value else f"    return {result}")
    return passes.text.rstrip("\n") + "\n\n\n" + "\n".join(lines) + "\n", name


def _in_order(passes: Passes, wrt: tuple[str, ...] | None, gradients: str) -> str:
    """The gradients in the order of `wrt`; the backward pass has them in that of the signature."""
    signature = passes.differentiated if wrt else []
    if not wrt or len(wrt) < 2 or list(wrt) == signature:
        return gradients
    return "(" + ", ".join(f"{gradients}[{signature.index(name)}]" for name in wrt) + ")"


def _arguments(parameters: ast.arguments) -> list[str]:
    positional = [a.arg for a in [*parameters.posonlyargs, *parameters.args]]
    return positional + [f"{a.arg}={a.arg}" for a in parameters.kwonlyargs]


def _annotated(passes: Passes) -> ast.arguments:
    """The forward pass's parameters, with the shapes that `f` gives for them."""
    parameters = ast.parse(ast.unparse(passes.forward)).body[0].args  # type: ignore[attr-defined]
    bound = {*dir(builtins), *_bound(ast.parse(passes.text))}
    own = passes.source.node.args
    annotations = {a.arg: a.annotation for a in [*own.posonlyargs, *own.args, *own.kwonlyargs]}
    for parameter in [*parameters.posonlyargs, *parameters.args, *parameters.kwonlyargs]:
        annotation = annotations.get(parameter.arg)
        if parameter.annotation is None and annotation is not None:
            names = {node.id for node in walk(annotation) if isinstance(node, ast.Name)}
            parameter.annotation = annotation if names <= bound else None
    assert isinstance(parameters, ast.arguments)
    return parameters


def _bound(tree: ast.Module) -> set[str]:
    """The names that the module's imports bind."""
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {alias.asname or alias.name.split(".")[0] for node in imports for alias in node.names}


def _last_return(function: ast.FunctionDef) -> ast.expr | None:
    last = function.body[-1]
    return last.value if isinstance(last, ast.Return) else None


def _tuple(names: Names) -> tuple[str, ...]:
    """A name alone stands for itself, not for its letters."""
    return (names,) if isinstance(names, str) else tuple(str(name) for name in names)


def _style(style: str) -> str:
    if style not in ("clean", "notes"):
        raise ValueError(f'there is no style {style!r}; it is "clean" or "notes"')
    return style


def _shown(filename: str) -> str:
    """The module's path as its header names it: the bare name says nothing about this machine."""
    return filename.replace("\\", "/").rpartition("/")[2]
