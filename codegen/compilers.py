"""Decorators that compile a function, which its passes keep; and what stands against all others.

numba and JAX leave a function what it is. Options that say how the code is made are kept with them;
those that say what the function takes or gives are not true of the pair.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from codegen.parse import Function, Module, dotted

COMPILERS = {"numba.njit": "numba", "numba.jit": "numba", "jax.jit": "jax"}
KEPT = {
    "numba": ("nopython", "cache", "fastmath", "nogil", "error_model", "boundscheck", "debug", "inline"),
    "jax": ("inline", "keep_unused"),
}
MEMORIES = ("functools.lru_cache", "functools.cache")
STATIC = (
    "the static arguments {option} would come out of the cache as arrays",
    "leave {option} out: write what is static as a constant, or take it from the shape of an argument",
)
GIVEN_AWAY = (
    "an argument that {option} gives away is gone when the backward pass reads it",
    "leave {option} out, and decorate the generated pair by hand",
)
SHARDED = (
    "{option} says how the values of {name} are spread over devices, and those of the pair are others",
    "leave {option} out, and decorate the generated pair by hand",
)
OTHERWISE = {
    "parallel": (
        "turns of a loop that run at once cannot be mirrored one by one",
        "leave parallel out, and write range for prange",
    ),
    "forceobj": ("with forceobj numba compiles nothing", "take the decorator off"),
    "locals": (
        "{option} says what the names in {name} are, and the pair has others",
        "leave {option} out: numba finds the types by itself",
    ),
    "static_argnums": STATIC,
    "static_argnames": STATIC,
    "donate_argnums": GIVEN_AWAY,
    "donate_argnames": GIVEN_AWAY,
    "in_shardings": SHARDED,
    "out_shardings": SHARDED,
}

Against = tuple[ast.AST, str, str]  # the place, what is wrong with it, what to do about it


def compiler(function: Function, module: Module) -> str:
    """What compiles a function: `numba`, `jax`, or nothing."""
    if not function.node.decorator_list:
        return ""
    names = _names(module)
    found = (COMPILERS.get(_taken_apart(d, names)[0]) for d in function.node.decorator_list)
    return next(filter(None, found), "")


def against(function: Function, module: Module) -> Iterator[Against]:
    """What stands against the decorators of a function."""
    for decorator in function.node.decorator_list:
        what, call = _taken_apart(decorator, _names(module))
        if what in COMPILERS:
            yield from _options(call, function.name, COMPILERS[what])
        elif what in MEMORIES:
            text = f"{what} keeps what {function.name} gave, and gives two callers one array"
            yield decorator, text, "take it off: the passes keep what they need in the cache"
        else:
            yield _unknown(decorator, function.name)


def _taken_apart(decorator: ast.expr, names: Mapping[str, str]) -> tuple[str, ast.Call]:
    """What a decorator is, and its arguments: `partial(jit, inline=True)` is `jit(inline=True)`."""
    call = decorator if isinstance(decorator, ast.Call) else ast.Call(decorator, [], [])
    what = dotted(call.func, names) or ""
    if what == "functools.partial" and call.args:
        call = ast.Call(call.args[0], call.args[1:], call.keywords)
        what = dotted(call.func, names) or ""
    return what, call


def _options(call: ast.Call, name: str, by: str) -> Iterator[Against]:
    """What stands against the arguments of a compiler's decorator."""
    for argument in call.args:
        if by == "jax":
            yield _unknown(argument, name)
            continue
        text = f"the signature {ast.unparse(argument)} is that of {name}, and its passes take and give more"
        yield argument, text, "leave the signature out: numba compiles for the types that it meets"
    for keyword in call.keywords:
        option = keyword.arg or "**"
        value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
        if option == "nopython" and value is not True:
            text = f"without nopython numba may leave parts of {name} to Python"
            yield keyword.value, text, "write nopython=True, or @njit"
        elif option in OTHERWISE and value is not False:
            text, way = (part.format(option=option, name=name) for part in OTHERWISE[option])
            yield keyword.value, text, way
        elif option not in (*KEPT[by], *OTHERWISE):
            text = f"it is not known what {option} in a decorator of {name} means for its passes"
            yield keyword.value, text, f"leave {option} out, and decorate the generated pair by hand"


def _unknown(decorator: ast.expr, name: str) -> Against:
    text = f"it is not known what the decorator {ast.unparse(decorator)} does to {name}"
    return decorator, text, "take the decorator off, and decorate the generated pair by hand"


def _names(module: Module) -> Mapping[str, str]:
    """What imported names mean, without those that the module gives another value."""
    taken = {*module.functions, *module.constants, *module.records, *module.unusable}
    return {name: target for name, target in module.imports.items() if name not in taken}
