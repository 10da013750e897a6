"""`backprop cache`: what is kept for the backward pass, by name, size and reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from codegen.cli import main
from codegen.generate import Options, generate_module
from codegen.kept import Report, WrongInput, kept, read_input, read_inputs

NET = """\
import numpy as np


def layer(x, w):
    return np.tanh(x @ w)


def net(x, w, v, n=2):
    h = layer(x, w)
    for _ in range(n):
        h = np.exp(h * v)
    return np.sum(h)
"""

Kept = Callable[..., Report]


@pytest.fixture
def report(tmp_path: Path) -> Kept:
    """What a source's function keeps at inputs that are described."""

    def report(text: str, function: str, *like: str, **options: Any) -> Report:
        (tmp_path / "m.py").write_text(text)
        inputs = [read_input(described) for described in like]
        return kept(str(tmp_path / "m.py"), function, inputs, Options(**options))

    return report


def row(found: Report, name: str) -> tuple[int, str, str, int]:
    (row,) = [row for row in found.rows if row.name == name]
    return row.depth, row.shape, row.dtype, row.bytes


def test_arrays_have_shape_type_bytes_and_the_lines_that_read_them(report: Kept) -> None:
    source = "def f(x, w):\n    h = x @ w\n    return h * h\n"
    found = report(source, "f", "x=(64,128)", "w=(128, 10):float32")
    assert row(found, "x") == (0, "(64, 128)", "float64", 64 * 128 * 8)
    assert row(found, "w") == (0, "(128, 10)", "float32", 128 * 10 * 4)
    assert row(found, "h") == (0, "(64, 10)", "float64", 64 * 10 * 8)
    assert found.total == sum(kept.bytes for kept in found.rows)
    assert found.of_arguments == 64 * 128 * 8 + 128 * 10 * 4
    made = generate_module(source, "m.py", Options(only=("f",))).splitlines()
    for kept_row in found.rows:
        for number, text in kept_row.read:
            assert made[number - 1].strip() == text
            assert kept_row.name in text


def test_turns_of_a_loop_and_caches_of_pairs_are_taken_apart(report: Kept) -> None:
    found = report(NET, "net", "x=(4,3)", "w=(3,2)", "v=(2,)", "n=5")
    assert [(r.depth, r.name) for r in found.rows][:5] == [
        (0, "v"), (0, "layer_cache"), (1, "x"), (1, "w"), (1, "out")
    ]  # fmt: skip
    (steps,) = [r for r in found.rows if r.shape == "list of 5"]
    inside = found.rows[found.rows.index(steps) + 1 :]
    assert {r.shape for r in inside if r.depth == 1} == {"5 times (4, 2)"}


def test_what_every_turn_keeps_of_one_array_is_counted_once(report: Kept) -> None:
    text = "def step(h, w):\n    return h @ w\n\n\ndef f(h, w):\n"
    text += "    for i in range(10):\n        h = step(h, w)\n    return h\n"
    found = report(text, "f", "h=(2,2)", "w=(2,2)")
    assert row(found, "h")[1:] == ("10 times (2, 2)", "float64", 10 * 32)
    weights = [r for r in found.rows if r.name == "w"]
    assert {r.bytes for r in weights} == {32}
    assert found.total == 11 * 32
    assert found.of_arguments == 2 * 32


def test_inputs_may_be_values_and_nests(report: Kept) -> None:
    text = "def f(ws, p, n, word='a'):\n    return ws[0] * p['b'] * ws[1] ** n\n"
    found = report(text, "f", "ws=[(3,), (3,)]", "p={'b': (3,)}", "n=3")
    assert row(found, "ws") == (0, "list of 2", "float64", 48)
    assert row(found, "n") == (0, "number", "int", 8)


def test_places_are_drawn_as_integers(report: Kept) -> None:
    text = "def f(x, places):\n    return x[places] * x[places]\n"
    assert row(report(text, "f", "x=(4,)", "places=(3,):int64"), "places") == (0, "(3,)", "int64", 24)


def test_what_only_some_turns_keep_is_counted_so_often(report: Kept) -> None:
    text = "import numpy as np\n\n\ndef f(x, n: int):\n    for i in range(n):\n        if i % 2 == 0:\n"
    text += "            u = np.sin(x)\n            x = u * np.exp(x)\n    return x\n"
    found = report(text, "f", "x=(3,)", "n=5")
    assert row(found, "u")[1:] == ("3 times (3,)", "float64", 72)


def test_what_the_forward_pass_prints_is_no_part_of_the_table(report: Kept, capsys: Any) -> None:
    report("def f(x):\n    print('seen')\n    return x * x\n", "f", "x=(3,)")
    assert capsys.readouterr() == ("", "seen\n")


def test_wrt_keeps_less(report: Kept) -> None:
    text = "def f(x, w):\n    return x * w\n"
    assert [r.name for r in report(text, "f", "x=(3,)", "w=(3,)", wrt={"f": ("w",)}).rows] == ["x"]
    nothing = report("def f(x):\n    return x + 1\n", "f", "x=(3,)")
    assert (nothing.rows, nothing.total, str(nothing)) == ((), 0, "f_forward keeps nothing for f_backward")


def test_the_only_function_need_not_be_named(report: Kept) -> None:
    assert report("def f(x):\n    return x * x\n", "", "x=3.0").function == "f"
    with pytest.raises(WrongInput, match="there are layer, net"):
        report(NET, "", "x=(3,)")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("x=(2,3)", (2, 3)),
        ("x = ()", ()),
        ("n=3", 3),
        ("a=-0.5", -0.5),
        ("flag=True", True),
        ("s='a:b'", "a:b"),
        ("none=None", None),
    ],
)
def test_what_like_says(text: str, drawn: object) -> None:
    found = read_input(text).drawn(np.random.default_rng(0))
    if isinstance(drawn, tuple):
        assert (found.shape, found.dtype) == (drawn, np.float64)
        assert np.all(found > 0)
    else:
        assert found == drawn
        assert type(found) is type(drawn)


def test_several_inputs_are_told_in_one() -> None:
    found = read_inputs("x=(64, 128):float32, n = 3,ws=[(2, 3), (3,)], p={'w': (2,)}")
    assert [one.name for one in found] == ["x", "n", "ws", "p"]
    assert [one.value for one in found] == [(64, 128), 3, [(2, 3), (3,)], {"w": (2,)}]


@pytest.mark.parametrize(
    "text",
    ["", "x", "x=", "x=(2", "x=(2.5,)", "x=(-1,)", "x=f()", "x=(2,):string", "x=(2,):no", "3=(2,)", "x={1}"],
)
def test_what_like_does_not_say(text: str) -> None:
    with pytest.raises(WrongInput):
        read_input(text)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.py").write_text(NET)

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(["cache", *arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_the_command_prints_a_table(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("m.py:layer", "--like", "x=(64,128)", "--like", "w=(128,10)")
    assert (code, err) == (0, "")
    head, *rows, _, total = out.splitlines()
    assert head.split() == ["name", "shape", "type", "bytes", "read", "by"]
    assert [line.split()[0] for line in rows] == ["x", "w", "out"]
    assert rows[0].startswith("x     (64, 128)  float64  65,536  ")
    assert rows[0].endswith(": dx = matmul_dx(dtanh_in, x, w)")
    assert total == "in memory 80,896 bytes, 75,776 of them in the arguments"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("m.py", "--like", "x=(3,)"), "which function is not said"),
        (("m.py:layer", "--like", "x=(3,)"), "layer needs w"),
        (("m.py:layer", "--like", "y=(3,)"), "layer has no argument y"),
        (("m.py:layer", "--like", "x=f()"), "no shape"),
        (("m.py:layer", "--like", "x=1.0", "--like", "x=2.0"), "described twice"),
        (("m.py:layer", "--like"), "expected one argument"),
    ],
)
def test_wrong_usage(
    run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_problems_are_located(run: Callable[..., tuple[int, str, str]]) -> None:
    assert "error[E002]" in run("no.py:f")[2]
    assert "error[E004]" in run("m.py:f")[2]
    code, out, err = run("m.py:net", "--like", "x=(4,3)", "--like", "w=(3,2)", "--like", "v=(5,)")
    assert (code, out) == (1, "")
    assert err.startswith("m.py:8:1: error[E011]: the forward pass of net fails on such inputs: ValueError")
    assert "Traceback" not in err
    Path("m.py").write_text("def f(x, w):\n    h = x @ w\n    return h * h\n")
    err = run("m.py", "--like", "x=(4,3)", "--like", "w=(2,3)")[2]
    assert err.startswith("m.py:2:5: error[E011]: the forward pass of f fails")


def test_what_the_source_imports_is_found_beside_it(report: Kept, tmp_path: Path) -> None:
    (tmp_path / "beside_it.py").write_text("def half(n):\n    return n // 2\n")
    text = "from beside_it import half\n\n\ndef f(x, n: int):\n    k = half(n)\n    return x * x * k\n"
    assert row(report(text, "f", "x=(3,)", "n=4"), "k") == (0, "number", "int", 8)
