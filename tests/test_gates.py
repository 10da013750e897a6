"""One test over all gates: every backward line is compared with differences of its pattern.

To see one gate: `pytest tests/test_gates.py -k tanh`.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import importlib.metadata
import importlib.util
import itertools
import math
import platform
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gate_inputs
import numpy as np
import pytest
from gate_inputs import SHAPES, VOCABULARY, Gate, arrays_in

GATES = gate_inputs.gates()
BY_NAME = {gate.name: gate for gate in GATES}
HAS_SCIPY = importlib.util.find_spec("scipy") is not None  # its gates are left out where it is not
STEP = 1e-3
unbroadcast = gate_inputs.HELPERS.unbroadcast


def first_spellings(gates: list[Gate]) -> list[Any]:
    """Gates for a test; what is one of them, spelled otherwise, is for the exhaustive run."""
    return [
        pytest.param(gate, id=str(gate), marks=[pytest.mark.exhaustive] if "#" in gate.name else [])
        for gate in gates
    ]


def each_fourth(gates: list[Gate]) -> list[Any]:
    """Gates for a test in which they are much alike; the others are for the exhaustive run."""
    return [
        pytest.param(gate, id=str(gate), marks=[pytest.mark.exhaustive] if place % 4 else [])
        for place, gate in enumerate(gates)
    ]


@pytest.fixture(autouse=True)
def numpy_is_quiet():
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)
        yield


HELD = [gate for gate in GATES if not gate.for_complex]


@pytest.mark.parametrize("gate", first_spellings(HELD))
def test_gate(gate: Gate) -> None:
    """Some inputs are enough here, the one that gives most entries first."""

    def size(values: dict[str, Any]) -> int:
        return sum(map(np.size, arrays_in(gate.forward(values))))

    drawn = sorted(inputs(gate), key=size, reverse=True)
    hold(gate, drawn[:: max(len(drawn) // 3, 1)])


@pytest.mark.exhaustive
@pytest.mark.parametrize("gate", HELD, ids=str)
def test_gate_at_all_inputs(gate: Gate) -> None:
    hold(gate, list(inputs(gate)))


def hold(gate: Gate, drawn: list[dict[str, Any]]) -> None:
    """Holds a gate to its docstring, and at inputs to differences, types and memory."""
    assert gate.text.count('"""') == 2, f"{gate}: the docstring says what it does to the gradient"
    known = {"domain", "holomorphic", "view", "needs", "refused", "signs", "steps"}
    unknown = set(gate.notes) - known - set(gate.params)
    assert not unknown, f"{gate}: what does {unknown} mean?"
    if lacking(gate.notes.get("needs", "")):
        pytest.skip(f"needs {gate.notes['needs']}")
    checked, shared = 0, set()
    for number, values in enumerate(drawn):
        z = gate.forward(values)
        checked += any(map(np.size, arrays_in(z)))
        check_derivatives(gate, values, np.random.default_rng(number))
        check_types(gate, values)
        arrays = [a for a in arrays_in(z) if np.ndim(a)]
        shared |= {p for p in gate.wanted for a in arrays if np.shares_memory(a, values[p])}
    if not checked and gate.count == 1:
        pytest.skip("takes no single operand")
    if not checked:
        fail(gate, "no input that was drawn is accepted, so it is not checked")
    views = gate.noted("view")
    if shared - views:
        fail(gate, f"shares memory with {sorted(shared)}, its docstring says view: {sorted(views)}")


def lacking(needs: str) -> bool:
    """Whether what a gate needs is newer than what is here."""
    if not needs:
        return False
    name, _, version = needs.partition(" ")
    found = {"Python": platform.python_version()}.get(name) or importlib.metadata.version(name)
    here, wanted = ([int(n) for n in re.findall(r"\d+", text)] for text in (found, version))
    return here < wanted


def inputs(gate: Gate) -> Iterator[dict[str, Any]]:
    """Inputs that NumPy accepts and that the signature means."""
    return (values for values in gate_inputs.scenes(gate) if fits(gate, values, gate.forward(values)))


def family_of(gate: Gate) -> str:
    """The pattern with a blank for whatever its operands are; nothing if it has several operations."""
    node = ast.parse(gate.pattern, mode="eval").body
    operands = node.args if isinstance(node, ast.Call) else list(ast.iter_child_nodes(node))
    inner = [n for operand in operands for n in ast.walk(operand) if ast.unparse(n) not in ("np", "np.inf")]
    if any(isinstance(n, (ast.Call, ast.BinOp, ast.Subscript, ast.Attribute)) for n in inner):
        return ""
    blank = {name: "_" for name in gate.params}
    text = re.sub(r"\bnp\.inf\b|\b\d[\d.]*\b", "_", gate.pattern)
    return re.sub(r"(?<![.\w])[A-Za-z_]\w*(?!\w|=)", lambda m: blank.get(m[0], m[0]), text)


FAMILIES: dict[str, list[Gate]] = {}
for gate in GATES:
    FAMILIES.setdefault(family_of(gate), []).append(gate)


def tells_ranks(gate: Gate) -> bool:
    """Whether an annotation says what rank a value has."""
    return any(
        k.startswith("shape") and k != "shape ..." and gate_inputs.is_value(k) for k in gate.params.values()
    )


# np.gradient gives an array or a list, which only the rank tells, so one that is not known is refused;
# Python's own sum of products takes rows too, which nobody gives it.
BY_RANK_ALONE = ("np.gradient(", "math.sumprod(")
RANKED = [
    pattern
    for pattern, found in FAMILIES.items()
    if pattern and any(map(tells_ranks, found)) and not pattern.startswith(BY_RANK_ALONE)
]


@pytest.mark.parametrize("pattern", RANKED)
def test_ranks_are_all_there(pattern: str) -> None:
    """Where annotations tell ranks apart, a gate for what is not known ends the list.

    Without one, the only gate must be for every input that NumPy accepts: to take it is no guess.
    """
    family = FAMILIES[pattern]
    if not tells_ranks(family[-1]):
        return
    assert len(family) == 1, f"{pattern}: no gate is for operands of unknown rank"
    free = {p: "" if k.startswith("shape") else k for p, k in family[0].params.items()}
    anything = dataclasses.replace(family[0], params=free, notes={}, domains=(), result=ast.Name("any"))
    for values in gate_inputs.scenes(anything):
        for param, kind in family[0].params.items():
            rank = np.ndim(values[param])
            if kind.startswith("shape ... ") and rank >= len(kind.split()) - 2:
                continue
            if kind.startswith("shape") and rank != len(kind.split()) - 1:
                fail(family[0], f"{param} may have rank {rank}, and no gate is for that")


@pytest.mark.parametrize("gate", each_fourth([gate for gate in GATES if gate.lines]))
def test_lines_can_be_differentiated(gate: Gate) -> None:
    """The output is input: what a line calls has a gate, or is one of the few that say they have none."""
    for line in gate.lines:
        missing = calls(str(line)) - have_gates() - READ_BY_THE_GENERATOR - set(VOCABULARY.ONCE) - RULES
        assert not missing, f"{gate}: {line} calls {missing}, which no gate is for"


READ_BY_THE_GENERATOR = {
    "np.shape", "np.size", "np.ndim", "shape", "size", "ndim", "dtype", "len", "np.pi", "np.nan", "np.inf",
    "index",
}  # fmt: skip

# What stands for a constant in a line.
RULES = {name for name in vars(gate_inputs.CONSTANTS) if not name.startswith("_")}


@functools.cache
def have_gates() -> frozenset[str]:
    """The functions, methods and attributes that some gate is for."""
    return frozenset(name for gate in GATES for name in calls(gate.pattern))


def calls(source: str) -> set[str]:
    """The functions, methods and attributes that an expression uses."""
    found = set()
    tree = ast.parse(source)
    owners = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            text = ast.unparse(node)
            name = re.fullmatch(r"(np|math|scipy|jax)(\.\w+)+", text)
            if name and id(node) in owners:
                continue  # a module
            text = text.replace("jax.scipy.", "scipy.").removesuffix(".__getitem__")
            text = re.sub(r"^np\.", "numpy.", text)
            same = re.sub(r"^numpy\b", "np", VOCABULARY.SAME_AS.get(text, text))
            method = VOCABULARY.METHODS.get(node.attr, node.attr).replace("numpy.", "np.")
            found.add(same if name else method)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.add(node.func.id)
    return {name for name in found if HAS_SCIPY or not name.startswith("scipy")}


# What happens at ties, kinks and borders: gate, inputs, the gradient for an upstream gradient of 1.
EDGES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("maximum", {"x": 2.0, "y": 2.0}, {"x": 1, "y": 0}),
    ("minimum", {"x": 2.0, "y": 2.0}, {"x": 1, "y": 0}),
    ("max_of_two", {"x": 2.0, "y": 2.0}, {"x": 1, "y": 0}),
    ("min_of_two", {"x": 2.0, "y": 2.0}, {"x": 1, "y": 0}),
    ("max_of_three", {"x": 1.0, "y": 2.0, "w": 2.0}, {"x": 0, "y": 1, "w": 0}),
    ("max_of_three", {"x": 2.0, "y": 2.0, "w": 2.0}, {"x": 1, "y": 0, "w": 0}),
    ("max_of_three", {"x": 2.0, "y": 1.0, "w": 2.0}, {"x": 1, "y": 0, "w": 0}),
    ("max_of_three", {"x": 1.0, "y": 2.0, "w": 3.0}, {"x": 0, "y": 0, "w": 1}),
    ("min_of_three", {"x": 2.0, "y": 1.0, "w": 1.0}, {"x": 0, "y": 1, "w": 0}),
    ("min_of_three", {"x": 1.0, "y": 1.0, "w": 1.0}, {"x": 1, "y": 0, "w": 0}),
    ("min_of_three", {"x": 3.0, "y": 2.0, "w": 1.0}, {"x": 0, "y": 0, "w": 1}),
    ("maximum_of_constant", {"c": 0, "x": np.array([-1.0, 0.0, 2.0])}, {"x": [0, 0, 1]}),
    ("maximum_with_constant", {"c": 0, "x": np.array([-1.0, 0.0, 2.0])}, {"x": [0, 0, 1]}),
    ("max_with_constant", {"c": 0, "x": 0.0}, {"x": 0}),
    ("fmax", {"x": math.nan, "y": 1.0}, {"x": 0, "y": 1}),
    ("clip", {"x": np.array([-1.0, 0.5]), "lo": -1, "hi": 1}, {"x": [0, 1], "lo": [1, 0], "hi": [0, 0]}),
    ("clip", {"x": np.array([1.0, 3.0]), "lo": -1, "hi": 1}, {"x": [0, 0], "lo": [0, 0], "hi": [1, 1]}),
    ("clip", {"x": np.array([0.0]), "lo": 2.0, "hi": 1.0}, {"x": [0], "lo": [0], "hi": [1]}),
    ("clip_above", {"x": np.array([1.0, 2.0]), "hi": 1}, {"x": [0, 0], "hi": [1, 1]}),
    ("clip_below", {"x": np.array([1.0, 2.0]), "lo": 1}, {"x": [0, 1], "lo": [1, 0]}),
    ("heaviside", {"x": np.array([0.0, 2.0]), "y": 0.5}, {"x": 0, "y": [1, 0]}),
    ("absolute", {"x": np.array([-2.0, 0.0, 2.0])}, {"x": [-1, 0, 1]}),
    ("abs_of_number", {"x": 0.0}, {"x": 0}),
    ("abs_of_number", {"x": np.float64(-1.0)}, {"x": -1}),
    ("max_all", {"x": np.array([1.0, 3.0, 3.0])}, {"x": [0, 1, 0]}),
    ("max_axes", {"x": np.array([[3.0, 3.0], [1.0, 3.0]]), "axis": (0, 1)}, {"x": [[1, 0], [0, 0]]}),
    ("min_axes", {"x": np.array([[3.0, 3.0], [1.0, 1.0]]), "axis": 1}, {"x": [[1, 0], [1, 0]]}),
    ("prod_all", {"x": np.array([2.0, 0.0, 3.0])}, {"x": [0, 6, 0]}),
    ("prod_all", {"x": np.array([0.0, 0.0, 3.0])}, {"x": [0, 0, 0]}),
    ("cumprod_vector", {"x": np.array([2.0, 0.0, 3.0])}, {"x": [1, 8, 0]}),
    ("median_all", {"x": np.array([4.0, 1.0, 2.0, 9.0])}, {"x": [0.5, 0, 0.5, 0]}),
    ("nansum_all", {"x": np.array([1.0, math.nan, 2.0])}, {"x": [1, 0, 1]}),
    ("nansum_axis", {"x": np.array([[1.0, math.nan], [2.0, 3.0]]), "axis": 1}, {"x": [[1, 0], [1, 1]]}),
    ("nanmean_all", {"x": np.array([1.0, math.nan, 2.0])}, {"x": [0.5, 0, 0.5]}),
    ("nanmean_keep", {"x": np.array([[1.0, math.nan], [2.0, 3.0]]), "axis": 1}, {"x": [[1, 0], [0.5, 0.5]]}),
    ("nanmax_all", {"x": np.array([3.0, math.nan, 3.0, 2.0])}, {"x": [1, 0, 0, 0]}),
    ("nanmin_axis", {"x": np.array([[1.0, math.nan, 1.0]]), "axis": 1}, {"x": [[1, 0, 0]]}),
    ("nanprod_all", {"x": np.array([2.0, math.nan, 0.0])}, {"x": [0, 0, 2]}),
    ("nanvar_all", {"x": np.array([1.0, math.nan, 3.0])}, {"x": [-1, 0, 1]}),
    ("nanvar_ddof_axis", {"x": np.array([[1.0, math.nan, 3.0]]), "axis": 1, "ddof": 1}, {"x": [[-2, 0, 2]]}),
    ("nanstd_all", {"x": np.array([1.0, math.nan, 3.0])}, {"x": [-0.5, 0, 0.5]}),
    ("nanmedian_all", {"x": np.array([4.0, math.nan, 2.0, 9.0, 1.0])}, {"x": [0.5, 0, 0.5, 0, 0]}),
    ("nanquantile_all", {"x": np.array([4.0, math.nan, 2.0]), "q": 0.25}, {"x": [0.25, 0, 0.75]}),
    ("nancumsum_vector", {"x": np.array([1.0, math.nan, 2.0])}, {"x": [3, 0, 1]}),
    ("nancumprod_vector", {"x": np.array([2.0, math.nan, 3.0])}, {"x": [5, 0, 2]}),
    ("quantile_all", {"x": np.array([4.0, 1.0, 2.0]), "q": 1.0}, {"x": [1, 0, 0]}),
    ("max_of_several_of_3", {"x0": 1.0, "x1": 2.0, "x2": 2.0}, {"x0": 0, "x1": 1, "x2": 0}),
    ("min_of_several_of_3", {"x0": 1.0, "x1": 1.0, "x2": 1.0}, {"x0": 1, "x1": 0, "x2": 0}),
    ("max_of_entries", {"x": np.array([1.0, 3.0, 3.0])}, {"x": [0, 1, 0]}),
    ("math_prod_of_several_of_3", {"x0": 0.0, "x1": 2.0, "x2": 3.0}, {"x0": 6, "x1": 0, "x2": 0}),
    ("maximum_accumulate", {"x": np.array([1.0, 3.0, 3.0, 2.0])}, {"x": [1, 3, 0, 0]}),
    ("maximum_outer_vectors", {"x": np.array([1.0, 2.0]), "y": np.array([2.0])}, {"x": [0, 1], "y": [1]}),
    ("math_lgamma", {"x": 1.0}, {"x": -0.5772156649015329}),
    ("math_lgamma", {"x": -1.5}, {"x": 0.7031566406452432}),
    ("np_i0", {"x": np.array([0.0, 1.0, 700.0])}, {"x": [0, 0.5651591039924851, 1.5285003902339006e+302]}),
    ("norm_inf", {"x": np.array([-2.0, 2.0])}, {"x": [-1, 0]}),
    ("norm_of_rows", {"x": np.array([[-2.0, 1.0], [3.0, 0.0]])}, {"x": [[-1, 1], [0, 0]]}),
    ("square", {"x": np.array([0.0])}, {"x": [0]}),
    ("number_power", {"x": 0.0, "y": 0.0}, {"x": 0, "y": 0}),
    ("number_power", {"x": 0.0, "y": 2.0}, {"x": 0, "y": 0}),
    ("number_power", {"x": -2.0, "y": 2}, {"x": -4, "y": math.nan}),
    ("power", {"x": np.array([0.0, -2.0]), "y": np.array([0.0, 2.0])}, {"x": [0, -4], "y": [0, math.nan]}),
    ("power", {"x": np.array([0.0, 0.0]), "y": np.array([1.0, 3.0])}, {"x": [1, 0], "y": [0, 0]}),
    ("power_to_number", {"x": np.array([0.0, -2.0]), "y": 2.0}, {"x": [0, -4], "y": [0, math.nan]}),
    ("integer_power", {"x": np.array([0.0, 2.0]), "n": 0}, {"x": [0, 0]}),
    ("sinc", {"x": np.array([0.0])}, {"x": [0]}),
    ("sigmoid", {"x": np.array([-800.0, 800.0])}, {"x": [0, 0]}),
    ("softplus", {"x": np.array([-800.0, 0.0])}, {"x": [0, 0.5]}),
    ("where", {"c": np.array([True, False]), "x": 1.0, "y": 2.0}, {"x": [1, 0], "y": [0, 1]}),
    ("interp", {"x": -1.0, "xp": np.array([0.0, 1.0]), "fp": np.array([2.0, 3.0])}, {"x": 0, "fp": [1, 0]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "wanted"), EDGES, ids=[name for name, *_ in EDGES])
def test_edges(name: str, values: dict[str, Any], wanted: dict[str, Any]) -> None:
    gate = BY_NAME[name]
    z = gate.forward(values)
    for line in gate.lines:
        if line.param in wanted:
            given = gate.backward(line, values, z, ones(z))
            np.testing.assert_allclose(given, wanted[line.param], err_msg=f"{gate}: {line}")


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(GATES), "two gates of one name: the second would hide the first"


@pytest.mark.parametrize("path", sorted(gate_inputs.FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_functions_of_a_file_are_unique(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert len(set(names)) == len(names), f"{path.name}: the second of two would hide the first"


def test_unbroadcast_gives_memory_of_its_own() -> None:
    g = np.ones((2, 3))
    for x in (np.ones((1, 3)), np.ones(3), np.ones((4, 2, 3)), 1.0):
        assert not np.shares_memory(unbroadcast(g, x), g)
        assert np.shape(unbroadcast(g, x)) == np.shape(x)
    assert unbroadcast(np.ones(()), np.ones((2, 3))).flags.writeable


@pytest.mark.parametrize("gate", each_fourth([g for g in GATES if g.file != "helpers_gates.py"]))
def test_read_only_and_strided(gate: Gate) -> None:
    """Inputs that may not be written, and whose entries do not lie side by side."""
    for values in itertools.islice(inputs(gate), 6):
        awkward = {p: turned(v) for p, v in values.items()}
        z = gate.forward(awkward)
        dz = {o: [turned(a) for a in d] if isinstance(d, list) else turned(d) for o, d in ones(z).items()}
        for line in gate.worked_out(awkward).lines:
            given = gate.backward(line, awkward, z, dz)
            plain = gate.backward(line, values, gate.forward_near(values, z), ones(z))
            np.testing.assert_allclose(given, plain, atol=1e-12, err_msg=f"{gate}: {line}")


def ones(z: dict[str, Any]) -> dict[str, Any]:
    """Upstream gradients of 1."""
    return {o: [np.ones_like(a) for a in v] if isinstance(v, list) else np.ones_like(v) for o, v in z.items()}


def turned(x: Any) -> Any:
    """An equal array, in Fortran's order and read-only."""
    if not isinstance(x, np.ndarray) or x.ndim == 0:
        return x
    x = np.asfortranarray(x.repeat(2, axis=0)[::2])
    x.flags.writeable = False
    return x


MATH = [gate for gate in GATES if "np." in gate.pattern and "numbers" not in gate.file]


@pytest.mark.parametrize("gate", MATH, ids=str)
def test_gate_spelled_with_math(gate: Gate) -> None:
    """math.sin and np.sin are one gate, so its lines must be ones that math can write."""
    mirrored, missing = gate_inputs.in_math(gate)
    if missing:
        root = gate.pattern.split("(")[0]
        above = [g for g in GATES[: GATES.index(gate)] if g.pattern.split("(")[0] == root]
        for_numbers = [g for g in above if set(g.params.values()) == {"float"} and gate_inputs.in_math(g)[0]]
        assert for_numbers, f"{gate}: math has no {missing}, and no gate above is for numbers"
    if mirrored is not None:
        for number, values in enumerate(inputs(gate)):
            if all(np.ndim(v) == 0 for v in values.values()):
                check_derivatives(mirrored, values, np.random.default_rng(number))


def check_derivatives(gate: Gate, values: dict[str, Any], rng: np.random.Generator) -> None:
    """Lines against differences of the pattern, then lines against one another at places nearby."""
    before = {p: np.array(v) for p, v in values.items() if gate_inputs.is_value(gate.params[p])}
    z = gate.forward(values)
    dz = {output: like(z[output], rng) for output in gate.moving}
    kept = [np.array(d) for d in arrays_in(dz)]
    close = 1e-3 if any(getattr(a, "dtype", None) == np.float32 for a in arrays_in(z)) else 1e-6
    for line in gate.worked_out(values).lines:
        given = gate.backward(line, values, z, dz)
        check_size(gate, line, np.shape(given), np.shape(values[line.param]))
        if any(np.ndim(d) and np.shares_memory(given, d) for d in arrays_in(dz)):
            check_view(gate, line)
        grad = unbroadcast(given, values[line.param])
        read = {output: dz[output] for output in dz if output in (line.outputs or dz)}
        check_slope(gate, str(line), values, line.param, grad, read, close)
    without = set(gate.wanted) - {line.param for line in gate.lines} - gate.noted("refused")
    if without and gate.lines:
        fail(gate, f"no line for {sorted(without)}; write `= 0` where the derivative is zero")
    for param in set() if gate.pattern.startswith("np.empty") else without:
        check_slope(gate, f"no line for {param}", values, param, 0, dz, close)
    check_outputs(gate, values, z, dz, close)
    assert all(map(np.array_equal, kept, arrays_in(dz))), f"{gate} changes the upstream gradient"
    assert all(np.array_equal(v, values[p]) for p, v in before.items()), f"{gate} changes its input"
    if before and close == 1e-6:
        check_second_order(gate, values, dz, rng)


def check_outputs(
    gate: Gate, values: dict[str, Any], z: dict[str, Any], dz: dict[str, Any], close: float
) -> None:
    """Each output alone, and all together: lines add up, and an output that none names has no gradient."""
    if not gate.unpacked:
        return
    rng = np.random.default_rng(0)
    still = {o: like(z[o], rng) for o in gate.outputs if o in gate.noted("steps") or gate.counts(o)}
    for param in {line.param for line in gate.lines}:
        for up in [*({output: d} for output, d in dz.items()), dz, still]:
            lines = gate.worked_out(values).lines_for(param, frozenset(up))
            grads = [unbroadcast(gate.backward(line, values, z, up), values[param]) for line in lines]
            what = f"d{param} from {', '.join(up)} by {len(lines)} lines"
            check_slope(gate, what, values, param, sum(grads, 0), up, close)


def check_size(gate: Gate, line: gate_inputs.Line, given: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    """Sums are left to the generator only where the upstream gradient meets nothing but arithmetic."""
    inside = [
        ast.unparse(argument)
        for node in ast.walk(ast.parse(line.source))
        if isinstance(node, ast.Call)
        for argument in node.args
    ]
    plain = not any(re.search(rf"\bd{output}\b", text) for output in line.outputs for text in inside)
    shaped = any(gate.result_of(output) is not None for output in line.outputs)
    if shaped and not plain and np.broadcast_shapes(given, wanted) != wanted:
        fail(gate, f"{line.source} has shape {given}, its variable has {wanted}")


def check_view(gate: Gate, line: gate_inputs.Line) -> None:
    """A helper whose result shares memory with the gradient has a gate that says so: callers copy then."""
    helper = line.source.partition("(")[0]
    views = {g.pattern.partition("(")[0] for g in GATES if g.noted("view")}
    if hasattr(gate_inputs.HELPERS, helper) and helper not in views:
        fail(gate, f"{line}: what {helper} gives shares memory with the gradient, and no gate says so")


def check_second_order(
    gate: Gate, values: dict[str, Any], dz: dict[str, Any], rng: np.random.Generator
) -> None:
    """The gradients that the lines give are those of a function: their derivative is symmetric."""
    moving = [p for p in gate.wanted if p not in gate.noted("refused")]
    v, w = ({p: like(values[p], rng) for p in moving} for _ in range(2))

    base = gate.forward(values)

    def gradient_along(direction: dict[str, Any], at: dict[str, Any]) -> float:
        z = gate.forward_near(at, base)
        lines = [line for p in direction for line in gate.worked_out(at).lines_for(p, frozenset(dz))]
        grads = [(x.param, unbroadcast(gate.backward(x, at, z, dz), at[x.param])) for x in lines]
        return float(sum(np.sum(grad * direction[p]) for p, grad in grads))

    def moved(direction: dict[str, Any], h: float) -> dict[str, Any]:
        return {**values, **{p: same_type(values[p] + h * direction[p], values[p]) for p in direction}}

    left = richardson(lambda h: gradient_along(v, moved(w, h)))
    right = richardson(lambda h: gradient_along(w, moved(v, h)))
    if not np.isclose(left, right, rtol=1e-5, atol=1e-6 * (1 + abs(left))):
        fail(gate, f"second derivatives differ: {left} and {right} for {show(values)}")


def check_slope(
    gate: Gate, what: str, values: dict[str, Any], param: str, given: Any, dz: dict[str, Any], close: float
) -> None:
    """A gradient against the difference along one direction that no entry is left out of.

    Where the two differ, entry by entry, which tells a wrong gradient from a kink nearby.
    """
    direction = np.asarray(like(values[param], np.random.default_rng(0)), float)
    wanted = richardson(along(gate, values, param, direction, dz))
    if not abs(np.sum(given * direction) - wanted) < close * (1 + abs(wanted)):
        compare(gate, what, values, given, slope(gate, values, param, dz), close)


def slope(gate: Gate, values: dict[str, Any], param: str, dz: dict[str, Any]) -> Any:
    """The gradient of sum(dz * output), over these outputs, on one parameter, by central differences."""
    grad = np.zeros(np.shape(values[param]))
    for i in np.ndindex(grad.shape):
        direction = np.zeros(grad.shape)
        direction[i] = 1
        grad[i] = richardson(along(gate, values, param, direction, dz))
    return grad


def along(
    gate: Gate, values: dict[str, Any], param: str, direction: Any, dz: dict[str, Any]
) -> Callable[[float], float]:
    """The sum(dz * output) over these outputs, as a function of how far a parameter is moved."""
    at, base = np.array(values[param], dtype=float), gate.forward(values)

    def moved(h: float) -> float:
        z = gate.forward_near({**values, param: same_type(at + h * direction, values[param])}, base)
        return float(sum(np.sum(a * d) for a, d in zip(arrays_in({o: z[o] for o in dz}), arrays_in(dz))))

    return moved


def richardson(f: Any) -> float:
    """The derivative of f at 0: central differences of two steps, combined."""
    near, far = ((f(h) - f(-h)) / (2 * h) for h in (STEP, 2 * STEP))
    return float((4 * near - far) / 3)


def check_types(gate: Gate, values: dict[str, Any]) -> None:
    """float32 stays float32; integers have floating-point gradients."""
    arrays = [p for p in gate.wanted if np.ndim(values[p])]
    if not arrays:
        return
    numbers = [p for p in gate.wanted if p not in arrays]
    single = {**values, **{p: np.asarray(values[p], np.float32) for p in arrays}}
    for p in numbers:
        single[p] = float(values[p]) if gate.params[p] == "float" else np.float32(values[p])
    z = gate.forward(single)
    if all(getattr(a, "dtype", None) == np.float32 for a in arrays_in({o: z[o] for o in gate.moving})):
        for line in gate.worked_out(single).lines:
            grad = gate.backward(line, single, z, likes(z))
            if np.ndim(grad) and np.size(grad) and np.real(grad).dtype != np.float32:
                fail(gate, f"{line} makes {grad.dtype} of float32 for {show(single)}")
    whole = {**values, **{p: whole_numbers(values[p]) for p in gate.wanted}}
    try:
        z = gate.forward(whole)
        if not gate.holds({**whole, **z}) or not all(np.all(np.isfinite(a)) for a in arrays_in(z)):
            return
    except (ValueError, TypeError, ArithmeticError, NotImplementedError, np.linalg.LinAlgError):
        return
    floating = {**whole, **{p: whole[p] * 1.0 for p in gate.wanted}}
    for line in gate.worked_out(whole).lines:
        dz = likes(z)
        grad = gate.backward(line, whole, z, dz)
        wanted = gate.backward(line, floating, gate.forward(floating), dz)
        if line.source != "0" and not np.issubdtype(np.asarray(grad).dtype, np.inexact):
            fail(gate, f"{line} is not floating for integers")
        if not np.allclose(grad, wanted, equal_nan=True):
            fail(gate, f"{line} differs for integers: {show(whole)}")


def likes(z: dict[str, Any]) -> dict[str, Any]:
    """Upstream gradients for outputs, the same ones for the same shapes."""
    return {output: like(value, np.random.default_rng(0)) for output, value in z.items()}


def whole_numbers(x: Any) -> Any:
    """Integers near x, 1 at least in size."""
    near = np.where(np.asarray(x) < 0, np.floor(x), np.ceil(x)).astype(int)
    return near if near.ndim else type(x)(near).astype(int) if isinstance(x, np.generic) else int(near)


SYMBOLS = {"A": 2, "B": 3, "C": 4, "D": 5, "E": 6, "F": 0}


def fits(gate: Gate, values: dict[str, Any], z: dict[str, Any]) -> bool:
    """Checks the result's annotation, for these sizes and for symbols in their place.

    False where a rule has nothing to say of numbers, like axis=0 of a number: NumPy lets it pass.
    """
    symbols = {n: s for s, n in SYMBOLS.items()}
    shaped = {p for p, kind in gate.params.items() if carries_shape(kind)}
    plain = {p: np.shape(v) if p in shaped else v for p, v in values.items()}
    named = {p: tuple(symbols.get(n, n) for n in v) if p in shaped else v for p, v in plain.items()}
    for output, value in z.items():
        node = gate.result_of(output)
        if result_shape(gate, node, plain) is SHAPES.UNKNOWN and not isinstance(value, list):
            return False
        for known in (plain, named):
            found = result_shape(gate, node, known)
            if found is SHAPES.UNKNOWN:
                continue
            shapes, arrays = (found, value) if isinstance(value, list) else ([found], [value])
            right = len(shapes) == len(arrays) and all(map(shape_fits, shapes, map(np.shape, arrays)))
            if not right:
                real = [np.shape(a) for a in arrays]
                fail(gate, f"{output} has shape {real}, its signature says {shapes} for {known}")
    return True


def shape_fits(said: Any, real: tuple[int, ...]) -> bool:
    """Whether a shape that is said, with symbols in it, is that of a value."""
    if said is SHAPES.UNKNOWN:
        return True
    spelled = [n if n is SHAPES.UNKNOWN else eval(str(n), dict(SYMBOLS)) for n in said]
    return len(said) == len(real) and all(a is SHAPES.UNKNOWN or a == b for a, b in zip(spelled, real))


def carries_shape(kind: str) -> bool:
    return kind in gate_inputs.VALUES or kind.startswith("shape")


def result_shape(gate: Gate, node: ast.expr | None, known: dict[str, Any]) -> Any:
    """What a signature says about the shape of an output; of a list, about those of its items."""
    if isinstance(node, ast.BinOp):
        assert isinstance(node.left, ast.List), gate
        count = result_shape(gate, node.right, known)
        shape = result_shape(gate, node.left.elts[0], known)
        return [shape] * count if isinstance(count, int) else SHAPES.UNKNOWN
    if isinstance(node, ast.Subscript):
        assert ast.unparse(node.value) in ("int", "bool", "float", "complex", "list", *known), gate
        node = node.slice
    if node is None or ast.unparse(node) in ("int", "bool", "float", "complex"):
        return SHAPES.broadcast(*(v for p, v in known.items() if carries_shape(gate.params[p])))
    if isinstance(node, ast.Constant):
        letters: dict[str, Any] = {}
        for param, kind in gate.params.items():
            if kind.startswith("shape"):
                letters.update(zip(kind.split()[1:], known[param]))
        return tuple(letters.get(w) or int(w) for w in node.value.split())
    return eval(ast.unparse(node), vars(SHAPES), known)


def like(x: Any, rng: np.random.Generator) -> Any:
    """Something of the type and shape of x, between 0.5 and 1.5 in size, of either sign."""
    if isinstance(x, list):
        return [like(item, rng) for item in x]
    x = np.asarray(x) if isinstance(x, range) else x
    drawn = rng.uniform(0.5, 1.5, np.shape(x)) * rng.choice([-1.0, 1.0], np.shape(x))
    if isinstance(x, (np.ndarray, np.generic)):
        dtype = x.dtype if x.dtype == np.float32 else np.dtype(float)
        return np.asarray(drawn, dtype) if isinstance(x, np.ndarray) else dtype.type(drawn)
    return float(drawn)


def same_type(new: Any, old: Any) -> Any:
    """A value that was moved, as a number where the old one was."""
    return type(old)(new) if np.ndim(old) == 0 and not isinstance(old, np.ndarray) else new


def compare(gate: Gate, what: str, values: dict[str, Any], given: Any, wanted: Any, close: float) -> None:
    """Fails with the gate's text and the worst entry unless a gradient is right."""
    if not np.iscomplexobj(wanted):
        given = np.real(given)  # all that a real operand takes of a complex gradient
    given = np.broadcast_to(given, np.shape(wanted))
    error = np.abs(given - wanted) / (1 + np.abs(wanted))
    if np.size(error) and not np.all(error < close):
        worst = np.unravel_index(int(np.argmax(np.where(np.isnan(error), np.inf, error))), np.shape(error))
        entry = f"[{', '.join(map(str, worst))}]" if worst else ""
        fail(gate, f"{what}\nis {given[worst]:.9g} at {entry or 'its value'}, "
                   f"differences say {wanted[worst]:.9g}, for {show(values)}")  # fmt: skip


def show(values: dict[str, Any]) -> str:
    return "\n".join(f"  {p} = {v!r}" for p, v in values.items())


def fail(gate: Gate, message: str) -> None:
    pytest.fail(f"{gate}\n{gate.text}\n\n{message}", pytrace=False)
