"""`backprop circuit`: the gates of a function, with values and gradients on their wires."""

from __future__ import annotations

import functools
import importlib.util
import itertools
import re
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from circuits_of_the_notes import FIGURES

from codegen.circuit import Circuit, circuit, number_text
from codegen.cli import main
from codegen.drawn import boxes, dot, svg, table
from codegen.example import example_arguments
from codegen.files import FileRefused
from codegen.layered import Edge, Node, placed
from codegen.options import Options
from codegen.wires import Gate

PATH = Path(__file__).parents[1] / "docs" / "circuits.py"
SPEC = importlib.util.spec_from_file_location("docs_circuits", PATH)
assert SPEC is not None and SPEC.loader is not None
MAKER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(MAKER)

Run = Callable[..., tuple[int, str, str]]

SOURCE = """\
import math


# backprop: example x=-2, y=5
# backprop: example z=-4
def circuit(x, y, z):
    q = x + y  # q becomes 3
    f = q * z  # f becomes -12
    return f
"""
BIG = """\
import math

def big(x, y, z):
    for i in range(5):
        a = math.sin(x * y) + z
        b = math.exp(-a) * y
        x = a / (1 + b * b)
        y_with_a_long_name = x - 0.5 * y
        y = y_with_a_long_name
        z = z + b * x
    return x * y + z
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> Run:
    """Runs the command in a folder with the source; gives exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.py").write_text(SOURCE)
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def of(text: str, at: str, name: str = "f", **options: Any) -> Circuit:
    text = textwrap.dedent(text)
    return circuit(text, "m.py", name, Options(**options), example_arguments(text, "m.py", name, [at]))


@functools.cache
def big() -> Circuit:
    """More than sixty gates."""
    return of(BIG, "x=0.5, y=1.5, z=-0.3", "big")


def gates(found: Circuit) -> list[tuple[str, str, str]]:
    """The sign of each gate, and what is on the wire that leaves it."""
    return [(g.sign, found.wires[w].value, found.wires[w].gradient) for g in found.gates for w in g.outputs]


def inputs(found: Circuit) -> list[tuple[str, str, str]]:
    return [(found.wires[w].name, found.wires[w].value, found.wires[w].gradient) for w in found.inputs]


def signs(found: Circuit) -> list[str]:
    return [gate.sign for gate in found.gates]


@pytest.mark.parametrize("name", FIGURES)
def test_the_circuits_of_the_notes_have_the_numbers_of_their_figures(name: str) -> None:
    found = MAKER.drawn(name)
    assert inputs(found) == FIGURES[name].inputs
    assert gates(found) == FIGURES[name].gates


def test_wires_have_the_names_of_the_source() -> None:
    found = MAKER.drawn("circuit")
    assert [found.wires[wire].name for gate in found.gates for wire in gate.outputs] == ["q", "f"]


@pytest.mark.parametrize("name", MAKER.EXAMPLES)
def test_the_pictures_are_current(name: str) -> None:
    held = (MAKER.TARGET / f"{name}.svg").read_text(encoding="utf-8")
    assert held == svg(MAKER.drawn(name)), "run `python docs/circuits.py`"


# What is a gate


def test_constants_are_part_of_their_gate() -> None:
    text = """
    K = 5.0
    def f(x, n: int):
        a = 2 * x + 1.0
        b = 3 - a / 4
        c = b ** 2 - n
        return 2.0 ** c * K
    """
    found = of(text, "x=0.5, n=3")
    assert signs(found) == ["*2", "+1", "/4", "3-x", "**2", "-n", "2**x", "*K"]
    assert [name for name, *_ in inputs(found)] == ["x"]


def test_shapes_indices_and_conditions_are_no_wires() -> None:
    text = """
    import numpy as np
    def f(x: "N D", i: int):
        N, D = x.shape
        scale = 1 / np.sqrt(x.shape[1])
        big = x > 0.7
        y = np.where(big, x, 0) * scale
        return np.sum(y[i:, 0], axis=0) / N
    """
    found = of(text, "x=(3, 2), i=1")
    assert signs(found) == ["where", "*scale", "[i:, 0]", "sum", "/N"]
    assert [name for name, *_ in inputs(found)] == ["x"]


def test_the_arm_that_was_taken_and_all_turns_are_shown() -> None:
    text = """
    def f(x, w):
        for i in range(3):
            if x > 1:
                x = x * w
                continue
            x = x + i
        while x > 0.3:
            x = x / 2
        else:
            x = x - 1
        return x
    """
    assert signs(of(text, "x=0.9, w=0.5")) == ["+0", "+1", "*", "/2", "/2", "-1"]


def test_items_of_what_a_loop_goes_over() -> None:
    text = """
    def f(xs: list, ws: list, d: dict):
        total = 0.0
        for i, (x, w) in enumerate(zip(xs, ws)):
            total = total + i * x * w
        for x in reversed(xs):
            total = total - x
        for key, v in d.items():
            total = total * v
        return total
    """
    found = of(text, "xs=[1.0, 2.0], ws=[3.0, 4.0], d={'a': 2.0, 'b': 0.5}")
    assert gates(found)[-1][:2] == ("*", "5.00")
    assert signs(found).count("*") == 4


def test_a_list_is_what_its_items_are() -> None:
    text = """
    import numpy as np
    def f(x, w, n: int):
        hs, both = [x], (x, w)
        for _ in range(n):
            hs.append(hs[-1] * both[1])
        total = 0.0
        for i, h in enumerate(hs):
            total = total + i * h
        for a, b in zip(hs[:1] + hs[1:], reversed(hs)):
            total = total + a * b
        return total * len(hs) + np.sum(np.array(hs))
    """
    found = of(text, "x=2.0, w=3.0, n=2")
    made = ["*", "*", "*0", "+0", "*1", "+", "*2", "+", "*", "+", "x*x", "+", "*", "+", "*(len(hs))"]
    assert signs(found) == [*made, "array", "sum", "+"]
    assert gates(found)[-1][:2] == ("+", "476.00")
    names = {wire: found.wires[wire].name for wire in found.wires}
    assert [names[wire] for wire in found.gates[-3].inputs] == ["x", "h", "h"]


def test_calls_of_own_functions_are_one_gate() -> None:
    text = """
    def square(x):
        return x * x
    def both(x, y):
        return x * y, x + y
    def f(x):
        a, b = both(square(x), x)
        return a - b
    """
    found = of(text, "x=3")
    assert gates(found) == [("square", "9", "2"), ("both", "27", "1"), ("both", "12", "-1"), ("-", "15", "1")]
    assert found.gates[1].outputs == found.gates[2].inputs


def test_arrays_have_their_shape_and_norm() -> None:
    text = "def f(x, w):\n    return x @ w\n"
    found = of(text, "x=[[3, 0], [0, 4]]:float64, w=[1, 1]:float64")
    assert inputs(found) == [("x", "2x2 |5.00|", "2x2 |2.00|"), ("w", "2 |1.41|", "2 |5.00|")]


def test_a_stopped_gradient_stays_stopped() -> None:
    text = "def f(x):\n    a = x * 2\n    b = a * 3  # backprop: stop\n    return a * b\n"
    found = of(text, "x=1")
    assert gates(found) == [("*2", "2", "6"), ("*3", "6", ""), ("*", "12", "1")]


def test_methods_and_augmented_names() -> None:
    text = """
    class Layer:
        def __init__(self, w):
            self.w = w
        def forward(self, x):
            return x * self.w
    def f(x, w):
        layer = Layer(w)
        y = layer.forward(x)
        y += x
        return y
    """
    found = of(text, "x=2, w=3")
    assert gates(found)[1:] == [("forward", "6", "1"), ("+", "8", "1")]
    assert inputs(found) == [("w", "3", "2"), ("x", "2", "4")]


FIELDS = """
from typing import NamedTuple
import numpy as np

class Layer:
    def __init__(self, w, b):
        self.w = w
        self.b = b
    def forward(self, x):
        return np.tanh(x @ self.w + self.b)

class Pair(NamedTuple):
    a: float
    n: int

def f(layer: Layer, x):
    return np.sum(layer.forward(x))

def g(pair: Pair, x):
    return pair.a * x + pair.n * pair.a
"""


def test_fields_of_arguments_are_inputs_where_only_they_are_read() -> None:
    at = "self={'w': (2, 3), 'b': (3,)}, x=(4, 2)"
    found = of(FIELDS, at, "Layer.forward")
    assert [name for name, *_ in inputs(found)] == ["x", "self.w", "self.b"]
    assert signs(found) == ["@", "+", "tanh"]
    found = of(FIELDS, "pair={'a': 2, 'n': 3}, x=5", "g")
    assert inputs(found) == [("pair.a", "2", "8"), ("x", "5", "2")]
    assert signs(found) == ["*", "*pair.n", "+"]


def test_an_instance_of_which_more_is_read_is_one_wire() -> None:
    found = of(FIELDS, "layer={'w': (2, 3), 'b': (3,)}, x=(4, 2)")
    assert [name for name, *_ in inputs(found)] == ["layer", "x"]
    assert signs(found) == ["forward", "sum"]


@pytest.mark.parametrize(
    "body",
    [
        "y = x * 2; y[0] = x[1]; return y",
        "return (y := x * 2) * y",
        "def g(z): return z\n    return g(x)",
        "y = x * 2\n    row = y[:1]\n    row += 1\n    return y * y",
        "t = 0.0\n    for a, b in zip(*[x, x]): t = t + a * b\n    return t",
        "if len(x) > 5: return x\n    return f(np.concatenate([x, x]))",
    ],
)
def test_what_has_no_circuit_is_refused(body: str) -> None:
    with pytest.raises(FileRefused) as caught:
        of(f"import numpy as np\n\ndef f(x: 'N'):\n    {body}\n", "x=(4,)")
    assert {problem.code for problem in caught.value.problems} == {"E014"}


def test_too_many_gates_are_refused() -> None:
    text = "def f(x, n: int):\n    for _ in range(n):\n        x = x * 0.5 + 1\n    return x\n"
    assert len(of(text, "x=1.0, n=100").gates) == 200
    with pytest.raises(FileRefused, match="more than 200 gates"):
        of(text, "x=1.0, n=101")


@pytest.mark.parametrize(
    ("number", "whole", "text"),
    [
        (-12.0, True, "-12"),
        (-12.0, False, "-12.00"),
        (-0.001, False, "-1.0e-03"),
        (-0.0, False, "0.00"),
        (0.195, False, "0.20"),
        (2.5e7, False, "2.5e+07"),
        (float("nan"), False, "nan"),
        (float("inf"), False, "inf"),
    ],
)
def test_numbers_have_two_decimals_and_are_never_zero_where_they_are_not(
    number: float, whole: bool, text: str
) -> None:
    assert number_text(number, whole) == text


# Where things stand


def overlapping(found: Circuit) -> list[Any]:
    pairs = itertools.combinations(boxes(found), 2)
    return [
        (a, b)
        for a, b in pairs
        if a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
    ]


def test_nothing_overlaps_with_sixty_gates() -> None:
    found = big()
    assert len(found.gates) >= 60
    assert len(boxes(found)) == 3 * len(found.gates) + 2 * len(found.inputs)
    assert overlapping(found) == []


@pytest.mark.parametrize("seed", range(8))
def test_no_wire_goes_through_a_gate_or_a_label(seed: int) -> None:
    random = np.random.default_rng(seed)
    keys = [f"n{i}" for i in range(40)]
    nodes, edges = [], []
    for at, key in enumerate(keys):
        ports = tuple(float(random.integers(20, 90)) for _ in range(int(random.integers(1, 3))))
        nodes.append(Node(key, float(random.integers(0, 80)), 40.0 * len(ports), ports))
        if at >= 6:
            chosen = sorted({int(random.integers(0, at)) for _ in range(int(random.integers(1, 4)))})
            edges += [Edge(keys[i], int(random.integers(0, len(nodes[i].ports))), key) for i in chosen]
    found = placed(nodes, edges, keys[:6])
    areas = []
    for node in nodes:
        at = found.nodes[node.key]
        right = at.x + node.width + max(node.ports)
        areas.append((at.x, at.y - node.height / 2, right, at.y + node.height / 2))
    for a, b in itertools.combinations(areas, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for begin, end, _ in found.lines:
        for left, top, right, bottom in areas:
            for share in np.linspace(0, 1, 21):
                x, y = begin.x + share * (end.x - begin.x), begin.y + share * (end.y - begin.y)
                assert not (left + 0.1 < x < right - 0.1 and top < y < bottom)


def test_a_wire_goes_on_to_the_right_and_inputs_stand_at_the_left() -> None:
    found = big()
    nodes = [Node(wire, 0.0, 40.0, (50.0,)) for wire in found.inputs]
    nodes += [Node(gate.outputs[0], 40.0, 40.0, (50.0,)) for gate in found.gates]
    edges = [Edge(wire, 0, gate.outputs[0]) for gate in found.gates for wire in gate.inputs]
    where = placed(nodes, edges, found.inputs)
    assert {where.nodes[wire].x for wire in found.inputs} == {0.0}
    assert all(where.nodes[edge.source].x < where.nodes[edge.target].x for edge in edges)


def test_crossings_that_need_not_be_are_none() -> None:
    nodes = [Node(key, 10.0, 10.0, (10.0,)) for key in "abcdwxyz"]
    edges = [Edge(a, 0, b) for a, b in ("az", "by", "cx", "dw")]
    found = placed(nodes, edges, "abcd")
    order = sorted("abcd", key=lambda key: found.nodes[key].y)
    assert sorted("wxyz", key=lambda key: found.nodes[key].y) == [
        {"a": "z", "b": "y", "c": "x", "d": "w"}[key] for key in order
    ]


# Pictures


def test_the_picture_is_well_formed_and_says_where_gates_come_from() -> None:
    tree = ET.fromstring(svg(MAKER.drawn("neuron")))
    name = "{http://www.w3.org/2000/svg}"
    found = [g for g in tree.iter(f"{name}g") if g.get("class") == "gate"]
    assert len(found) == 8 and {g.get("data-line") for g in found} == {"13", "14"}
    assert tree.findtext(f"{name}title") == "neuron at w=[2, -3, -3], x=[-1, -2]"
    assert found[-1].findtext(f"{name}title") == "line 14: 1.0 / (1 + math.exp(-dot))"
    style = tree.findtext(f"{name}style") or ""
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"https?://(?!www.w3.org/2000/svg)|@import|url\((?!#)", svg(MAKER.drawn("neuron")))


def test_forks_leave_one_point() -> None:
    text = "def f(x):\n    a = x * 2\n    return a * a + (a + x)\n"
    picture = svg(of(text, "x=3"))
    dots = re.findall(r'<circle class="fork" cx="([\d.]+)" cy="([\d.]+)"', picture)
    starts = re.findall(r'<line class="wire" x1="([\d.]+)" y1="([\d.]+)"', picture)
    assert len(dots) == 2 and all(starts.count(dot) > 1 for dot in dots)


def strange(sign: str) -> Circuit:
    found = MAKER.drawn("circuit")
    gate = Gate(sign, 3, f"f({sign!r})", found.gates[0].inputs, found.gates[0].outputs, (0, 0, 0, 0))
    wires = {key: type(wire)(key, sign, wire.value, wire.gradient) for key, wire in found.wires.items()}
    return Circuit(sign, sign, (gate, found.gates[1]), wires, found.inputs, found.outputs)


@pytest.mark.parametrize(
    "sign", ["<b>&\"'", "a\u202eb\u200f", "]]>", "--><script>", "a\x00\n\x1b[0m", '\\"}']
)
def test_names_are_escaped(sign: str) -> None:
    picture = svg(strange(sign))
    root = ET.fromstring(picture)
    assert "<b>" not in picture and "<script>" not in picture and "\u202e" not in picture
    if sign.isprintable():
        assert sign in [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert not re.search("[\u200e\u200f\u202a-\u202e\x00-\x09\x0b-\x1f]", table(strange(sign)))
    written = dot(strange(sign))
    assert "\u202e" not in written
    for line in written.splitlines():
        assert len(re.findall(r'(?<!\\)(?:\\\\)*"', line)) % 2 == 0


def test_letters_of_east_asia_are_two_wide() -> None:
    found = of("def f(重み, x):\n    合計 = 重み * x\n    return 合計\n", "重み=2, x=3")
    assert overlapping(found) == []
    lines = table(found).splitlines()
    assert lines[3] == "重み      2         3"
    assert lines[5].startswith("合計      6         1  *  of 重み x")


def test_the_dot_format() -> None:
    text = dot(MAKER.drawn("circuit"))
    assert text.startswith('digraph "circuit" {\n') and text.endswith("}\n")
    assert '  gate0 [shape=circle, label="+", tooltip="line 7: x + y"];\n' in text
    assert text.count("->") == 5 and text.count("input0 ->") == 1
    assert '<font color="#007a00">q 3</font><br/><font color="#d00000">-4</font>' in text


def test_the_table() -> None:
    assert table(MAKER.drawn("circuit")) == textwrap.dedent(
        """\
        circuit at x=-2, y=5, z=-4

           value  gradient             line
        x     -2        -4
        y      5        -4
        z     -4         3
        q      3        -4  +  of x y  7
        f    -12         1  *  of q z  8
        """
    )


def test_names_that_are_used_again_are_told_apart_in_the_table() -> None:
    text = "def f(x):\n    x = x * 2\n    x = x * 3\n    return x\n"
    assert [line.split()[0] for line in table(of(text, "x=1")).splitlines()[3:]] == ["x", "x'2", "x'3"]


def test_the_same_each_time() -> None:
    first, second = big(), of(BIG, "x=0.5, y=1.5, z=-0.3", "big")
    assert svg(first) == svg(second) and first == second


# The command


def test_the_command_takes_the_example_in_the_source(run: Run) -> None:
    code, out, err = run("circuit", "m.py:circuit")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "f    -12         1  *  of q z  8"
    code, out, err = run("circuit", "m.py")
    assert (code, err) == (0, "") and "-12" in out
    assert run("generate", "m.py")[0] == 0


def test_arguments_that_are_given_count_more(run: Run) -> None:
    code, out, _ = run("circuit", "m.py:circuit", "--at", "x=1,y=1", "--at", "z=0.5")
    assert code == 0 and out.splitlines()[-1].split()[:3] == ["f", "1.00", "1.00"]


def test_the_format_is_that_of_the_file(run: Run, tmp_path: Path) -> None:
    assert run("circuit", "m.py:circuit", "-o", "c.svg") == (0, "", "")
    assert (tmp_path / "c.svg").read_text().startswith("<svg ")
    assert run("circuit", "m.py:circuit", "-o", "c.gv") == (0, "", "")
    assert (tmp_path / "c.gv").read_text().startswith("digraph ")
    assert run("circuit", "m.py:circuit", "--format", "svg")[1].startswith("<svg ")
    assert run("circuit", "m.py:circuit", "--format", "dot", "-o", "-")[1].startswith("digraph ")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["m.py:circuit", "--at", "x=1"], 1, "error[E012]: there are no example values for y, z of circuit"),
        (["m.py:other"], 1, "error[E004]: there is no function other"),
        (["none.py:f"], 1, "error[E002]"),
        (["m.py:circuit", "--at", "x=1,y=2,z=3,q=4"], 2, "circuit has no argument q; it has x, y, z"),
        (["m.py:circuit", "--at", "x=print(1)"], 2, "print(1) is no shape, number or text"),
        (["m.py:circuit", "--at", "x"], 2, "expected an argument and its shape"),
        (["m.py:circuit", "-o", "m.py"], 1, "error[E008]"),
        (["m.py:circuit", "--at", "x=(2,),y=(3,),z=1"], 1, "error[E011]: circuit fails on these arguments"),
    ],
)
def test_what_is_wrong_is_told(run: Run, arguments: list[str], code: int, message: str) -> None:
    found, out, err = run("circuit", *arguments)
    assert (found, out) == (code, "") and message in err


@pytest.mark.parametrize("told", ["x=1, y=2, z=3, w=4", "x=open('a'), y=1, z=2", "of x, y, z", "x=1, y=2"])
def test_an_example_in_the_source_that_is_wrong_is_told_there(run: Run, tmp_path: Path, told: str) -> None:
    (tmp_path / "m.py").write_text(f"# backprop: example {told}\n{SOURCE.partition('z=-4')[2].strip()}\n")
    code, _, err = run("circuit", "m.py:circuit")
    assert code == 1 and re.match(r"m\.py:[12]:1: error\[E012\]", err)
    assert run("generate", "m.py")[0] == 0


def test_which_function_is_asked_where_there_are_several(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE + "\n\ndef g(x):\n    return x\n")
    code, _, err = run("circuit", "m.py")
    assert code == 2 and "which function is not said; there are circuit, g" in err


def test_the_help_says_that_the_function_is_run(run: Run) -> None:
    code, out, _ = run("circuit", "--help")
    assert code == 0 and "RUNS the function" in out


def test_methods_are_drawn(run: Run, tmp_path: Path) -> None:
    text = (
        "class C:\n    def __init__(self, w):\n        self.w = w\n\n    @staticmethod\n    def go(x, y):\n"
    )
    (tmp_path / "m.py").write_text(text + "        return x * y\n")
    code, out, err = run("circuit", "m.py:C.go", "--at", "x=2,y=3")
    assert (code, err) == (0, "") and out.splitlines()[-1].split()[:3] == ["(3)", "6", "1"]
