"""Complex values between real arguments and real outputs: gates first, then whole functions.

The gradient on a complex value is dL/d(real part) + i dL/d(imaginary part): docs/complex.md.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import checking
import gate_inputs
import numpy as np
import pytest
from complex_gates import complex_scenes
from gate_inputs import Gate
from test_gates import compare, fail, like, richardson, same_type, show

from codegen.generate import Options, generate_module
from codegen.problems import Refused

GATES = [gate for gate in gate_inputs.gates() if gate.holomorphic or gate.for_complex]


@pytest.mark.parametrize("gate", GATES, ids=str)
def test_gate_of_complex_values(gate: Gate) -> None:
    if gate.notes.get("needs") == "NumPy 2" and np.lib.NumpyVersion(np.__version__) < "2.0.0":
        pytest.skip("needs NumPy 2")
    checked = 0
    for number, values in enumerate(complex_scenes(gate)):
        rng = np.random.default_rng(number)
        outputs = gate.forward(values)
        (z,) = outputs.values()
        checked += bool(np.size(z))
        check_type(gate, values, z)
        dz = like(z, rng)
        dz = dz + 1j * like(z, rng) if np.iscomplexobj(z) else dz
        read = {**values, **outputs}
        if gate.holomorphic:
            read = {p: np.conj(v) if np.iscomplexobj(v) else v for p, v in read.items()}
        for line in gate.worked_out(values).lines:
            given = np.asarray(gate.backward(line, read, {}, dict.fromkeys(outputs, dz)))
            given = gate_inputs.HELPERS.unbroadcast(given, values[line.param])
            given = given if np.iscomplexobj(values[line.param]) else np.real(given)
            check_slope(gate, str(line), values, line.param, given, dz)
        check_single(gate, values)
    if not checked and gate.count != 1:
        fail(gate, "no input that was drawn is accepted, so it is not checked")


def check_type(gate: Gate, values: dict[str, Any], z: Any) -> None:
    """The type of the output is what the signature says, or complex where an operand is."""
    said = "" if gate.result is None else ast.unparse(gate.result).split("[")[0]
    real = not any(np.iscomplexobj(v) for v in values.values())
    if said == "complex" and real and "complex" in gate.params.values():
        return  # a real number is a complex one
    if said in ("float", "bool", "int", "complex"):
        assert np.iscomplexobj(z) == (said == "complex"), gate
    elif not real:
        assert np.iscomplexobj(z), gate


def check_single(gate: Gate, values: dict[str, Any]) -> None:
    """Single precision stays single."""
    if not any(isinstance(v, np.ndarray) for v in values.values()):
        return
    single = {p: lower(v) if gate_inputs.is_value(gate.params[p]) else v for p, v in values.items()}
    outputs = gate.forward(single)
    (z,) = outputs.values()
    if np.asarray(z).dtype not in (np.float32, np.complex64):
        return
    for line in gate.worked_out(single).lines:
        given = np.asarray(gate.backward(line, single, outputs, dict.fromkeys(outputs, np.ones_like(z))))
        if given.ndim and given.dtype not in (np.float32, np.complex64, np.dtype(int)):
            fail(gate, f"{line} makes {given.dtype} of single precision for {show(single)}")


def lower(x: Any) -> Any:
    """The same in single precision."""
    return np.asarray(x).astype(np.complex64 if np.iscomplexobj(x) else np.float32)[()]


def check_slope(gate: Gate, what: str, values: dict[str, Any], param: str, given: Any, dz: Any) -> None:
    """A gradient against the difference along one direction; entry by entry, where they differ."""
    at, rng = np.array(values[param]), np.random.default_rng(0)
    direction = like(at.real, rng) + (1j * like(at.real, rng) if np.iscomplexobj(at) else 0)
    wanted = richardson(along(gate, values, param, direction, dz))
    if not abs(np.sum(np.real(np.conj(given) * direction)) - wanted) < 1e-6 * (1 + abs(wanted)):
        compare(gate, what, values, given, slope(gate, values, param, dz), 1e-6)


def slope(gate: Gate, values: dict[str, Any], param: str, dz: Any) -> Any:
    """The gradient of Re sum(conj(dz) * z), by differences in the real and the imaginary direction."""
    at = np.array(values[param])
    grad = np.zeros(at.shape, complex if np.iscomplexobj(at) else float)
    for i in np.ndindex(at.shape):
        for way in (1, 1j) if np.iscomplexobj(at) else (1,):
            direction = np.zeros_like(grad)
            direction[i] = way
            grad[i] += way * richardson(along(gate, values, param, direction, dz))
    return grad


def along(
    gate: Gate, values: dict[str, Any], param: str, direction: Any, dz: Any
) -> Callable[[float], float]:
    """Re sum(conj(dz) * z) as a function of how far a parameter is moved."""
    at = np.array(values[param])

    def moved(h: float) -> float:
        (z,) = gate.forward({**values, param: same_type(at + h * direction, values[param])}).values()
        return float(np.real(np.sum(np.conj(dz) * np.asarray(z))))

    return moved


def test_every_gate_that_is_not_about_complex_values_refuses_them_unless_it_says_so() -> None:
    """Those of which it is known that they would be wrong."""
    wrong = {"absolute", "maximum", "sign", "correlate", "vecdot", "norm", "var_all", "max_all", "convolve"}
    assert not wrong & {gate.name for gate in GATES}


# Whole functions: source of the body, arguments.
FUNCTIONS = {
    "circular convolution": ("v, w", "return np.fft.irfft(np.fft.rfft(v) * np.fft.rfft(w))", [(6,), (6,)]),
    "odd lengths": ("v, w", "return np.fft.irfft(np.fft.rfft(v) * np.fft.rfft(w), n=len(v))", [(5,), (5,)]),
    "padded": (
        'v: "N", w: "M"',
        "n = v.shape[0] + w.shape[0] - 1\n    return np.fft.irfft(np.fft.rfft(v, n) * np.fft.rfft(w, n), n)",
        [(5,), (4,)],
    ),
    "power spectrum": ("v", "return np.abs(np.fft.rfft(v)) ** 2", [(7,)]),
    "power by conjugate": ("v", "V = np.fft.fft(v)\n    return (V * np.conj(V)).real", [(6,)]),
    "power by parts": ("v", "V = np.fft.rfft(v)\n    return np.log(V.real**2 + V.imag**2)", [(6,)]),
    "amplitude": ("v", "return np.abs(np.fft.fft(v, axis=0))", [(4, 3)]),
    "amplitude by Python": ("v", "return abs(np.fft.fft(v))", [(4,)]),
    "spectral derivative": (
        'u: "N"',
        "k = np.fft.fftfreq(u.shape[0], 1 / u.shape[0])\n"
        "    return np.real(np.fft.ifft(1j * k * np.fft.fft(u)))",
        [(7,)],
    ),
    "shift by a phase": (
        'u: "N", s: float',
        "k = np.fft.rfftfreq(u.shape[0])\n"
        "    return np.fft.irfft(np.fft.rfft(u) * np.exp(-2j * np.pi * k * s), n=u.shape[0])",
        [(7,), 0.3],
    ),
    "phase": ("v, w", "return np.angle(np.fft.rfft(v) * np.conj(np.fft.rfft(w)))", [(6,), (6,)]),
    "phasors": ("theta, r", "z = r * np.exp(1j * theta)\n    return np.abs(np.sum(z)), z.imag", [(4,), (4,)]),
    "phasors the other way": ("theta", "z = np.exp(theta * -1j)\n    return np.real(z), np.imag(z)", [(4,)]),
    "two dimensions": (
        'x: "N M", h: "N M"',
        "return np.real(np.fft.ifft2(np.fft.fft2(x) * np.fft.fft2(h)))",
        [(3, 4), (3, 4)],
    ),
    "two dimensions, padded": (
        'x: "N M", h: "P Q"',
        "s = (x.shape[0] + h.shape[0] - 1, x.shape[1] + h.shape[1] - 1)\n"
        "    return np.fft.irfft2(np.fft.rfft2(x, s) * np.fft.rfft2(h, s), s)",
        [(3, 4), (2, 2)],
    ),
    "a batch of images": (
        "x, h",
        "return np.fft.irfft2(np.fft.rfft2(x, axes=(1, 2)) * np.fft.rfft2(h), x.shape[1:], axes=(1, 2))",
        [(2, 3, 4), (3, 4)],
    ),
    "Wiener filter": (
        'x: "N M", h: "N M", s: float',
        "H = np.fft.fft2(h)\n    G = np.conj(H) / (np.abs(H) ** 2 + s)\n"
        "    return np.fft.ifft2(G * np.fft.fft2(x)).real",
        [(3, 4), (3, 4), 0.4],
    ),
    "ortho": ('v: "N"', "return np.fft.irfft(np.fft.rfft(v, norm='ortho') ** 2, norm='ortho')", [(6,)]),
    "forward": ('v: "B N"', "return np.fft.fft(v, norm='forward').imag", [(2, 5)]),
    "along an axis": ('v: "N B"', "return np.abs(np.fft.rfft(v, axis=0, norm='ortho')) + 1", [(5, 2)]),
    "any axes": ("v", "return np.real(np.fft.fftn(v, axes=(0, 2)))", [(2, 3, 2)]),
    "all axes": ("v", "return np.fft.irfftn(np.fft.rfftn(v) / 2)", [(2, 3, 2)]),
    "matrices": (
        'a: "N N", b: "N"',
        "A = a + 1j * a.T\n    y = np.linalg.solve(A, b)\n    return np.real(y @ np.conj(y)), np.imag(A @ b)",
        [(3, 3), (3,)],
    ),
    "a determinant": (
        'a: "N N"', "d = np.linalg.det(a - 2j * np.eye(3))\n    return d.real, np.angle(d)", [(3, 3)]
    ),
    "real and complex operands": (
        'a: float, v: "N"',
        "V = a * np.fft.fft(v) + a - v / (1j + v)\n    return np.sum(np.real(V) * np.imag(V))",
        [0.7, (4,)],
    ),
    "used twice": ("v", "V = np.fft.fft(v)\n    return np.imag(V) * np.real(V * V) + np.abs(V)", [(4,)]),
    "parts first": ("v", "V = np.fft.fft(v)\n    a = V.real\n    return a * np.real(V * V)", [(4,)]),
    "parts of parts": ("v", "V = np.fft.rfft(v)[1:]\n    return np.concatenate([V.real, V.imag])", [(6,)]),
    "written": (
        'v: "N"',
        "V = np.zeros(v.shape, dtype=complex)\n    V[1:] = np.fft.fft(v)[1:]\n    V[0] = v[0]\n"
        "    return np.real(V * V)",
        [(4,)],
    ),
    "reassigned": ("v", "x = v\n    x = np.fft.fft(x)\n    x = x * x\n    x = x.imag\n    return x", [(4,)]),
    "of complex type": ("v", "return np.real(v.astype(complex) * 1j * np.exp(1j * v))", [(4,)]),
    "conditional": (
        'v: "N", up: bool', "V = np.fft.fft(v)\n    W = V if up else 1j * V\n    return W.imag", [(4,), True]
    ),
    "vdot": ("v, w", "return np.real(np.vdot(np.fft.fft(v), np.fft.fft(w) * 1j))", [(4,), (4,)]),
    "complex numbers": ("a, b", "z = complex(a, b)\n    return (z * z).imag, abs(z)", [0.3, 0.4]),
    "one real operand": ("v, c", "return np.real(np.fft.ifft(np.fft.fft(v) * c + c))", [(4,), (4,)]),
    "broadcast": (
        'v: "B N", h: "N", g: "B 1"',
        "return np.real(np.fft.ifft(np.fft.fft(v) * h * g))",
        [(2, 4), (4,), (2, 1)],
    ),
    "sums": ("v, w", "V = np.fft.fft(v)\n    return np.real(np.sum(V * w, 1) - V[0, 0])", [(2, 3), (2, 3)]),
    "shifted": ('v: "N M"', "return np.abs(np.fft.fftshift(np.fft.fft2(v))) * np.arange(4)", [(3, 4)]),
}  # fmt: skip


def drawn(shape: Any, rng: np.random.Generator) -> Any:
    return rng.uniform(0.5, 1.5, shape) if isinstance(shape, tuple) else shape


@pytest.mark.parametrize("style", ["clean", "notes"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_with_complex_values(name: str, style: str) -> None:
    arguments, body, shapes = FUNCTIONS[name]
    source = f"import numpy as np\n\n\ndef f({arguments}):\n    {body}\n"
    text = generate_module(source, "f.py", Options(style=style))
    checking.check_names(text)
    points = [drawn(shape, np.random.default_rng(0)) for shape in shapes]
    function = checking.namespace(source)["f"]
    positions = [i for i, point in enumerate(points) if not isinstance(point, bool)]
    several = checking.returns_several(source, "f")
    checking.check_pair(checking.namespace(text), "f", function, points, positions, several=several)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_backward_pass_is_differentiated_only_where_nothing_complex_is_cached(name: str) -> None:
    """What a cache holds is not known to be real: the second derivative is right, or refused."""
    arguments, body, shapes = FUNCTIONS[name]
    source = f"import numpy as np\n\n\ndef f({arguments}):\n    {body}\n"
    text = generate_module(source, "f.py", Options())
    try:
        again = generate_module(text, "g.py", Options(only=("f_backward",)))
    except Refused as refused:
        assert {problem.code for problem in refused.problems} <= {"E206", "E201"}
        return
    made, space = checking.namespace(text), checking.namespace(again)
    points = [drawn(shape, np.random.default_rng(0)) for shape in shapes]
    *outputs, cache = made["f_forward"](*points)
    assert not any(np.iscomplexobj(leaf) for _, leaf in checking.leaves(cache))
    ups = [checking.drawn_like(output, np.random.default_rng(1)) for output in outputs]
    several = checking.returns_several(text, "f_backward")
    checking.check_pair(
        space, "f_backward", made["f_backward"], [*ups, cache], list(range(len(ups) + 1)), several=several
    )


def test_single_precision_stays_single() -> None:
    source = "import numpy as np\n\n\ndef f(v, w):\n    return np.fft.irfft(np.fft.rfft(v) * w * (2 + 1j))\n"
    made = checking.namespace(generate_module(source, "f.py", Options()))
    v, w = np.ones(6, np.float32), np.ones(4, np.float32)
    out, cache = made["f_forward"](v, w)
    for gradient in made["f_backward"](np.ones_like(out), cache):
        assert gradient.dtype == out.dtype


@pytest.mark.parametrize("number", ["complex(0.5, 1.5)", "(0.6 - 0.8j) * 1j"])
def test_single_precision_stays_single_beside_a_number_that_has_a_name(number: str) -> None:
    source = (
        f"import numpy as np\n\n\ndef f(v):\n    c = {number}\n    return np.real(c * np.fft.fft(c * v))\n"
    )
    made = checking.namespace(generate_module(source, "f.py", Options()))
    v = np.ones(6, np.float32)
    out, cache = made["f_forward"](v)
    single = np.fft.fft(v).real.dtype  # which NumPy 1 computes in double precision
    assert out.dtype == made["f_backward"](np.ones_like(out), cache).dtype == single


def test_absolute_value_at_zero_has_gradient_zero() -> None:
    source = "import numpy as np\n\n\ndef f(v):\n    return np.abs(v * 1j)\n"
    made = checking.namespace(generate_module(source, "f.py", Options()))
    with np.errstate(all="raise"):
        _, cache = made["f_forward"](np.array([0.0, -2.0]))
        np.testing.assert_array_equal(made["f_backward"](np.ones(2), cache), [0, -1])


REFUSED = {
    "a complex output": ("v", "return np.fft.fft(v)"),
    "a complex literal as output": ("v", "return 1j"),
    "an output that may be complex": ("v, n", "return np.fft.hfft(v)"),
    "a complex argument": ("v: complex", "return np.real(v)"),
    "a complex array as argument": ('v: "N complex"', "return np.real(v)"),
    "an argument that is conjugated": ("v", "return np.sum(v * np.conj(v))"),
    "an argument that has an imaginary part": ("v", "return v.imag"),
    "an argument whose real part is taken": ("v", "return np.real(v)"),
    "an argument with an angle": ("v", "return np.angle(v)"),
    "half a spectrum as argument": ("v", "return np.fft.irfft(v)"),
    "a spectrum as argument": ("v", "return np.real(np.fft.ifft2(2 * v))"),
    "the larger one of complex values": ("v", "return np.real(np.maximum(np.fft.fft(v), 1j))"),
    "a norm of complex values": ("v", "return np.linalg.norm(np.fft.fft(v))"),
    "the variance of complex values": ("v", "return np.var(np.fft.fft(v))"),
    "complex values sorted": ("v", "return np.real(np.sort(np.fft.fft(v)))"),
    "complex values in a function that is not known": (
        "v", "import_ = np.fft.fft(v)\n    return np.real(np.i_do_not_know(import_))"),
    "a spectrum in an array that is not complex": (
        'v: "N"', "y = np.zeros(4)\n    y[1:] = np.fft.fft(v)[1:]\n    return y"),
    "what is taken from an argument": (
        "v, p", "a, b = p\n    return np.real(np.fft.ifft(np.fft.fft(v) * a * b))"),
    "a transform with a norm that is not known": ("v, norm", "return np.abs(np.fft.fft(v, norm=norm))"),
    "a cross-correlation": ("v", "return np.real(np.correlate(np.fft.fft(v), np.fft.fft(v)))"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_known_to_be_right_is_refused(name: str) -> None:
    arguments, body = REFUSED[name]
    source = f"import numpy as np\n\n\ndef f({arguments}):\n    {body}\n"
    with pytest.raises(Refused) as refused:
        generate_module(source, "f.py", Options())
    codes = {problem.code for problem in refused.value.problems}
    expected = {"E206", "E201"} if "not known" in name or "cross" in name else {"E206"}
    assert codes <= expected and codes


def test_a_complex_value_is_not_given_to_a_function_of_real_arguments() -> None:
    source = (
        "import numpy as np\n\n\ndef g(x):\n    return x * x\n\n\n"
        "def f(v):\n    return np.real(g(np.fft.fft(v)))\n"
    )
    with pytest.raises(Refused) as refused:
        generate_module(source, "f.py", Options())
    assert {problem.code for problem in refused.value.problems} == {"E206"}


def test_a_value_of_which_nothing_is_known_may_be_complex_beside_complex_ones() -> None:
    """It is conjugated, which does nothing to a real one."""
    source = (
        "import numpy as np\nfrom windows import window\n\n\n"
        'def f(v: "N"):\n    w = window(len(v))\n    return np.real(np.fft.ifft(np.fft.fft(v) * w))\n'
    )
    assert "np.conj(w) * " in generate_module(source, "f.py", Options())
    real = source.replace("return np.real(np.fft.ifft(np.fft.fft(v) * w))", "return v * w")
    assert "conj" not in generate_module(real, "f.py", Options())
    declared = source.replace("w = window", 'w: "N float" = window')
    assert "conj" not in generate_module(declared, "f.py", Options())
