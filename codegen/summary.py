"""What a caller knows of a function: its outputs in its own symbols, its gradients, what it shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from codegen import knowledge
from codegen.compilers import compiler
from codegen.kind import Dims, Kind, Shape, Spread, atom
from codegen.library import Library
from codegen.lower import Lowered
from codegen.parse import Module
from codegen.terms import Term

ARRAY_LIBRARIES = ("numpy", "jax", "cupy", "autograd")


@dataclass(frozen=True)
class Summary:
    """What a caller needs to know of a function whose pair has been generated.

    `gradients` are the parameters that have a place in what the backward pass returns; `wanted`
    says which of the others are left out by `wrt`. `outputs` are kinds in the function's own
    symbols, `upstream` says which of them have an upstream gradient, `shares` which arguments'
    memory each may share; `together` gives outputs that share memory with one another the number of
    the first of them; `escapes` are dicts of which keys that are not read reach an output. `mutated`
    are the parameters that the function writes into.
    """

    name: str
    parameters: tuple[str, ...]
    kinds: tuple[Kind, ...]
    required: tuple[str, ...]
    gradients: tuple[str, ...]
    left_out: tuple[str, ...]
    outputs: tuple[Kind, ...]
    output_names: tuple[str, ...]
    upstream: tuple[bool, ...]
    shares: tuple[frozenset[str], ...]
    together: tuple[int, ...]
    escapes: frozenset[str]
    final: bool
    mutated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What the function stands in: the module, all gates, the summaries of what it calls.

    `library` is the library of arrays that the function computes with. `complex` says that some value
    is complex: what nothing is known of may be so too then. `taken` are the parameters that are taken for
    arrays, though they are used as lists could be.
    """

    module: Module
    gates: Library
    summaries: Mapping[str, Summary]
    final: bool
    library: str = "numpy"
    annotated: bool = False
    complex: bool = False
    taken: frozenset[str] = frozenset()

    @property
    def arrays(self) -> bool:
        """Whether there are arrays: the module imports a library of them, or annotations say so."""
        return self.annotated or bool(self.module.roots() & set(ARRAY_LIBRARIES))


def library_of(lowered: Lowered, module: Module) -> str:
    """The library of arrays that a function computes with, by its calls or else by the module's imports.

    What JAX compiles computes with JAX's. Where it uses NumPy beside another one, it is the other one:
    that takes NumPy's arrays too.
    """
    if compiler(lowered.function, module) == "jax":
        return "jax.numpy"
    roots = {library.split(".")[0]: library for library in knowledge.vocabulary().libraries}
    terms = (t for s in lowered.statements for b in (*s.reads, *(b.term for b in s.binds)) for t in b.walk())
    called = {term.spelled.split(".")[0] for term in terms if term.op in ("call", "global")}
    for names in (called, module.roots()):
        if found := [library for root, library in roots.items() if root in names]:
            return found[-1]
    return "numpy"


def arguments(summary: Summary, call: Term) -> dict[str, Term]:
    """The terms that a call gives to a function's parameters, in the order of the call."""
    order = [
        key or summary.parameters[i] for i, key in enumerate(call.keys) if key or i < len(summary.parameters)
    ]
    return dict(zip(order, call.args))


def show_shape(shape: Shape) -> str:
    """A shape for people."""
    if isinstance(shape, Spread):
        return "a shape that is not known"
    return (
        "("
        + ", ".join("?" if str(d).startswith("?") else str(d) for d in shape)
        + ("," if len(shape) == 1 else "")
        + ")"
    )


def bind_symbols(own: Shape, given: Shape, symbols: dict[str, Any]) -> None:
    """What a callee's symbols stand for in a call."""
    if isinstance(own, Spread):
        if len(own.atoms) == 1:
            symbols.setdefault(next(iter(own.atoms)), given)
    elif isinstance(given, tuple) and len(own) == len(given):
        for symbol, size in zip(own, given):
            if isinstance(symbol, str):
                symbols.setdefault(symbol, size)


def substituted_kind(kind: Kind, symbols: Mapping[str, Any], dims: Dims, key: Any) -> Kind:
    """A callee's output in the caller's symbols."""
    items = None
    if kind.items is not None:
        items = tuple(substituted_kind(k, symbols, dims, (key, i)) for i, k in enumerate(kind.items))
    shape = kind.shape
    if isinstance(shape, Spread):
        parts = [symbols.get(a, atom(dims.fresh((key, a)))) if isinstance(a, str) else a for a in shape.atoms]
        new = dims.broadcast(parts)
        shape = atom(dims.fresh((key, "output"))) if new is None else new
    else:
        shape = tuple(symbols.get(d, dims.fresh((key, d))) if isinstance(d, str) else d for d in shape)
    form = kind.form
    if form == "tensor" and shape == ():
        form = "number"
    elif form == "tensor" and isinstance(shape, tuple):
        form = "array"
    return replace(kind, form=form, shape=shape if kind.numeric else kind.shape, items=items, value=None)
