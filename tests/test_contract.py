"""Every gate through the generator: a function that is its pattern, held to what every pair promises.

Where operands may be complex, the function makes them of real arguments, and weighs a complex output's
parts: tests/complex_gates.py.

`tests/test_gates.py` holds a gate's lines against differences. Here the text that comes of them runs:
its gradients against differences again, a second call, memory, types, and awkward inputs.
"""

from __future__ import annotations

import ast
import bisect
import dataclasses
import functools
import itertools
import re
import warnings
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import gate_inputs
import numpy as np
import pytest
from checking import Wrong, check_names, check_pair, drawn_like, is_float, leaves, namespace
from complex_gates import InParts, gives_complex, in_parts
from gate_inputs import Gate
from test_gates import inputs, lacking

from codegen.generate import Options, generate_module
from codegen.library import library
from codegen.problems import Refused

HEAD = "import math\n\nimport numpy as np\nimport scipy.linalg\nimport scipy.special\n\n\n"
HELPERS = library().helper_texts
GATES = [
    gate
    for gate in gate_inputs.gates()
    if gate.lines and gate.moving and not re.search(r"jax|\.at\[", gate.pattern)
]
NOT_HERE = "complex values alone, a single operand, or a function that this version lacks"
WRITTEN = [gate for gate in GATES if "#" not in gate.name]  # not those that are others, spelled otherwise
PLAIN_GATES = [
    gate
    for gate in WRITTEN
    if not {"real", "complex"} & set(gate.params.values()) and not gives_complex(gate, ())
]
ABOUT_COMPLEX = ("complexes.py", "fourier.py")
IN_PARTS = [
    made
    for gate in WRITTEN
    for made in (in_parts(gate) if gate.file in ABOUT_COMPLEX else in_parts(gate)[: gate.count in (0, 2)])
]
PLAINLY: list[Gate] = [*PLAIN_GATES, *IN_PARTS]
BY_NAME = {gate.name: gate for gate in PLAINLY}
ANNOTATED, PLAIN = 2, 3  # so many inputs of each gate
CHUNK = 24  # so many gates are generated together
Pair = tuple[Callable[..., Any], Callable[..., Any]]
RAISES = ("convolve_with_number",)  # a vector slid over a number that nothing says to be one
UNKNOWN = {"E202", "E204", "E205", "E207"}  # what is refused where nothing is known of shapes


def some_chunks(gates: list[Gate]) -> list[Any]:
    """Gates for a test, of which those of every eighth chunk are not only for the exhaustive run."""
    chunks = {gate.name: number // CHUNK for number, gate in enumerate(PLAINLY)}
    return [
        pytest.param(gate, id=str(gate), marks=[pytest.mark.exhaustive] if chunks[gate.name] % 8 else [])
        for gate in gates
    ]


@pytest.fixture(autouse=True)
def numpy_is_quiet() -> Iterator[None]:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)
        yield


@pytest.mark.parametrize("gate", some_chunks(PLAINLY))
def test_annotated(gate: Gate) -> None:
    """With the shapes known no gate is refused."""
    if not meant(gate.name):
        pytest.skip(NOT_HERE)
    for values in annotated_inputs(gate):
        source = source_of(gate, values, annotated=True)
        assert name_of(source) in passes(gate), f"{source}\n{refusal(module_of(source))}"
        check(gate, values, source)


@pytest.mark.parametrize("gate", some_chunks([gate for gate in PLAINLY if gate.name not in RAISES]))
def test_not_annotated(gate: Gate) -> None:
    """One text for inputs of all shapes, or a refusal that asks what they are."""
    source, scenes = plain_inputs(gate.name)
    if not source:
        pytest.skip(NOT_HERE)
    if name_of(source) not in passes(gate):
        refused = refusal(module_of(source))
        assert {problem.code for problem in refused.problems} <= UNKNOWN, f"{source}\n{refused}"
        return
    plain = dataclasses.replace(gate, params={p: "" if k == "float" else k for p, k in gate.params.items()})
    for values in scenes:
        check(plain, values, source)


OF_NUMBERS = [gate for gate in PLAIN_GATES if gate.count == 2 and set(gate.params.values()) <= {"", "int"}]


@pytest.mark.exhaustive
@pytest.mark.parametrize("gate", OF_NUMBERS, ids=str)
def test_numbers_among_the_operands_have_numbers_as_gradients(gate: Gate) -> None:
    drawn = gate_inputs.scenes(gate)
    scenes = [v for v in drawn if any(is_float(x) and np.ndim(x) == 0 for x in v.values())]
    for values in scenes[:ANNOTATED]:
        source = source_of(gate, values, annotated=True)
        space = namespace(generate_module(module_of(source), "f.py", Options()))
        function, args = namespace(module_of(source))[name_of(source)], list(given(gate, values).values())
        positions = [list(given(gate, values)).index(p) for p in moving(gate, values)]
        check_pair(space, name_of(source), function, args, positions, tolerance=1e-2)


@pytest.mark.exhaustive
def test_no_gate_is_left_out() -> None:
    """Each is held by inputs of its own, or takes no single operand, or is for newer versions."""
    found = [made for made in PLAINLY if meant(made.name)]
    held = {made.whole.name if isinstance(made, InParts) else made.name for made in found}
    missing = {gate.name for gate in WRITTEN if gate.count != 1 and not lacking(gate.notes.get("needs", ""))}
    assert missing <= held, missing - held


def annotated_inputs(gate: Gate) -> list[dict[str, Any]]:
    """Few inputs, since there is a text for each."""
    return chosen(meant(gate.name), 1 if gate.result is None else ANNOTATED)


@functools.cache
def plain_inputs(name: str) -> tuple[str, list[dict[str, Any]]]:
    """The source that is for the most inputs of a gate, and some of these."""
    gate = BY_NAME[name]
    of_source: dict[str, list[dict[str, Any]]] = {"": []}
    for values in meant(name):
        of_source.setdefault(source_of(gate, values, annotated=False), []).append(values)
    source = max(of_source, key=lambda s: len(of_source[s]))
    return source, chosen(of_source[source], PLAIN)


def passes(gate: Gate) -> dict[str, Any]:
    """The pairs of a gate and of its neighbours, which are generated together, since that is faster."""
    return chunk_of(list(BY_NAME).index(gate.name) // CHUNK)


@functools.cache
def chunk_of(number: int) -> dict[str, Any]:
    sources: dict[str, None] = {}
    for gate in PLAINLY[number * CHUNK : (number + 1) * CHUNK]:
        sources.update(dict.fromkeys(source_of(gate, v, annotated=True) for v in annotated_inputs(gate)))
        sources[plain_inputs(gate.name)[0]] = None
    wanted = [source for source in sources if source]
    while wanted:
        module = module_of(*wanted)
        first = module.count("\n") - sum(source.count("\n") for source in wanted)
        starts = list(itertools.accumulate((source.count("\n") for source in wanted), initial=first))
        try:
            text = generate_module(module, "f.py", Options())
        except Refused as refused:
            bad = {bisect.bisect_right(starts, problem.line - 1) - 1 for problem in refused.problems}
            wanted = [source for i, source in enumerate(wanted) if i not in bad]
            continue
        check_names(text)
        space = namespace(text)
        return {**space, **{name_of(source): None for source in wanted}}
    return {}


def module_of(*sources: str) -> str:
    """The functions in a module; the helpers that they call, and those that these call, above them."""
    found: dict[str, str] = {}
    texts = list(sources)
    while texts:
        called = set(re.findall(r"\b\w+(?=\()", texts.pop())) & (HELPERS.keys() - found.keys())
        found |= {name: HELPERS[name] for name in called}
        texts += [HELPERS[name] for name in called]
    return "\n\n\n".join([HEAD, *found.values(), ""] if found else [HEAD]) + "".join(sources)


def refusal(source: str) -> Refused:
    """Why there is no pair."""
    with pytest.raises(Refused) as caught:
        generate_module(source, "f.py", Options())
    return caught.value


def name_of(source: str) -> str:
    """The name of the function: its own, since it is one of many in a module."""
    return re.findall(r"^def (\w+)", source, re.MULTILINE)[0] if source else ""


@functools.cache
def meant(name: str) -> list[dict[str, Any]]:
    """Inputs that people would write: arrays where a gate is for arrays, no `axis=None`, the default."""
    gate = BY_NAME[name]
    drawn = gate.scenes() if isinstance(gate, InParts) else inputs(gate)
    scenes = (v for v in drawn if not any(value is None for value in v.values()))
    scenes = (
        v for v in scenes if not any(map(np.iscomplexobj, gate_inputs.arrays_in({**v, **gate.forward(v)})))
    )
    free = [p for p, kind in gate.params.items() if kind == "" and gate.result is not None]
    scenes = (v for v in scenes if all(np.ndim(v[p]) for p in free))
    return [v for v in scenes if not gate.domain or all(np.size(v[p]) for p in given(gate, v))]


def chosen(scenes: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The first inputs, those with an axis of size 1, those that are empty, and others as far as they go."""
    shapes = [[np.shape(v) for v in values.values() if not isinstance(v, type)] for values in scenes]
    first = next((i for i, found in enumerate(shapes) if any(found)), 0)
    order = [first]
    for size in (1, 0):
        order += [i for i, found in enumerate(shapes) if any(size in shape for shape in found)][:1]
    order += range(len(scenes))
    return [scenes[i] for i in dict.fromkeys(order) if scenes][:count]


class _WithValues(ast.NodeTransformer):
    """Writes values into an expression in the place of names."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in self.values:
            return node
        value = self.values[node.id]
        text = f"np.{value.__name__}" if callable(value) and not isinstance(value, type) else repr(value)
        for name in ("float32", "float64", "float"):
            text = text.replace(f"<class '{name}'>", name).replace(f"<class 'numpy.{name}'>", f"np.{name}")
        return ast.parse(text, mode="eval").body


def given(gate: Gate, values: dict[str, Any]) -> dict[str, Any]:
    """What a function that is the pattern takes; all else is written into it."""
    return {
        p: v for p, v in values.items() if isinstance(v, np.ndarray) or gate_inputs.is_value(gate.params[p])
    }


def source_of(gate: Gate, values: dict[str, Any], *, annotated: bool) -> str:
    """A function that is a gate's pattern, and returns what some line has a gradient of."""
    names = given(gate, values)
    arguments = [f"{name}: {annotation(value)}" if annotated else name for name, value in names.items()]
    others = {p: v for p, v in values.items() if p not in names}
    text = ast.unparse(_WithValues(others).visit(ast.parse(gate.pattern, mode="eval").body))
    body = f"return {text}"
    if gate.unpacked:
        body = f"{', '.join(gate.outputs)} = {text}\n    return {', '.join(gate.moving)}"
    refused = gate.noted("refused") & set(gate.params)
    pragma = f"# backprop: wrt {', '.join(moving(gate, values))}\n" if refused else ""
    rest = f"({', '.join(arguments)}):\n    {body}\n"
    return f"{pragma}def f{zlib.crc32(rest.encode()):08x}{rest}"


def moving(gate: Gate, values: dict[str, Any]) -> list[str]:
    """The arguments whose gradients are wanted."""
    refused = gate.noted("refused")
    return [p for p in given(gate, values) if gate_inputs.is_value(gate.params[p]) and p not in refused]


def annotation(value: Any) -> str:
    """A shape, and the type where it is not float."""
    kind = {"i": "int", "b": "bool"}.get(np.asarray(value).dtype.kind, "")
    if np.ndim(value) == 0:
        return kind or "float"
    return f'"{" ".join([*map(str, np.shape(value)), kind]).strip()}"'


def check(gate: Gate, values: dict[str, Any], source: str) -> None:
    """Holds the pair to its promises, at these inputs and at others that are the same in another form."""
    name, args = name_of(source), given(gate, values)
    function, module = namespace(module_of(source))[name], passes(gate)
    if gate.noted("signs"):
        function = with_signs_kept(gate, values)
    pair = (module[f"{name}_forward"], module[f"{name}_backward"])
    positions = [list(args).index(p) for p in moving(gate, values)]
    outs = function(*args.values())
    if not positions or not all(is_float(leaf) for _, leaf in leaves(outs)):
        return
    single = any(getattr(leaf, "dtype", None) == np.float32 for _, leaf in leaves(outs))
    try:
        ups, _ = check_pair(
            module,
            name,
            function,
            list(args.values()),
            positions,
            several=len(gate.moving) > 1,
            tolerance=1e-2 if single else 2e-5,
        )
        check_awkward(pair, args, ups)
        check_single(gate, pair, args)
        check_integers(gate, pair, values, ups)
    except Exception as error:
        text = generate_module(module_of(source), "f.py", Options())
        # Of what may be a list of lists the largest is looked for by its place: rows of arrays have no order,
        # and where there is but one row that is told when it runs.
        if "truth value of an array" in str(error) and re.search(r"list\(\w+\)\.index\(m(ax|in)\(", text):
            return
        raise Wrong(f"{source}\n{text}\n\n{args}\n\n{error!r}") from error


def with_signs_kept(gate: Gate, values: dict[str, Any]) -> Callable[..., Any]:
    """The pattern as a function whose vectors do not turn round while its inputs move."""
    base = gate.forward(values)

    def function(*args: Any) -> Any:
        z = gate.forward_near({**values, **dict(zip(given(gate, values), args))}, base)
        return tuple(z[output] for output in gate.moving) if len(gate.moving) > 1 else z[gate.moving[0]]

    return function


def run(pair: Pair, args: dict[str, Any], ups: list[Any]) -> list[Any]:
    """The gradients that a pair gives."""
    *_, cache = pair[0](*args.values())
    return [leaf for _, leaf in leaves(pair[1](*ups, cache))]


def check_awkward(pair: Pair, args: dict[str, Any], ups: list[Any]) -> None:
    """Arrays that may not be written, and whose entries do not lie side by side, are as good."""
    found = run(pair, {p: turned(v) for p, v in args.items()}, [turned(up) for up in ups])
    for one, other in zip(run(pair, args, ups), found):
        np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-11)


def turned(x: Any) -> Any:
    """An equal array, in Fortran's order, with gaps, and read-only; a list of such."""
    if isinstance(x, list):
        return [turned(item) for item in x]
    if not isinstance(x, np.ndarray) or x.ndim == 0:
        return x
    x = np.asfortranarray(x.repeat(2, axis=0)[::2])
    x.flags.writeable = False
    return x


def check_single(gate: Gate, pair: Pair, args: dict[str, Any]) -> None:
    """float32 stays float32, beside Python's numbers."""
    single = {p: narrowed(gate, p, v) for p, v in args.items()}
    *outs, cache = pair[0](*single.values())
    found = [leaf for _, leaf in leaves(outs)]
    if not all(getattr(leaf, "dtype", None) == np.float32 for leaf in found):
        return
    ups = [drawn_like(out, np.random.default_rng(0)) for out in outs]
    for _, gradient in leaves(pair[1](*map(halved, ups), cache)):
        if np.ndim(gradient):
            assert gradient.dtype == np.float32, f"float32 becomes {gradient.dtype}"


def halved(up: Any) -> Any:
    """An upstream gradient of float32, where it is a number too."""
    if isinstance(up, (list, tuple)):
        return [halved(item) for item in up]
    return np.float32(up) if isinstance(up, float) else up


def narrowed(gate: Gate, param: str, value: Any) -> Any:
    if not is_float(value):
        return value
    if np.ndim(value):
        return value.astype(np.float32)
    return float(value) if gate.params[param] == "float" else np.float32(value)


def check_integers(gate: Gate, pair: Pair, values: dict[str, Any], ups: list[Any]) -> None:
    """Integers have the gradients of equal floats."""
    integers = {p: whole_numbers(v) if is_float(v) else v for p, v in given(gate, values).items()}
    floats = {p: v * 1.0 if is_float(values[p]) else v for p, v in integers.items()}
    try:
        z = gate.forward({**values, **integers})
        if not gate.holds({**values, **floats, **z}) or not all(
            np.all(np.isfinite(a)) for a in gate_inputs.arrays_in(z)
        ):
            return
    except gate_inputs.NOT_ACCEPTED:
        return
    for one, other in zip(run(pair, integers, ups), run(pair, floats, ups)):
        assert np.asarray(one).dtype.kind == "f", "the gradient on integers is not floating"
        np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-11, equal_nan=True)


def whole_numbers(x: Any) -> Any:
    """Integers near x, 1 at least in size."""
    near = np.where(np.asarray(x) < 0, np.floor(x), np.ceil(x)).astype(int)
    return near if near.ndim else int(near)
