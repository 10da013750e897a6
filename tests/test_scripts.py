"""Flat scripts: the listing that comes out runs, and its gradients are those of the script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from codegen.cli import main
from codegen.files import FileRefused
from codegen.options import Options
from codegen.scripts import script_text

STAGED = """\
import math

x = 3 # example values
y = -4

# forward pass
sigy = 1.0 / (1 + math.exp(-y)) # sigmoid in numerator
num = x + sigy # numerator
sigx = 1.0 / (1 + math.exp(-x)) # sigmoid in denominator
xpy = x + y
xpysqr = xpy**2
den = sigx + xpysqr # denominator
invden = 1.0 / den
f = num * invden # done!
"""

NEURON = """\
import math
w = [2,-3,-3] # assume some random weights and data
x = [-1, -2]

# forward pass
dot = w[0]*x[0] + w[1]*x[1] + w[2]
f = 1.0 / (1 + math.exp(-dot)) # sigmoid function
"""

MATRICES = """\
import numpy as np

# forward pass
W = np.random.randn(5, 10)
X = np.random.randn(10, 3)
D = W.dot(X)

# now suppose we had the gradient on D from above in the circuit
dD = np.random.randn(*D.shape) # same shape as D
"""

NET = '''\
"""A net on drawn data."""
import numpy as np

N = 4
X = np.random.randn(N, 3)
W1 = np.random.randn(3, 5)
b1 = np.zeros(5)
W2 = np.random.randn(5, 2)
scale = 0.5

h = np.tanh(X @ W1 + b1)  # hidden
scores = h @ W2 * scale
loss = np.sum(scores**2) / N
'''

LOOP = """\
import numpy as np


def act(z):
    return np.maximum(z, 0.1 * z)


x = np.random.randn(6)
rate = 0.9
state = x
for t in range(3):
    state = act(state * rate) + x
    if t == 1:
        state = state * 2
total = 0.0
for v in state:
    total += v * v
"""

WRITES = """\
import numpy as np
x = np.random.randn(5)
a = 3.0
y = np.zeros(5)
y[0] = a
for i in range(1, 5):
    y[i] = y[i - 1] * x[i]
y[2] *= 2.0
out = y * x
dout = np.random.randn(5)
"""

OVERWRITTEN = """\
x = 2.0
z = 3.0
x1 = x * z
z = x1 * x1
x1 = z * x
f = x1 * z
"""

TEXTS = '''\
x = 2.0
y = 3.0
note = """a text
    over lines"""
f = x * y
'''

SCRIPTS = {
    "staged": (STAGED, "x y"),
    "neuron": (NEURON, "w x"),
    "matrices": (MATRICES, "W X"),
    "net": (NET, "X W1 b1 W2 scale"),
    "loop": (LOOP, "x rate"),
    "writes": (WRITES, "x a"),
    "overwritten": (OVERWRITTEN, "x z"),
    "texts": (TEXTS, "x y"),
}


def listing(script: str) -> str:
    return script_text(script, "script.py", Options(style="notes"))


def carried_out(text: str) -> dict[str, Any]:
    """The names of a script when it has run, drawn as every time."""
    np.random.seed(0)
    space: dict[str, Any] = {}
    exec(compile(text, "<script>", "exec", dont_inherit=True), space)
    return space


def moved(script: str, name: str, index: tuple[int, ...], by: float) -> str:
    """A script in which an entry of an input is another one; behind its statement."""
    place = f"{name}[{', '.join(map(str, index))}]" if index else name
    cast = f"{name} = {name} if isinstance({name}, (int, float, list)) else {name}.astype(float)"
    return re.sub(rf"^({name} = .*)$", rf"\1\n{cast}\n{place} += {by}", script, count=1, flags=re.MULTILINE)


@pytest.mark.parametrize(("script", "names"), SCRIPTS.values(), ids=SCRIPTS)
def test_the_listing_has_the_gradients_of_the_script(script: str, names: str) -> None:
    text = listing(script)
    space = carried_out(text)
    plain = carried_out(script)
    body = script.rstrip().split("\n")
    given = body[-1].startswith("d")
    output = (
        body[-1].partition(" ")[0][1:] if given else "total" if "total" in script else body[-1].split()[0]
    )
    assert np.array_equal(space[output], plain[output]), text
    upstream = space[f"d{output}"] if given else 1.0

    def loss(source: str) -> float:
        return float(np.sum(np.asarray(carried_out(source)[output]) * upstream))

    for name in names.split():
        value = np.asarray(plain[name] if name != "z" else 3.0)
        gradient = np.asarray(space[f"d{name}"] if f"d{name}" in space else space[f"d_{name}"])
        assert gradient.shape == value.shape, text
        for index in np.ndindex(*value.shape):
            sides = [loss(moved(script, name, index, h)) for h in (1e-6, -1e-6)]
            numeric = (sides[0] - sides[1]) / 2e-6
            assert abs(gradient[index] - numeric) < 1e-4 * (1 + abs(numeric)), f"{name}{index}\n{text}"


def test_the_listing_of_the_notes_comes_out_in_their_form() -> None:
    text = listing(STAGED)
    assert text.startswith(STAGED.split("sigy")[0])
    for line in STAGED.split("\n"):
        assert line in text
    backward = text.partition("# backprop f = num * invden\n")[2]
    assert backward.startswith("dnum = invden  # (8)\ndinvden = num  # (8)\n# backprop invden = 1.0 / den\n")
    assert "dx += ((1 - sigx) * sigx) * dsigx  # (3)\n" in backward
    assert "def " not in text and "cache" not in text and "return" not in text


def test_the_neuron_of_the_notes_comes_out_in_their_form() -> None:
    text = listing(NEURON)
    assert "ddot = (1 - f) * f  # (2)\n" in text
    assert "dx = [w[0] * ddot, w[1] * ddot]  # (1)\n" in text
    assert "dw = [x[0] * ddot, x[1] * ddot, (1) * ddot]  # (1)\n" in text


def test_a_gradient_that_the_script_gives_stands_where_it_stood() -> None:
    text = listing(MATRICES)
    assert text.startswith(MATRICES.replace("D = W.dot(X)\n", "D = W.dot(X)  # (1)\n", 1))
    assert text.endswith("# backprop D = W.dot(X)\ndW = dD.dot(X.T)  # (1)\ndX = W.T.dot(dD)  # (1)\n")


def test_lists_that_are_read_as_a_whole_are_lists() -> None:
    text = listing("x = [1.0, 2.0]\ny = 2.0\ns = 0.0\nfor v in x:\n    s += v * y\n")
    space = carried_out(text)
    assert space["dx"] == [2.0, 2.0] and space["dy"] == 3.0


@pytest.mark.parametrize(
    ("script", "said", "line"),
    [
        ("f = 3 * 4\n", "no inputs", 1),
        ("", "no inputs", 1),
        ("x = 3\n", "no inputs", 1),
        ("x = 3\nprint(x)\n", "has no name", 2),
        ("import numpy as np\nx = np.ones(3)\ny = x * 2\n", "which is not a number", 3),
        ("x = 3\ny = mystery(x)\n", "mystery", 2),
        ("import numpy as np\nN = 3; x = np.ones(N)\ny = np.sum(x)\n", "on a line with an input", 2),
        ("x = (3\n", "", 1),
    ],
    ids=["none", "empty", "no pass", "no name", "an array", "unknown", "a shared line", "no Python"],
)
def test_what_stands_against_a_script_is_told_with_its_place(script: str, said: str, line: int) -> None:
    with pytest.raises(FileRefused) as refused:
        listing(script)
    problem = refused.value.located.problems[0]
    assert said in problem.message and problem.line == line
    source = script.split("\n")[line - 1]
    assert problem.column <= len(source) + 1


def test_the_command_takes_scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, output = tmp_path / "notes.py", tmp_path / "listing.py"
    path.write_text(STAGED, encoding="utf-8")
    assert main(["generate", str(path), "--script", "-o", str(output)]) == 0
    assert output.read_text(encoding="utf-8") == listing(STAGED)
    space = carried_out(output.read_text(encoding="utf-8"))
    assert space["dx"] == pytest.approx(2.0595697955721652) and space["dy"] == pytest.approx(
        1.5922327514838093
    )
    path.write_text("x = 3\ny = mystery(x)\n", encoding="utf-8")
    assert main(["generate", str(path), "--script"]) == 1
    assert f"{path}:2:5: error" in capsys.readouterr().err


def test_the_encoding_that_a_script_names_is_that_of_what_is_written() -> None:
    text = "#!/usr/bin/python\n# vim: fileencoding=utf-7 :\nx = 3.0  # coding: latin-1\nf = x * x\n"
    made = script_text(text, "listing.py", Options())
    assert made.splitlines()[:3] == [
        "#!/usr/bin/python",
        "# vim: fileencoding=utf-8 :",
        "x = 3.0  # coding: latin-1",
    ]
