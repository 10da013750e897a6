"""`backprop grade`: mistakes are found on their line with their kind, and what is right is called right."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pairs_by_hand as by_hand
import pytest
from case_files import case_paths, drawn, namespace, read_case
from test_by_hand import ARGUMENTS, functions

from codegen.cli import main
from codegen.grading import Asked, Graded, grade
from codegen.handwritten import NotGraded, read_file

DATA = Path(__file__).parent / "data"
LISTING = (DATA / "notes_listing.txt").read_text(encoding="utf-8")
SHARE = 30  # of the cases, that many are left to the exhaustive tests but for one

Change = tuple[str, str]


def graded(text: str, against: str | None = None, function: str = "", **asked: Any) -> Graded:
    """The only pass of a file, graded."""
    source = read_file(against, "source.py") if against else None
    (found,) = grade(read_file(text, "mine.py"), source, function, Asked(asked.pop("at", {}), **asked))
    return found


def changed(text: str, *changes: Change) -> str:
    """A text with one thing after another in the place of what it says."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def line_of(text: str, part: str) -> int:
    """The line on which something stands, the last one."""
    return text[: text.rindex(part)].count("\n") + 1


def assert_found(text: str, part: str, gradient: str, kind: str) -> None:
    """The first error is of that gradient, on the line with that part, and of that kind."""
    first = graded(text).faults[0]
    assert (first.gradient, first.line, first.kind) == (gradient, line_of(text, part), kind)


# --- The notes ---------------------------------------------------------------------------------------------

# What is changed, where it is found, of which gradient and of which kind.
IN_THE_NOTES: Sequence[tuple[Change, str, str, str]] = (
    (("dden = (-1.0 /", "dden = (1.0 /"), "dden = ", "dden", "sign"),
    (("dsigx = (1) * dden", "dsigx = (1) * dinvden"), "dsigx = ", "dsigx", "operand"),
    (("(2 * xpy) * dxpysqr", "xpy * dxpysqr"), "dxpy = ", "dxpy", "factor"),
    (("(2 * xpy) * dxpysqr", "(2 * xpysqr) * dxpysqr"), "dxpy = ", "dxpy", "operand"),
    (("dx += ((1 - sigx)", "dx = ((1 - sigx)"), "dx = ((1", "dx", "overwritten"),
    (("dx += (1) * dnum", "dx = (1) * dnum"), "dx = (1) * dnum", "dx", "overwritten"),
    (("dy += ((1 - sigy)", "dy = ((1 - sigy)"), "dy = ((1", "dy", "overwritten"),
    (("dx += (1) * dnum ", "pass # "), "dx += ((1", "dx", "missing +="),
    (("dnum = invden", "dnum = den"), "dnum = ", "dnum", "operand"),
    (("dinvden = num", "dinvden = 64 * num"), "dinvden = ", "dinvden", "factor"),
    (("((1 - sigy) * sigy)", "((1 - sigx) * sigx)"), "dy += ", "dy", "operand"),
    (("((1 - sigx) * sigx)", "((1 - x) * x)"), "dx += ((1", "dx", "operand"),
    (("((1 - sigx) * sigx)", "(1 - sigx)"), "dx += (1 - ", "dx", "factor"),
    (("(den**2)", "den"), "dden = ", "dden", "power"),
    (("dsigy = (1) * dnum", "pass # "), "dy += ", "dsigy", "missing"),
    (("dy = (1) * dxpy", "pass # "), "dy += ", "dy", "missing +="),
    (("dx = (1) * dxpy ", "dx = dxpy + dnum "), "dx += (1) * dnum", "dx", "added twice"),
    (("xpysqr = xpy**2 ", "xpysqr = xpy**2; xpy = xpysqr "), "dxpy = ", "dxpy", "overwritten value"),
)


def test_the_listing_of_the_notes_is_right() -> None:
    found = graded(LISTING)
    assert found.ok
    names = ["dnum", "dinvden", "dden", "dsigx", "dxpysqr", "dxpy", "dx", "dy", "dsigy"]
    assert [one.gradient for one in found.verdicts] == names
    assert {one.state for one in found.verdicts} == {"right"}


@pytest.mark.parametrize(("change", "part", "gradient", "kind"), IN_THE_NOTES)
def test_mistakes_in_the_listing_are_found(change: Change, part: str, gradient: str, kind: str) -> None:
    assert_found(changed(LISTING, change), part, gradient, kind)


def test_what_follows_from_an_error_is_told_apart_from_others() -> None:
    text = changed(LISTING, ("dden = (-1.0", "dden = (1.0"), ("dsigy = (1) * dnum", "dsigy = (-1) * dnum"))
    found = graded(text)
    assert [(fault.gradient, fault.kind) for fault in found.faults] == [("dden", "sign"), ("dsigy", "sign")]
    first, second = line_of(text, "dden = "), line_of(text, "dsigy = ")
    states = {one.gradient: (one.state, one.follows) for one in found.verdicts}
    assert states["dnum"] == ("right", ())
    assert states["dxpy"] == ("follows", (first,))
    assert states["dy"] == ("follows", (first, second))


def test_a_factor_is_told() -> None:
    (fault,) = graded(changed(LISTING, ("dinvden = num", "dinvden = 64 * num"))).faults
    assert "a factor 64: too large" in fault.sentence


# The first listing of the notes names gradients with what they are gradients of; dqdx is a local gradient.
CIRCUIT = """\
x = -2; y = 5; z = -4

# perform the forward pass
q = x + y # q becomes 3
f = q * z # f becomes -12

# perform the backward pass (backpropagation) in reverse order:
# first backprop through f = q * z
dfdz = q # df/dz = q, so gradient on z becomes 3
dfdq = z # df/dq = z, so gradient on q becomes -4
dqdx = 1.0
dqdy = 1.0
# now backprop through q = x + y
dfdx = dfdq * dqdx  # The multiplication here is the chain rule!
dfdy = dfdq * dqdy
"""
NEURON = """\
w = [2,-3,-3] # assume some random weights and data
x = [-1, -2]

# forward pass
dot = w[0]*x[0] + w[1]*x[1] + w[2]
f = 1.0 / (1 + math.exp(-dot)) # sigmoid function

# backward pass through the neuron (backpropagation)
ddot = (1 - f) * f # gradient on dot variable, using the sigmoid gradient derivation
dx = [w[0] * ddot, w[1] * ddot] # backprop into x
dw = [x[0] * ddot, x[1] * ddot, 1.0 * ddot] # backprop into w
"""


@pytest.mark.parametrize(("text", "count"), [(CIRCUIT, 4), (NEURON, 3)])
def test_the_other_listings_of_the_notes_are_right(text: str, count: int) -> None:
    found = graded(text)
    assert found.ok
    assert [one.state for one in found.verdicts] == ["right"] * count


def test_a_local_gradient_is_no_gradient_on_what_comes_out() -> None:
    text = "x, y = 3.0, -4.0\nf = x * y\nL = f**2\ndLdf = 2 * f\ndfdx = y\ndLdx = dLdf * dfdx\n"
    assert graded(text).ok
    assert [one.gradient for one in graded(text).verdicts] == ["dLdf", "dLdx"]


def test_mistakes_in_the_other_listings_are_found() -> None:
    assert_found(changed(CIRCUIT, ("dfdz = q", "dfdz = z")), "dfdz = z", "dfdz", "operand")
    assert graded(changed(CIRCUIT, ("dqdx = 1.0", "dqdx = -1.0"))).faults[0].gradient == "dfdx"
    assert_found(changed(NEURON, ("dx = [w[0] *", "dx = [x[0] *")), "dx = ", "dx", "operand")
    assert_found(changed(NEURON, ("ddot = (1 - f) * f", "ddot = (1 - f)")), "ddot = ", "ddot", "factor")


# --- Functions with matrices -------------------------------------------------------------------------------

NET = """\
import numpy as np


def net_forward(X: "N D", W1: "D H", b1: "H", W2: "H C", b2: "C", y: "N"):
    z = X @ W1 + b1
    h = np.maximum(0, z)
    scores = h @ W2 + b2
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    probs = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(probs[np.arange(len(y)), y]))
    cache = (X, W1, W2, z, h, probs, y)
    return loss, cache


def net_backward(dloss, cache):
    X, W1, W2, z, h, probs, y = cache
    N = X.shape[0]
    dscores = probs.copy()
    dscores[np.arange(N), y] -= 1
    dscores *= dloss / N
    dW2 = h.T @ dscores
    db2 = dscores.sum(axis=0)
    dh = dscores @ W2.T
    dz = dh * (z > 0)
    dW1 = X.T @ dz
    db1 = dz.sum(axis=0)
    dX = dz @ W1.T
    return dX, dW1, db1, dW2, db2
"""
NORM = """\
import numpy as np


def norm_forward(x: "N D", gamma: "D", beta: "D", eps=1e-5):
    mu = np.mean(x, axis=0)
    xc = x - mu
    var = np.mean(xc**2, axis=0)
    std = np.sqrt(var + eps)
    xhat = xc / std
    out = gamma * xhat + beta
    return out, (gamma, xc, std, xhat)


def norm_backward(dout, cache):
    gamma, xc, std, xhat = cache
    N = dout.shape[0]
    dgamma = np.sum(xhat * dout, axis=0)
    dbeta = np.sum(dout, axis=0)
    dxhat = gamma * dout
    dxc = dxhat / std
    dstd = -np.sum(xhat * dxhat, axis=0) / std
    dvar = dstd / (2 * std)
    dxc += (2 * xc) * dvar / N
    dx = 1 * dxc
    dmu = -np.sum(dxc, axis=0)
    dx += dmu / N
    return dx, dgamma, dbeta
"""
RNN = """\
import numpy as np


def rnn_forward(x: "T D", h: "H", Wx: "D H", Wh: "H H"):
    hs = []
    for t in range(len(x)):
        a = x[t] @ Wx + h @ Wh
        hs.append((h, a))
        h = np.tanh(a)
    return h, (x, Wx, Wh, hs)


def rnn_backward(dh, cache):
    x, Wx, Wh, hs = cache
    dx, dWx, dWh = np.zeros_like(x), np.zeros_like(Wx), np.zeros_like(Wh)
    for t in reversed(range(len(x))):
        h, a = hs[t]
        da = (1 - np.tanh(a) ** 2) * dh
        dx[t] = da @ Wx.T
        dWx += np.outer(x[t], da)
        dWh += np.outer(h, da)
        dh = da @ Wh.T
    return dx, dh, dWx, dWh
"""

IN_FUNCTIONS: Sequence[tuple[str, Change, str, str, str]] = (
    (NET, ("dW2 = h.T @ dscores", "dW2 = h @ dscores"), "dW2 = ", "dW2", "transpose"),
    (NET, ("dW2 = h.T @ dscores", "dW2 = dscores.T @ h"), "dW2 = ", "dW2", "transpose"),
    (NET, ("dh = dscores @ W2.T", "dh = W2.T @ dscores"), "dh = ", "dh", "transpose"),
    (NET, ("dh = dscores @ W2.T", "dh = dscores @ W2"), "dh = ", "dh", "transpose"),
    (NET, ("db2 = dscores.sum(axis=0)", "db2 = dscores"), "db2 = ", "db2", "sum"),
    (NET, ("db2 = dscores.sum(axis=0)", "db2 = dscores.sum(axis=1)"), "db2 = ", "db2", "sum"),
    (NET, ("dscores.sum(axis=0)", "dscores.sum(axis=0, keepdims=True)"), "db2 = ", "db2", "shape"),
    (NET, ("dscores.sum(axis=0)", "dscores.mean(axis=0)"), "db2 = ", "db2", "factor"),
    (NET, ("dz = dh * (z > 0)", "dz = dh"), "dz = ", "dz", "mask"),
    (NET, ("dz = dh * (z > 0)", "dz = dh * (z < 0)"), "dz = ", "dz", "mask"),
    (NET, ("dz = dh * (z > 0)", "dz = dh * z"), "dz = ", "dz", "mask"),
    (NET, ("dscores *= dloss / N", "dscores *= dloss"), "dscores = ", "dscores", "factor"),
    (NET, ("y] -= 1", "y] += 1"), "dscores[np", "dscores", "sign"),
    (NET, ("dW1 = X.T @ dz", "dW1 = X.T @ dh"), "dW1 = ", "dW1", "operand"),
    (NET, ("dW2 = h.T @", "dW2 = z.T @"), "dW2 = ", "dW2", "operand"),
    (NET, ("dX = dz @ W1.T", "dX = -dz @ W1.T"), "dX = ", "dX", "sign"),
    (NET, ("    db1 = dz.sum(axis=0)\n", ""), "return", "db1", "missing"),
    (NET, ("    dz = dh * (z > 0)\n", ""), "dW1 = ", "dz", "missing"),
    (NET, ("    return dX, dW1", "    dW1 *= 2\n    return dX, dW1"), "dW1 *= 2", "dW1", "factor"),
    (NET, ("dX, dW1, db1, dW2, db2", "dz @ W1, dW1, db1, dW2, db2, None"), "return", "d_X", "transpose"),
    (NORM, ("dxc += (2", "dxc = (2"), "dxc = (2", "dxc", "overwritten"),
    (NORM, ("dx += dmu / N", "dx = dmu / N"), "dx = dmu", "dx", "overwritten"),
    (NORM, ("dx += dmu / N", "dx += dmu"), "dx += ", "dx", "factor"),
    (NORM, ("    dx += dmu / N\n", ""), "dx = 1", "dx", "missing +="),
    (NORM, ("dvar / N", "dvar"), "dxc += ", "dxc", "factor"),
    (NORM, ("dstd = -np", "dstd = np"), "dstd = ", "dstd", "sign"),
    (NORM, ("dvar = dstd / (2 * std)", "dvar = dstd / std"), "dvar = ", "dvar", "factor"),
    (NORM, ("-np.sum(xhat * dxhat", "-np.sum(xc * dxhat"), "dstd = ", "dstd", "operand"),
    (NORM, ("np.sum(xhat * dout, axis=0)", "xhat * dout"), "dgamma = ", "dgamma", "sum"),
    (NORM, ("dxhat = gamma * dout", "dxhat = dout"), "dxhat = ", "dxhat", "factor"),
    (RNN, ("dx[t] = da @ Wx.T", "dx[t] = -(da @ Wx.T)"), "dx[t]", "dx", "sign"),
    (RNN, ("dWh += np", "dWh = np"), "dWh = np.outer", "dWh", "overwritten"),
    (RNN, ("dh = da @ Wh.T", "dh = da @ Wh"), "dh = ", "dh", "transpose"),
    (RNN, ("- np.tanh(a) ** 2)", "+ np.tanh(a) ** 2)"), "da = ", "da", "sign"),
)


@pytest.mark.parametrize(("text", "change", "part", "gradient", "kind"), IN_FUNCTIONS)
def test_mistakes_in_functions_are_found(
    text: str, change: Change, part: str, gradient: str, kind: str
) -> None:
    assert_found(changed(text, change), part, gradient, kind)


def test_a_factor_is_told_with_the_name_that_has_its_value() -> None:
    (fault,) = graded(changed(NET, ("dscores *= dloss / N", "dscores *= dloss"))).faults
    assert fault.sentence == "it is off by a factor 7 (N): too large"


def test_what_a_temporary_does_wrong_is_found_on_its_line() -> None:
    text = changed(
        NET, ("dh = dscores @ W2.T", "back = dscores @ W2.T"), ("dz = dh * (z > 0)", "dz = 1 * back")
    )
    first = graded(text).faults[0]
    assert (first.gradient, first.kind) == ("dz", "mask")
    assert first.line in (line_of(text, "back = "), line_of(text, "dz = "))


# --- What is right, however it is written ------------------------------------------------------------------

TAKEN = NET[NET.index("(dloss") : NET.index("    N = ")]
MIDDLE = NET[NET.index("    dscores = ") :]
IN_STAGES = NORM[NORM.index("    dstd = ") : NORM.index("    return dx, ")]
AT_ONCE = "    dx = (N * dxhat - dxhat.sum(0) - xhat * (dxhat * xhat).sum(0)) / (N * std)\n"
IN_TURNS = "dW1 = np.zeros_like(W1)\n    for n in range(N):\n        dW1 += np.outer(X[n], dz[n])"

RIGHT: Sequence[tuple[str, Sequence[Change]]] = (
    (NET, ()),
    (NORM, ()),
    (RNN, ()),
    (NET, [("return dX, dW1, db1, dW2, db2", 'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}')]),
    (NET, [("return dX, dW1, db1, dW2, db2", 'g = {}\n    g["W1"] = dW1\n    g["b2"] = db2\n    return g')]),
    (NET, [("dX, dW1, db1, dW2, db2", "dz @ W1.T, X.T @ dz, dz.sum(0), h.T @ dscores, db2, None")]),
    (NET, [("dX, dW1, db1, dW2, db2", "dW2, db2, dX, dW1, db1")]),
    (NET, [("    dz = dh * (z > 0)\n", "    dh[z <= 0] = 0\n    dz = dh\n")]),  # the name is used again
    (NET, [("dh = dscores @ W2.T\n    dz = dh * (z > 0)", "dz = (dscores @ W2.T) * (h > 0)")]),
    (
        NET,
        [
            ("dscores *= dloss / N", "dscores = dscores * dloss"),
            ("dW2 = h.T @ dscores", "dscores /= N\n    dW2 = h.T @ dscores"),
        ],
    ),
    (NET, [("dW1 = X.T @ dz", IN_TURNS)]),
    (NET, [("dW1 = X.T @ dz", "dW1 = np.einsum('nd,nh->dh', X, dz)"), ("dz.sum(axis=0)", "np.ones(N) @ dz")]),
    (NET, [(TAKEN, "(dloss, X, W1, W2, z, h, probs, y):\n")]),
    (NET, [(MIDDLE, MIDDLE.replace("dscores", "delta").replace("dh", "back"))]),
    (NORM, [("    dxc = dxhat / std\n", ""), (IN_STAGES, AT_ONCE)]),
    (
        NORM,
        [
            (
                "    dmu = -np.sum(dxc, axis=0)\n    dx += dmu / N\n",
                "    np.subtract(dx, dxc.mean(axis=0), out=dx)\n",
            )
        ],
    ),
    (NORM, [("    dx = 1 * dxc\n", ""), ("dx += dmu / N", "dx = dmu / N + dxc")]),
    (
        LISTING,
        [
            ("dx = (1) * dxpy ", "dx = 0.0; dx += dxpy "),
            ("dden = (-1.0 / (den**2))", "dden = -invden * invden"),
        ],
    ),
    (LISTING, [("dsigy = (1) * dnum", "t1 = dnum"), ("sigy) * dsigy", "sigy) * t1")]),
    (LISTING, [("dx += (1) * dnum ", "dx = dx + dnum # ")]),
    (
        LISTING,
        [
            ("# backprop f = num * invden", "df = 2.0"),
            ("dnum = invden", "dnum = invden * df"),
            ("dinvden = num ", "dinvden = df * num # "),
        ],
    ),
)


@pytest.mark.parametrize(("text", "changes"), RIGHT)
def test_what_is_right_is_called_right(text: str, changes: Sequence[Change]) -> None:
    found = graded(changed(text, *changes))
    assert found.ok, found.faults
    assert not found.faults


@pytest.mark.parametrize(("module", "name"), [one for one in functions() if one[1] != "jacobi"])
@pytest.mark.parametrize("against", [False, True])
def test_passes_that_were_written_by_hand_are_right(module: str, name: str, against: bool) -> None:
    text = (DATA / f"{module}.py").read_text(encoding="utf-8")
    names = inspect.signature(namespace(text)[name]).parameters
    at = dict(zip(names, ARGUMENTS[name]))
    found = graded(by_hand.by_hand(module), text if against else None, name, at=at)
    assert found.ok, found.faults


def _cases() -> list[object]:
    paths = [path for path in case_paths() if read_case(path).arguments]
    return [
        pytest.param(path, id=path.stem, marks=() if number % SHARE == 0 else pytest.mark.exhaustive)
        for number, path in enumerate(paths)
    ]


@pytest.mark.parametrize("path", _cases())
def test_generated_passes_are_right(path: Path) -> None:
    case = read_case(path)
    name, arguments = case.arguments[0]
    function = namespace(case.source)[name]
    at = dict(zip(inspect.signature(function).parameters, drawn(function, arguments)))
    try:
        found = graded(case.output, None, name, at=at)
    except NotGraded:
        return  # it writes into its arguments, or is compiled
    assert found.ok, found.faults


# --- Scripts with arrays -----------------------------------------------------------------------------------

SPIRAL = """\
import numpy as np

D, H, K = 2, 10, 3
X = np.zeros((30, D))
y = np.zeros(30, dtype="uint8")
for j in range(K):
    ix = range(10 * j, 10 * (j + 1))
    r, t = np.linspace(0.0, 1, 10), np.linspace(j * 4, (j + 1) * 4, 10) + np.random.randn(10) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j
W = 0.01 * np.random.randn(D, H)
b = np.zeros((1, H))
W2 = 0.01 * np.random.randn(H, K)
b2 = np.zeros((1, K))
reg = 1e-3

hidden = np.maximum(0, np.dot(X, W) + b)
scores = np.dot(hidden, W2) + b2
probs = np.exp(scores) / np.sum(np.exp(scores), axis=1, keepdims=True)
data_loss = np.sum(-np.log(probs[range(30), y])) / 30
loss = data_loss + 0.5 * reg * np.sum(W * W) + 0.5 * reg * np.sum(W2 * W2)
print("loss", loss)

dscores = probs
dscores[range(30), y] -= 1
dscores /= 30
# backprop into the parameters
dW2 = np.dot(hidden.T, dscores)
db2 = np.sum(dscores, axis=0, keepdims=True)
dhidden = np.dot(dscores, W2.T)
dhidden[hidden <= 0] = 0
dW = np.dot(X.T, dhidden)
db = np.sum(dhidden, axis=0, keepdims=True)
dW2 += reg * W2
dW += reg * W
W += -1.0 * dW
b += -1.0 * db
"""
IN_THE_SCRIPT: Sequence[tuple[Change, str, str, str]] = (
    (("dscores /= 30\n", "\n"), "dscores = ", "dscores", "factor"),
    (("dW += reg * W\n", ""), "dW = ", "dW", "missing +="),
    (("dW2 += reg * W2", "dW2 += 2 * reg * W2"), "dW2 += ", "dW2", "factor"),
    (("np.dot(hidden.T, dscores)", "np.dot(hidden, dscores)"), "dW2 = np", "dW2", "transpose"),
    (("dW = np.dot(X.T, dhidden)", "dW = -np.dot(X.T, dhidden)"), "dW = ", "dW", "sign"),
    (("db = np.sum(dhidden, axis=0, keepdims=True)", "db = np.sum(dhidden, axis=0)"), "db = ", "db", "shape"),
)


# A table of vectors, a hidden layer that is normalised, and a loss, each in small steps.
STEPS = (DATA / "table_and_norm.txt").read_text(encoding="utf-8")
IN_STEPS: Sequence[tuple[Change, str, str, str]] = (
    (("-1.0 / n\n", "-1.0\n"), "dlogprobs[", "dlogprobs", "factor"),
    (("(1.0 / probs) * dlogprobs", "probs * dlogprobs"), "dprobs = ", "dprobs", "power"),
    (("(1.0 - h**2)", "(1.0 - h)"), "dhpreact = ", "dhpreact", "power"),
    (("1e-5) ** -1.5", "1e-5) ** -0.5"), "dbnvar = ", "dbnvar", "power"),
    (("        dC[ix] += ", "        dC[ix] = "), "        dC[ix] = ", "dC", "overwritten"),
    (("demb = dembcat.reshape(emb.shape)", "demb = dembcat"), "demb = ", "demb", "shape"),
)


def test_a_script_in_small_steps_is_right() -> None:
    found = graded(STEPS)
    assert found.ok
    # Its gradient on the means has another shape, which does no harm.
    assert [one.gradient for one in found.verdicts if one.state == "between"] == ["dbnmeani"]


@pytest.mark.parametrize(("change", "part", "gradient", "kind"), IN_STEPS)
def test_mistakes_in_small_steps_are_found(change: Change, part: str, gradient: str, kind: str) -> None:
    assert_found(changed(STEPS, change), part, gradient, kind)


def test_a_script_with_a_descent_is_right() -> None:
    assert graded(SPIRAL).ok


@pytest.mark.parametrize(("change", "part", "gradient", "kind"), IN_THE_SCRIPT)
def test_mistakes_in_a_script_are_found(change: Change, part: str, gradient: str, kind: str) -> None:
    assert_found(changed(SPIRAL, change), part, gradient, kind)


def test_gradients_on_what_a_script_ends_in_may_be_drawn() -> None:
    text = (
        "import numpy as np\nW = np.random.randn(5, 10)\nX = np.random.randn(10, 3)\nD = W.dot(X)\n"
        "dD = np.random.randn(*D.shape)\ndW = dD.dot(X.T)\ndX = W.T.dot(dD)\n"
    )
    assert graded(text).ok
    assert_found(changed(text, ("dW = dD.dot(X.T)", "dW = dD.dot(X)")), "dW = ", "dW", "transpose")


def test_a_script_may_end_in_a_number_that_does_not_change() -> None:
    text = changed(SPIRAL, ('print("loss", loss)\n', "accuracy = np.mean(np.argmax(scores, axis=1) == y)\n"))
    assert graded(text).ok
    assert not graded(changed(text, ("dscores /= 30\n", ""))).ok
    ends = "import numpy as np\nX = np.ones((2, 3))\nreg = 1e-3\nD = 2 * X\ndX = 2 * np.ones((2, 3))\n"
    with pytest.raises(NotGraded, match="ends with no number"):
        graded(ends)


def test_a_kink_in_the_example_of_a_script_is_no_error() -> None:
    text = "x = 2.0\ny = 2.0\nm = max(x, y)\nf = 3 * m\ndm = 3.0\ndx = {}\ndy = (y > x) * dm\n"
    assert graded(text.format("(x >= y) * dm")).ok
    assert not graded(text.format("dm")).ok


# --- What cannot be graded ---------------------------------------------------------------------------------

OF_X = "\n\n\ndef f_backward(dout):\n    dx = dout\n    return dx\n"
NOT_GRADED: Sequence[tuple[str, str]] = (
    ("x = 3\ndx = (\n", "it is no Python"),
    ("x = 3\ny = x\n", "no statement gives a value to a gradient"),
    ("def f_backward(dout, cache):\n    return dout\n", "f_backward is the backward pass of is not there"),
    (
        "def f(x):\n    return x\n\n\ndef f_backward(a, b):\n    return a\n",
        "what f_backward takes is not clear",
    ),
    ("def f(x, y):\n    return x * y\n\n\ndef f_backward(dout, x):\n    return x * dout\n", "is not clear"),
    ("def f(x):\n    return x[0] * x" + OF_X, "nothing is known"),
    ("x = 3.0\nf = x * x\nwhile True:\n    dx = 1\n", "it runs longer than 0.5 s"),
    ("x = 3.0\nwhile True:\n    pass\nf = x * x\ndx = 2 * x\n", "it runs longer than 0.5 s"),
    (
        "def g(x):\n    while True:\n        pass\n\n\nx = 3.0\nf = g(x)\ndx = 2 * x\n",
        "it runs longer than 0.5 s",
    ),
    (
        "x = 3.0\nwhile True:\n    try:\n        x = x\n    except Exception:\n        pass\nf = x\ndx = 1\n",
        "it runs longer than 0.5 s",
    ),
    ("import sys\nsys.exit(3)\nx = 3.0\nf = x * x\ndx = 2 * x\n", "SystemExit"),
    ("x = 3.0\nexec('x = =')\nf = x * x\ndx = 2 * x\n", "SyntaxError"),
    ("x = 3.0\nf = x / 0\ndx = 2 * x\n", "ZeroDivisionError"),
    ("import no_such_module\nx = 3.0\nf = x * x\ndx = 2 * x\n", "No module named"),
    ("x = input()\nf = x * x\ndx = 2 * x\n", "EOFError"),
    ("def f(x):\n    x[0] = 1.0\n    return x" + OF_X, "f fails"),
)


@pytest.mark.parametrize(("text", "message"), NOT_GRADED)
def test_what_cannot_be_graded_is_told_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(NotGraded, match=message):
        graded(text, seconds=0.5 if "longer" in message else 30.0)


def test_the_time_is_limited_in_any_thread() -> None:
    text = "def g(x):\n    while True:\n        pass\n\n\nx = 3.0\nf = g(x)\ndx = 2 * x\n"
    with ThreadPoolExecutor(1) as threads, pytest.raises(NotGraded, match="it runs longer"):
        threads.submit(graded, text, seconds=0.5).result()


def test_a_forward_pass_that_gives_other_values_than_the_function_is_no_pass_of_it() -> None:
    source = "def f(x):\n    return x * x\n"
    mine = "def f_forward(x):\n    return x + x, x" + OF_X.replace("dx = dout", "dx = 2 * dout")
    assert graded(mine).ok
    with pytest.raises(NotGraded, match="gives other values"):
        graded(mine, source)


def test_the_cache_may_be_that_of_the_generated_forward_pass() -> None:
    source = 'import numpy as np\n\n\ndef f(x: "N D", w: "D M"):\n    return np.tanh(x @ w)\n'
    mine = (
        "def f_backward(dout, cache):\n    x, w, out = cache\n    dz = (1 - out{}) * dout\n"
        "    return dz @ w.T, x.T @ dz\n"
    )
    assert graded(mine.format("**2"), source).ok
    assert [fault.gradient for fault in graded(mine.format(""), source).faults] == ["dx", "dw"]


# --- The command -------------------------------------------------------------------------------------------

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Run:
    """Writes mine.py and grades it."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, *arguments: str, name: str = "mine.py") -> tuple[int, str, str]:
        Path("mine.py").write_text(text, encoding="utf-8")
        try:
            code = main(["grade", name, *arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_exit_codes(run: Run) -> None:
    assert run(LISTING)[0] == 0
    assert run(changed(LISTING, ("dinvden = num", "dinvden = den")))[0] == 1
    code, out, err = run("x = 3\ndx = (\n")
    assert (code, out) == (2, "")
    assert err == "mine.py:2: it cannot be graded: it is no Python: '(' was never closed\n"
    assert run(LISTING, "--at", "z=3")[0] == 2
    assert run(LISTING, "--at", "nonsense")[0] == 2
    assert "E002" in run(LISTING, name="other.py")[2]
    assert run(LISTING, name="other.py")[0] == 2


def test_hints_come_one_after_the_other(run: Run) -> None:
    text = changed(LISTING, ("dx += ((1 - sigx)", "dx = ((1 - sigx)"))
    code, out, _ = run(text, "--hint")
    assert (code, out) == (
        1,
        "mine.py: look at dx first\n  (--hint 2 says which line is wrong, and by what)\n",
    )
    line = f"line {line_of(text, 'dx = ((1')}: dx = ((1"
    assert line in run(text, "--hint", "2")[1]
    assert "right: " not in run(text, "--hint", "2")[1]
    assert "right: dx += (1 - sigx) * sigx * dsigx" in run(text, "--hint", "3")[1]


def test_gradients_that_are_asked_for_have_to_be_there(run: Run) -> None:
    text = "x = 3.0\ny = 4.0\nf = x * y\ndx = y\n"
    assert run(text)[0] == 0
    code, out, _ = run(text, "--wrt", "x,y")
    assert code == 1
    assert "missing: there is no gradient on y" in out


def test_the_example_is_told_or_stands_above_the_function(run: Run) -> None:
    text = "def f(x, y):\n    return x @ y\n\n\n"
    text += "def f_backward(dout, x, y):\n    dx, dy = y * dout, x * dout\n    return dx, dy\n"
    assert run(text)[0] == 2
    assert run(text, "--at", "x=(3,), y=(3,)")[0] == 0
    assert run("# backprop: example x=[1.0, 2.0], y=(2,)\n" + text)[0] == 0
    assert run(text.replace("(x, y)", '(x: "N", y: "N")'))[0] == 0


def test_one_function_of_several(run: Run) -> None:
    one = "def {0}(x):\n    return x * x\n\n\n"
    one += "def {0}_backward(dout, x):\n    dx = {1} * x * dout\n    return dx\n\n\n"
    text = one.format("f", 2) + one.format("g", 3)
    assert run(text)[0] == 1
    assert run(text, name="mine.py:f")[0] == 0
    assert run(text, name="mine.py:g")[0] == 1
    assert run(text, name="mine.py:h")[0] == 2


def test_lines_that_did_not_run_are_told(run: Run) -> None:
    text = "x = 3.0\nif x > 0:\n    f = x * x\nelse:\n    f = -x\n"
    text += "if x > 0:\n    dx = 2 * x\nelse:\n    dx = 7.0\n"
    code, out, _ = run(text)
    assert code == 0
    assert out.endswith("not run: line 9; other examples (--at) may go there\n")
    assert run(text, "--at", "x=-3.0")[0] == 1


def test_gradients_may_be_named_after_what_they_are_of(run: Run) -> None:
    text = "x = -2; y = 5; z = -4\n\nq = x + y # q becomes 3\nf = q * z # f becomes -12\n\n"
    text += "dfdz = q\ndfdq = z\ndfdx = 1.0 * dfdq\ndfdy = 1.0 * dfdq\n"
    code, out, _ = run(text)
    assert (code, out.splitlines()[0]) == (0, "mine.py: all right, 4 gradients")
    code, out, _ = run(changed(text, ("dfdz = q", "dfdz = z")))
    assert code == 1 and "reads z where q is to be read" in out


def test_whole_numbers_are_numbers_with_a_gradient(run: Run) -> None:
    text = "n = 2\nx = 3\ny = -4\nxpy = x + y\nf = xpy * x\nk = n + 1\n\n"
    text += "dxpy = x\ndx = xpy\ndx += dxpy\ndy = dxpy\n"
    assert run(text)[0] == 0
    code, out, _ = run(changed(text, ("dx += dxpy", "dx = dxpy")))
    assert code == 1 and "overwritten" in out


def test_statistics_that_are_kept_in_a_dict_are_no_outputs(run: Run) -> None:
    text = """import numpy as np


def centre_forward_naive(x, kept):
    mu = x.mean(axis=0)
    kept["mu"] = 0.9 * kept.get("mu", 0.0) + 0.1 * mu
    out = x - mu
    return out, None


def centre_backward_naive(dout, cache):
    dx = dout - dout.mean(axis=0)
    return dx
"""
    assert run(text, "--at", "x=(5, 3), kept={}")[0] == 0
    assert run(text, "--at", "x=(5, 3), kept={}", name="mine.py:centre_naive")[0] == 0
    code, out, _ = run(changed(text, (" - dout.mean(axis=0)", "")), "--at", "x=(5, 3), kept={}")
    assert code == 1
    assert "missing +=: what x gets through line 5 is missing" in out
