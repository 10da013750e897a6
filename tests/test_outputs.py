"""Gates with several outputs, and gates that give lists, by every way in which people reach what they give.

Each body is a function of its own, with annotations and without, and is held to differences.
"""

from __future__ import annotations

from typing import Any

import checking
import numpy as np
import pytest

from codegen.generate import Options, generate_module

SYMMETRIC = np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]])
TALL = np.array([[2.0, 0.3, -0.4], [0.1, 1.0, 0.5], [-0.4, 0.2, 0.4], [0.2, -0.1, 0.3]])
WIDE = TALL.T.copy()
STACK = np.stack([SYMMETRIC, SYMMETRIC @ SYMMETRIC + np.eye(3)])
VECTOR = np.array([0.7, 1.3, -0.4])

# The result is made of w and v, whatever way they are reached.
OF_EIGH = "return np.sum(w * c) + np.sum((v**2) @ c)"
WAYS = {
    "unpacked": "w, v = np.linalg.eigh(A)",
    "by two calls": "w = np.linalg.eigh(A)[0]\nv = np.linalg.eigh(A)[1]",
    "by indices from the end": "w, v = np.linalg.eigh(A)[-2], np.linalg.eigh(A)[-1]",
    "by names": "t = np.linalg.eigh(A)\nw, v = t.eigenvalues, t.eigenvectors",
    "by a name at once": "w = np.linalg.eigh(A).eigenvalues\n_, v = np.linalg.eigh(A)",
    "by indices": "t = np.linalg.eigh(A)\nw, v = t[0], t[1]",
    "unpacked later": "t = np.linalg.eigh(A)\nw, v = t",
    "unpacked twice": "t = w, v = np.linalg.eigh(A)\nw = t[0]",
    "unpacked and kept": "w, v = t = np.linalg.eigh(A)\nv = t[1]",
    "by another name": "s = np.linalg.eigh(A)\nt = s\nw, v = t[0], s[1]",
    "from a list": "t = [np.linalg.eigh(A), A]\nw, v = t[0]",
    "from a dict": 't = {"a": np.linalg.eigh(A)}\nw, v = t["a"][0], t["a"][1]',
    "from a nest": "e = np.linalg.eigh(A)\nt = ((A, e), e)\nw, v = t[0][1][0], t[1][1]",
    "entries of one": "(a, b, d), v = np.linalg.eigh(A)\nw = np.array([a, b, d])",
    "under a test": "w, v = np.linalg.eigh(A) if c[0] > 0 else (c, A)",
    "under a test that fails": "w, v = np.linalg.eigh(A) if c[0] < 0 else (c, A)",
    "one under a test": "w = np.linalg.eigh(A)[0] if c[0] > 0 else c * 2\nv = A",
    "one under a test that fails": "w = np.linalg.eigh(A)[0] if c[0] < 0 else c * 2\nv = A",
    "taken over": "w, v = np.linalg.eigh(A)\nw = w**2\nv = v + A",
    "taken over in place": "w, v = np.linalg.eigh(A)\nw **= 2\nv *= c",
    "into the argument": "A, v = np.linalg.eigh(A)\nw = A * 2",
    "of an expression": "w, v = np.linalg.eigh(A @ A + np.eye(3))",
    "in a loop": "w = c\nfor i in range(2):\n    w, v = np.linalg.eigh(A * (i + 1) + np.diag(w))",
    "by names in a loop": "w, v = c, A\nfor i in range(2):\n    t = np.linalg.eigh(A * (i + 1))\n"
    "    w = w + t.eigenvalues\n    v = v @ t[1]",
    "one in a loop": "w = c\nfor i in range(2):\n    w = w + np.linalg.eigh(A * (i + 1))[0]\nv = A",
    "in a branch": "if c[0] > 0:\n    w, v = np.linalg.eigh(A)\nelse:\n    w, v = c, A",
    "in a branch that is not taken": "if c[0] < 0:\n    w, v = np.linalg.eigh(A)\nelse:\n    w, v = c, A",
    "one in a branch": "w, v = c, A\nif c[0] > 0:\n    w = np.linalg.eigh(A)[0]",
    "alone": "w = np.linalg.eigh(A)[0]\nv = A",
    "the other alone": "w = c\nv = np.linalg.eigh(A)[1]",
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("arguments", ["A, c", 'A: "N N", c: "N"', 'A: "3 3", c: "3"'])
@pytest.mark.parametrize("way", WAYS)
def test_outputs_of_eigh(way: str, arguments: str) -> None:
    check(WAYS[way] + "\n" + OF_EIGH, arguments, [SYMMETRIC, VECTOR])


def test_whole_value_is_returned() -> None:
    check("t = np.linalg.eigh(A)\nreturn t", 'A: "N N"', [SYMMETRIC])
    check("t = np.linalg.eigh(A)\nw, v = t\nreturn w * v, t", "A", [SYMMETRIC], several=True)


# Bodies with arguments and the points at which they are held to differences.
OTHERS = [
    ("u, s, vt = np.linalg.svd(A, full_matrices=False)\nreturn (u[:, :2] * s[:2]) @ vt[:2]", TALL),
    ("u, s, vt = np.linalg.svd(A, full_matrices=False)\nreturn (u[:, :2] * s[:2]) @ vt[:2]", WIDE),
    ("t = np.linalg.svd(A, full_matrices=False)\nreturn t.U**2, t.S, t.Vh**2", TALL),
    ("return np.linalg.svd(A)[1]", TALL),
    ("return np.linalg.svd(A).S ** 2", WIDE),
    ("q, r = np.linalg.qr(A)\nreturn q**2 @ r**2", TALL),
    ("q, r = np.linalg.qr(A)\nreturn q**2 @ r**2", WIDE),
    ("return np.linalg.qr(A)[1]", TALL),
    ("return np.linalg.qr(A).Q", WIDE),
    ("x, residuals, rank, s = np.linalg.lstsq(A, A[:, 0] * 2 + 1)\nreturn x * rank, s, residuals", TALL),
    ("return np.linalg.lstsq(A, A[:, :2] ** 2, rcond=None)[0]", TALL),
    ("return np.linalg.lstsq(A, A[:, 0] ** 2, rcond=None)[0]", WIDE),
    ("sign, logdet = np.linalg.slogdet(A @ A.T)\nreturn sign * logdet", WIDE),
    ("return np.linalg.slogdet(A)[1]", STACK),
    ("w, v = np.linalg.eigh(A)\nreturn w[:, None, :] * v", STACK),
    ("q, r = np.linalg.qr(A)\nreturn q @ r**2", STACK),
    ("u, s, vt = np.linalg.svd(A, full_matrices=False)\nreturn u**2 @ (s[..., None] * vt**2)", STACK),
]


@pytest.mark.filterwarnings("ignore:`rcond` parameter will change:FutureWarning")  # as NumPy 1 says
@pytest.mark.parametrize("annotated", [False, True])
@pytest.mark.parametrize(("body", "point"), OTHERS)
def test_outputs_of_others(body: str, point: np.ndarray, annotated: bool) -> None:
    if annotated:
        shape = " ".join("KMN"[3 - point.ndim :])
        check(body, f'A: "{shape}"', [point])
        check(body, f'A: "{" ".join(map(str, point.shape))}"', [point])
    elif "lstsq" not in body or "residuals" not in body:  # which needs to know the rank
        check(body, "A", [point])


# Lists of arrays, and arrays that are taken apart; `n` is 2.
LISTS = {
    "unpacked": "a, b, c = np.split(A, 3)\nreturn a * b + np.exp(c)",
    "of columns": "a, b = np.split(A, n, axis=1)\nreturn a * b",
    "between places": "a, b, c = np.split(A, [1, 4])\nreturn np.sum(a) * np.sum(b**2) + np.sum(c**3)",
    "between places that are variables": "a, b, c = np.split(A, [n, 2 * n])\nreturn a * b * c",
    "in a list": "t = np.split(A, 3)\nreturn t[0] * t[2]",
    "in a list of unknown length": "t = np.split(A, n)\nreturn t[0] * t[-1]",
    "of unequal size": "a, b = np.array_split(A, n, axis=1)\nreturn np.sum(a**2) + np.sum(b**3)",
    "of unequal size, in a list": "t = np.array_split(A, 4)\nreturn np.sum(t[0] ** 2) + np.sum(t[3] ** 3)",
    "of unequal size and unknown number": "t = np.array_split(A, n + 2)\nreturn np.sum(t[0] ** 2)",
    "alone": "return np.split(A, [1])[1] ** 2",
    "one of them": "_, b, _ = np.split(A, [1, n])\nreturn b**2",
    "passed on": "t = np.split(A, 3)\ns = t\na, _, b = s\nreturn a * b + t[0]",
    "added up": "return sum(np.split(A, 3))",
    "added up, of unequal shape": "t = [A, A[0]]\nreturn sum(t)",
    "added up twice, of unequal shape": "t = [A, A[0]]\nreturn np.sum(sum(t))",
    "added up, of unknown number": "t = np.split(A, n)\nreturn np.sum(sum(t) ** 2)",
    "added up in a list": "t = np.split(A, 3)\nreturn sum(t) * t[1]",
    "in a loop": "s = 0.0\nfor p in np.split(A, n):\n    s = s + np.sum(p**2) * p[0]\nreturn s",
    "in a comprehension": "return sum([np.sum(p**2) * p[0] for p in np.split(A, 3)])",
    "in a loop, from a list": "s, t = 0.0, np.split(A, 3)\nfor p in t:\n    s = s + p * t[0]\nreturn s",
    "made in a loop": "s = 1\nfor i in range(n):\n    a, b = np.split(A * i, 2)\n    s = a * s + b\nreturn s",
    "rows in a loop": "s = 0.0\nfor a, b, c, d in A:\n    s += a * b + c * d**2\nreturn s",
    "returned": "t = np.split(A, 3)\nreturn t",
    "across": "a, b = np.hsplit(A, 2)\nc, d = np.vsplit(A, [1])\nreturn np.sum(a * b) + np.sum(d**2)",
    "rows": "a, b, c, d, e, f = A\nreturn a * b + c * d**2 + f",
    "rows of an expression": "a, b, c, d, e, f = A @ A.T\nreturn a * b + f",
    "columns": "a, b, c, _ = A.T\nreturn a * b * c",
    "entries of a row": "a, b, _, d = A[0] * 2\nreturn a * b + d * A[1]",
    "a grid": "X, Y = np.meshgrid(A[0], A[:, 0])\nreturn X * Y**2",
    "a grid by the other order": 'X, Y = np.meshgrid(A[0], A[:, 0], indexing="ij")\nreturn X * Y**2',
    "a sparse grid": "t = np.meshgrid(A[0], A[:, 0], sparse=True)\nreturn t[0] * t[1] ** 2",
    "a grid of three": "X, Y, Z = np.meshgrid(A[0], A[1], A[:, 2])\nreturn X * Y**2 * Z",
    "spread": "a, b = np.broadcast_arrays(A, A[0])\nreturn a * b**2",
    "fractions": "a, b = np.modf(A * 2.3)\nreturn a**2 * b",
    "mantissas": "a, b = np.frexp(A)\nreturn a**2 * b",
    "rests": "a, b = np.divmod(A, 0.31)\nc, d = divmod(A, A[0] / 3)\nreturn a * b + d**2",
    "a mean": "a, b = np.average(A, weights=A**2, returned=True)\nreturn a**2 * b",
    "slopes": "a, b = np.gradient(A)\nreturn a * b",
}
POINT = np.random.default_rng(5).uniform(0.5, 1.5, (6, 4))


@pytest.mark.parametrize("arguments", ["A, n: int", 'A: "N M", n: int', 'A: "6 4", n: int'])
@pytest.mark.parametrize("way", LISTS)
def test_items_of_lists(way: str, arguments: str) -> None:
    if arguments == "A, n: int" and way in ("rows", "slopes"):
        pytest.skip("what A is has to be said")
    check(LISTS[way], arguments, [POINT, 2])


def check(body: str, arguments: str, points: list[Any], several: bool | None = None) -> None:
    """Holds the gradients of a function of one body to differences."""
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    source = f"import numpy as np\n\n\ndef f({arguments}):\n{lines}"
    text = generate_module(source, "f.py", Options())
    checking.check_names(text)
    function = checking.namespace(source)["f"]
    several = checking.returns_several(source, "f") if several is None else several
    moving = [i for i, point in enumerate(points) if not isinstance(point, int)]
    checking.check_pair(checking.namespace(text), "f", function, points, moving, several=several)


def test_sum_of_a_list_of_arrays_of_unequal_shape() -> None:
    arrays = [np.ones((2, 3)), np.ones(3)]
    for body in ("return sum(xs)", "return np.sum(sum(xs) * item)"):
        source = f"import numpy as np\n\n\ndef f(xs: list[np.ndarray], item: float):\n    {body}\n"
        text = generate_module(source, "f.py", Options())
        checking.check_pair(
            checking.namespace(text), "f", checking.namespace(source)["f"], [arrays, 0.7], [0, 1]
        )


@pytest.mark.parametrize("given", [[1.0, 2.0], (1.0, 2.0)])
def test_list_for_an_argument_that_is_taken_for_an_array_is_found_when_it_runs(given: Any) -> None:
    """Times 2 a list is twice as long, and its gradient is not that of an array."""
    source = "import numpy as np\n\n\ndef f(x, c):\n    return c * x, x[0] * c\n"
    pair = checking.namespace(generate_module(source, "m.py", Options()))
    *_, cache = pair["f_forward"](np.array(given), 2)
    np.testing.assert_array_equal(pair["f_backward"](np.ones(2), 1.0, cache)[0], [4.0, 2.0])
    with pytest.raises(TypeError, match="f: x is a list or a tuple, and is taken for an array"):
        pair["f_forward"](given, 2)


@pytest.mark.parametrize("body", ["t = x * c; c *= 2.0; return t * c", "t = c; t *= c; return x * t"])
def test_array_without_axes_that_would_be_written_into_is_found_when_it_runs(body: str) -> None:
    source = f"import numpy as np\n\n\ndef f(x, c):\n    {body}\n"
    pair = checking.namespace(generate_module(source, "m.py", Options()))
    for number in (2, 0.5, np.float64(0.5), np.float32(0.5)):
        pair["f_forward"](np.ones(2), number)
    with pytest.raises(TypeError, match="f: c is an array, and is taken for a number"):
        pair["f_forward"](np.ones(2), np.array(0.5))


@pytest.mark.parametrize("given", ["x", "(x, c)", "{'x': x}", "[x]"])
def test_list_of_which_a_gradient_is_given_and_parts_are_read_is_found_when_it_runs(given: str) -> None:
    """What the caller gives would be added to."""
    source = f"import numpy as np\n\n\ndef f(x, c):\n    return c * x[0][1] * x[1:][0][1], {given}\n"
    pair = checking.namespace(generate_module(source, "m.py", Options()))
    pair["f_forward"](np.ones((2, 2)), 2.0)
    with pytest.raises(TypeError, match="f: x is a list or a tuple, and is taken for an array"):
        pair["f_forward"]([np.ones(2), np.ones(2)], 2.0)


@pytest.mark.parametrize("n", [0, 2])
def test_row_of_a_list_that_a_condition_chooses_is_given_its_gradient_alone(n: int) -> None:
    source = (
        "def f(rows: list[list[float]], n: int):\n"
        "    row = rows[0] if n > 1 else rows[1]\n    return row[0] * row[1]\n"
    )
    text = generate_module(source, "f.py", Options())
    checking.check_pair(
        checking.namespace(text), "f", checking.namespace(source)["f"], [[[0.1, 0.2], [0.3, 0.4]], n], [0]
    )


@pytest.mark.parametrize("other", ["rows[0]", "rows[i - 1]", "rows[0] if i > 1 else rows[1]"])
@pytest.mark.parametrize("first", [True, False])
def test_row_of_a_turn_is_added_to_what_others_have_given(other: str, first: bool) -> None:
    lines = ["        row = rows[i]\n", f"        other = {other}\n"]
    source = (
        "def f(rows: list[list[float]], a: float):\n    for i in range(3):\n"
        + "".join(lines[:: 1 if first else -1])
        + "        a = a * row[0] + other[1] * other[0]\n    return a\n"
    )
    text = generate_module(source, "f.py", Options())
    rows = [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]
    checking.check_pair(checking.namespace(text), "f", checking.namespace(source)["f"], [rows, 0.7], [0, 1])


PARTS = ["x[1][:] *= c", "x[1][:1] = x[0][:1] * c", "for i in range(2): x[i][1:] += c"]


@pytest.mark.parametrize("body", PARTS)
def test_list_of_arrays_that_are_written_into_in_part_is_found_when_it_runs(body: str) -> None:
    """Of its gradient only the list would be copied, and the caller's arrays be written into."""
    source = f"import numpy as np\n\n\ndef f(x, c):\n    {body}\n    return np.sin(c)\n"
    pair = checking.namespace(generate_module(source, "m.py", Options()))
    pair["f_forward"](np.ones((2, 2)), 2.0)
    with pytest.raises(TypeError, match="f: x is a list or a tuple, and is taken for an array"):
        pair["f_forward"]([np.ones(2), np.ones(2)], 2.0)


NO_ARRAYS = [[1.0, 2.0], (1.0, 2.0), [np.ones(2), np.ones(2)]]


@pytest.mark.parametrize("given", NO_ARRAYS)
@pytest.mark.parametrize(
    "body",
    [
        "return np.sum(2 * x)",
        "return np.sum(x + x)",
        "return np.sum((x + x)[1:])",
        "h = x[1:]; x[1] = c; return np.sum(h)",
        "h = x * len(x); return h[0]",
        "h = x if c > 0 else c; return np.exp(h * 2)",
        "for i in range(2): x = 2 * x\n    return np.sum(x)",
        "h = x[:]; h *= 2; return np.sum(h)",
        "t = x[0]; x += np.ones(2); return np.sum(t * x[1])",
        "x += [x[1]]; return np.sum(x[-1])",
    ],
)
def test_list_of_which_something_else_would_come_is_found_when_it_runs(given: Any, body: str) -> None:
    source = f"import numpy as np\n\n\ndef f(x, c):\n    {body}\n"
    pair = checking.namespace(generate_module(source, "m.py", Options()))
    pair["f_forward"](np.ones(2), 2.0)
    with pytest.raises(TypeError, match="f: x is a list or a tuple, and is taken for an array"):
        pair["f_forward"](given, 2.0)
