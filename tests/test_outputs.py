"""Gates with several outputs, and gates that give lists, by every way in which people reach what they give.

Each body is a function of its own, with annotations and without, and is held to differences.
"""

from __future__ import annotations

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
    "alone": "w = np.linalg.eigh(A)[0]\nv = A",
    "the other alone": "w = c\nv = np.linalg.eigh(A)[1]",
}


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


@pytest.mark.parametrize("annotated", [False, True])
@pytest.mark.parametrize(("body", "point"), OTHERS)
def test_outputs_of_others(body: str, point: np.ndarray, annotated: bool) -> None:
    if annotated:
        shape = " ".join("KMN"[3 - point.ndim :])
        check(body, f'A: "{shape}"', [point])
        check(body, f'A: "{" ".join(map(str, point.shape))}"', [point])
    elif "lstsq" not in body or "residuals" not in body:  # which needs to know the rank
        check(body, "A", [point])


def check(body: str, arguments: str, points: list[np.ndarray], several: bool | None = None) -> None:
    """Holds the gradients of a function of one body to differences."""
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    source = f"import numpy as np\n\n\ndef f({arguments}):\n{lines}"
    text = generate_module(source, "f.py", Options())
    checking.check_names(text)
    function = checking.namespace(source)["f"]
    several = checking.returns_several(source, "f") if several is None else several
    checking.check_pair(
        checking.namespace(text), "f", function, points, list(range(len(points))), several=several
    )
