"""Input that is broken, or meant to break: a clear refusal or a right result, never anything else."""

from __future__ import annotations

import subprocess
import sys
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from checking import check_names, check_pair, close, namespace

from codegen.generate import Options, generate_module
from codegen.problems import Problem, Refused, render

LOOPS = "".join(f"{' ' * depth}    for i{depth} in range(2):\n" for depth in range(11))
REFUSED: dict[str, tuple[str, set[str]]] = {
    "a syntax error": ("def f(x):\n    return x * (x\n", {"E001"}),
    "an indentation error": ("def f(x):\n  y = x\n    return y\n", {"E001"}),
    "tabs against spaces": ("def f(x):\n    y = x\n\treturn y\n", {"E001"}),
    "an unclosed string": ("def f(x):\n    y = 'a\n    return x\n", {"E001"}),
    "an unclosed long string": ("def f(x):\n    '''a\n    return x\n", {"E001"}),
    "Python 2": ("def f(x):\n    print x\n    return x\n", {"E001"}),
    "a NUL byte": ("def f(x):\n    return x\0 * 2\n", {"E001"}),
    "a return outside": ("return 3\n", {"E001", "E003"}),
    "nothing": ("", {"E003"}),
    "white space": ("\n \n\t\n", {"E003"}),
    "only comments": ("# nothing\n# here", {"E003"}),
    "only a docstring": ('"""Nothing here."""\n', {"E003"}),
    "a class": ("class F:\n    def f(self, x):\n        return x\n", {"E003"}),
    "yield": ("def f(x):\n    yield x\n", {"E003", "E104", "E106"}),
    "yield from": ("def f(x):\n    y = yield from x\n    return y\n", {"E106", "E201", "E203"}),
    "match": ("def f(x):\n    match x:\n        case [a, b]:\n            return a\n", {"E102"}),
    "global": ("def f(x):\n    global y\n    y = x\n    return y\n", {"E104"}),
    "a nested def": ("def f(x):\n    def g():\n        return x\n    return x, g\n", {"E104"}),
    "a lambda": ("def f(x):\n    g = [lambda: x]\n    return g[0]()\n", {"E201", "E203"}),
    "a comprehension": ("def f(x):\n    return {v for v in x}\n", {"E201", "E202", "E203"}),
    "a huge power": ("def f(x):\n    return x << 9 ** 9 ** 9\n", {"E003"}),
    "return alone": ("def f(x):\n    return\n", {"E003"}),
    "return None": ("def f(x):\n    return None\n", {"E003"}),
    "pass": ("def f(x):\n    pass\n", {"E003"}),
    "an ellipsis": ("def f(x):\n    ...\n", {"E003"}),
    "a number of too many digits": (f"def f(x):\n    return x * 0x{'f' * 10_000}\n", {"E203"}),
    "loops in loops": (f"def f(x):\n{LOOPS}{' ' * 15}x = x * 2\n    return x\n", {"E010"}),
    "a value of no kind": ("def f(x):\n    return ...\n", {"E003", "E201", "E202", "E203", "E206"}),
}


NOT_YET: dict[str, str] = {}


def bad_sources() -> list[Any]:
    """Each bad source; those that are known not to hold are marked so."""
    marked = {name: [pytest.mark.xfail(reason=reason, strict=True)] for name, reason in NOT_YET.items()}
    return [pytest.param(*row, id=name, marks=marked.get(name, [])) for name, row in REFUSED.items()]


@pytest.mark.parametrize("text, codes", bad_sources())
def test_bad_source_is_refused(text: str, codes: set[str]) -> None:
    with pytest.raises(Refused) as caught:
        generate_module(text, "bad.py", Options())
    assert {problem.code for problem in caught.value.problems} <= codes
    assert all(problem.message for problem in caught.value.problems)


def nested(left: str, right: str, depth: int) -> str:
    return f"def f(x):\n    return {left * depth}x{right * depth}\n"


def chain(length: int) -> str:
    """x * 1.0001 over and over, a statement each, every value used by the next."""
    lines = [f"    v{i + 1} = v{i} * 1.0001 + x" for i in range(length)]
    return "\n".join(["def f(x):", "    v0 = x", *lines, f"    return v{length}", ""])


LARGE: dict[str, str] = {
    "500 parentheses": nested("(", ")", 500),
    "50 parentheses": nested("(", ")", 50),
    "5000 parentheses": nested("(", ")", 5000),
    "10000 parentheses": nested("(", ")", 10_000),
    "3000 attributes": f"def f(x):\n    return x{'.T' * 3000}\n",
    "3000 comparisons": f"def f(x):\n    return x * ({' < '.join(['x'] * 3000)})\n",
    "200 else-ifs": (
        "def f(x):\n    if x > 0:\n        y = x\n"
        + "".join(f"    elif x > {i}:\n        y = x * {i}\n" for i in range(200))
        + "    else:\n        y = -x\n    return y\n"
    ),
    "90 branches in branches": (
        "def f(x):\n    y = x\n"
        + "".join(f"{' ' * i}    if x > {i}:\n" for i in range(90))
        + f"{' ' * 90}    y = x * 2\n    return y\n"
    ),
    "5000 branches in branches": "def f(x):\n" + "".join(f"{' ' * i}    if x > {i}:\n" for i in range(5000)),
    "90 functions in functions": (
        "".join(f"{' ' * i}def f{i}(x):\n" for i in range(90))
        + f"{' ' * 90}return x * 2\n"
        + "".join(f"{' ' * i}return f{i}(x)\n" for i in range(89, 0, -1))
    ),
    "a string of 10 MB": f"def f(x):\n    assert x, '{'a' * 10**7}'\n    return x * 2\n",
    "a comment of 10 MB": f"def f(x):\n    return x * 2  # {'a' * 10**7}\n",
    "tuples of tuples": "def f(x):\n    a = (x, x)\n" + "    a = (a, a)\n" * 40 + "    return a\n",
    "lists twice as long": "def f(x):\n    a = [x, x]\n" + "    a = a + a\n" * 60 + "    return a[0]\n",
    "classes of classes": (
        "from typing import NamedTuple\n\n\nclass P0(NamedTuple):\n    a: float\n    b: float\n\n\n"
        + "".join(f"class P{i}(NamedTuple):\n    a: P{i - 1}\n    b: P{i - 1}\n\n\n" for i in range(1, 31))
        + f"def f(p: P30):\n    return p{'.a' * 31}\n"
    ),
    "500 signs": nested("-", "", 500),
    "20000 signs": nested("-", "", 20_000),
    "150 calls": "import math\n\n\n" + nested("math.sin(", ")", 150),
    "2000 terms": f"def f(x):\n    return {' + '.join(['x'] * 2_000)}\n",
    "1000 terms": f"def f(x):\n    return {' + '.join(['x'] * 1000)}\n",
    "100 factors": f"def f(x):\n    return {' * '.join(['x'] * 100)}\n",
    "20 branches": f"def f(x):\n    return {' else '.join(f'x if x > {i} ' for i in range(20))} else x\n",
    "a literal of 4000 digits": f"def f(x):\n    return x * {'7' * 4000}\n",
    "a literal of 5000 digits": f"def f(x):\n    return x * {'7' * 5000}\n",
    "a float beyond floats": "def f(x):\n    return x * 1e400\n",
    "a long name": f"def f({'x' * 5000}):\n    return {'x' * 5000} * 2\n",
    "a long string": f"def f(x):\n    assert x, '{'a' * 100_000}'\n    return x * 2\n",
    "300 arguments": f"def f({', '.join(f'x{i}' for i in range(300))}):\n    return x0 * x299\n",
    "200 functions": "\n".join(f"def f{i}(x):\n    return x * {i}\n" for i in range(200)),
    "a matrix of digits": f"def f(x):\n    a = [{', '.join(['1.5'] * 5000)}]\n    return x * a[0]\n",
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_source_is_read_or_refused(text: str) -> None:
    """A result is Python where the source is, and binds what it reads; a refusal says why."""
    try:
        output = generate_module(text, "large.py", Options())
    except Refused as refused:
        assert all(problem.message and problem.help for problem in refused.problems)
        assert {problem.code for problem in refused.problems} <= {"E001", "E010"}
    else:
        if compiles(text):
            compile(output, "large.py", "exec")
            check_names(output)


def compiles(text: str) -> bool:
    """Whether Python itself can run a text: its compiler is recursive too."""
    try:
        compile(text, "large.py", "exec")
    except (RecursionError, MemoryError, SyntaxError):
        return False
    return True


@pytest.mark.parametrize(
    "name, gradient",
    [
        ("1000 terms", 1000.0),
        ("500 signs", 1.0),
        ("50 parentheses", 1.0),
        ("100 factors", 100 * 1.01**99),
        ("20 branches", 1.0),
    ],
)
def test_long_expression_has_the_right_gradient(name: str, gradient: float) -> None:
    module = namespace(generate_module(LARGE[name], "large.py", Options()))
    _, cache = module["f_forward"](1.01)
    assert close(module["f_backward"](1.0, cache), gradient)


@pytest.mark.exhaustive
def test_long_chain_has_the_right_gradient() -> None:
    text = chain(1000)
    module, given = namespace(generate_module(text, "chain.py", Options())), namespace(text)
    value, cache = module["f_forward"](1.5)
    assert value == given["f"](1.5)
    assert close(module["f_backward"](1.0, cache), value / 1.5)  # f is linear in x


@pytest.mark.parametrize(
    "text, args",
    [
        ("def f(cache):\n    return cache * cache\n", [1.5]),
        ("def f(cache, cache1):\n    return cache * cache1\n", [1.5, 0.7]),
        ("def f(x):\n    dx = x * x\n    return dx * x\n", [1.5]),
        ("def f(x, dx, ddx):\n    return x * dx * ddx\n", [1.5, 0.7, 0.3]),
        ("def f(dout):\n    return dout * dout\n", [1.5]),
        ("def f(out, dout):\n    return out * dout\n", [1.5, 0.7]),
        ("def f(np):\n    return np**np\n", [1.5]),
        ("def f(math, x):\n    return math**x\n", [1.5, 0.7]),
        ("def f(f):\n    return f * f\n", [1.5]),
        ("def f(f_forward, f_backward):\n    return f_forward / f_backward\n", [1.5, 0.7]),
        ("def f(abs, max):\n    return abs * max + abs\n", [1.5, 0.7]),
        ("def f(_, __):\n    return _ * __\n", [1.5, 0.7]),
        ("def f(x):\n    _ = x * x\n    return _ * x\n", [1.5]),
        ("def f(self, x):\n    return self * x\n", [1.5, 0.7]),
        ("def f(unbroadcast, x):\n    return unbroadcast * x\n", [1.5, 0.7]),
        ("def f(print, x):\n    return print * x\n", [1.5, 0.7]),
        ("def f(match, case):\n    type = match * case\n    return type * case\n", [1.5, 0.7]),
        ("import math\n\n\ndef f(x):\n    exp_x = math.exp(x) * x\n    return exp_x * math.exp(x)\n", [1.5]),
    ],
)
def test_awkward_names_are_nobody_elses(text: str, args: list[float]) -> None:
    output = generate_module(text, "names.py", Options())
    check_names(output)
    positions = list(range(len(args)))
    check_pair(namespace(output), "f", namespace(text)["f"], args, positions)


UNUSUAL: dict[str, str] = {
    "letters that no source may hold": 'def f(x):\n    "a\\0b\\r\\x1b"\n    return x * 2\n',
    "a docstring that ends in a quote": "def f(x):\n    'a\"'\n    return x * 2\n",
    "a docstring that ends in a backslash": "def f(x):\n    'a\\\\'\n    return x * 2\n",
    "a text in an assertion": (
        'def f(x):\n    assert x > 0, "\\ud800\\0" f"\\N{BULLET}{x!r:>{10}}"\n    return x * 2\n'
    ),
    "keys": 'def f(x):\n    d = {"\\ud800": x, "\\n": 2 * x}\n    return d["\\ud800"] * d["\\n"]\n',
    "names to the left": "def f(\u05d0):\n    \u05d1 = \u05d0 * 2  # \u202e\n    return \u05d1 * \u05d0\n",
    "names that are one": "def f(\uff58):\n    e\u0301 = \uff58 * 2\n    return \u00e9 * x\n",
    "form feeds": "\x0cdef f(x):\n\x0c    y = x * 2\x0c\n\x0c\n  \x0c    return y * x\n",
    "what ends lines elsewhere": (
        "def f(x):\n    # a \x0c1/0\n    y = x * 2  # b \x0b1/0 \x1c1/0 \x851/0 \u20281/0\n"
        "    # c \u20291/0\n    return y\n"
    ),
    "a named value as a default": "def f(x, y=(z := 3)):\n    return x * y\n",
    "a default in several lines": "def f(x, y=(  # three\n    1\n    + 2  # of them\n)):\n    return x * y\n",
}


@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_unusual_letters_are_read_and_written(text: str) -> None:
    output = generate_module(text, "odd.py", Options())
    check_names(output)
    given = namespace(text)["f"]
    positions = list(range(len(signature(given).parameters)))
    check_pair(namespace(output), "f", given, [1.5, 0.7][: len(positions)], positions)


def test_a_docstring_with_what_no_encoding_has_is_written() -> None:
    """Newer versions of Python do not compile such a source; they read it."""
    output = generate_module('def f(x):\n    "a\\ud800b"\n    return x * 2\n', "odd.py", Options())
    assert "a\\\\ud800b" in output.encode().decode()


def test_lines_are_counted_as_python_counts_them(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text(
        "# a\x0cb\u2028c\x1cd\ndef f(x):\n    return error * x\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "codegen", "generate", str(tmp_path / "odd.py")]
    found = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=False
    )
    assert "odd.py:3:12: error[E109]" in found.stderr
    assert "        return error * x\n               ^^^^^\n" in found.stderr


def test_what_commands_a_terminal_is_shown() -> None:
    lines = ["x = '\x1b[2J\x07'  # \u202e\x9b"]
    shown = render(Problem(1, 1, "E001", "a\x1bb"), "a\nb.py", lines)
    assert shown.split("\n")[:2] == [
        "a\u240ab.py:1:1: error[E001]: a\u241bb",
        "    x = '\u241b[2J\u2407'  # \ufffd\ufffd",
    ]


def test_of_a_line_without_an_end_what_is_in_sight_is_shown() -> None:
    line = f"{'a' * 5000} + error + {'b' * 5000}"
    first, shown, carets = render(Problem(1, 5004, "E109", "x" * 5000, end=5009), "m.py", [line]).split("\n")
    assert len(first) < 1100
    assert len(shown) < 220
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "error"
    assert render(Problem(1, 5004, "E109", "x"), "m.py", [line]).endswith(" ^")


@pytest.mark.parametrize(
    "content, code",
    [
        (b"def f(x):\n    return '\xff\xfe' * x\n", "E002"),
        (b"\xff\xfed\0e\0f\0", "E002"),
        (b"\x80", "E002"),
        (b"# coding: undefined\ndef f(x):\n    return x\n", "E002"),
        (b"# coding: rot13\ndef f(x):\n    return x\n", "E002"),
        (b"# -*- coding: nothing -*-\ndef f(x):\n    return x\n", "E002"),
        (b"def f(x):\n    return x\0\n", "E001"),
        (b"", "E003"),
    ],
)
def test_bad_bytes_are_refused_by_the_command(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_bytes(content)
    command = [sys.executable, "-m", "codegen", "generate", str(tmp_path / "bad.py")]
    found = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
    )
    assert found.returncode == 1
    assert f"error[{code}]" in found.stderr
    assert "Traceback" not in found.stderr
    assert not found.stdout


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfdef f(x):\n    return x * 2\n",
        "# -*- coding: latin-1 -*-\ndef f(x):\n    return x * 2  # größer\n".encode("latin-1"),
        b"def f(x):\r\n    return x * 2\r\n",
        b"def f(x):\r    return x * 2\r",
        b"def f(x):\n    return x * 2",
    ],
    ids=["byte order mark", "latin-1", "CR LF", "CR", "no line end"],
)
def test_unusual_bytes_are_read_by_the_command(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_bytes(content)
    command = [sys.executable, "-m", "codegen", "generate", str(tmp_path / "odd.py")]
    found = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=False
    )
    assert found.returncode == 0, found.stderr
    assert "dx = 2 * dout" in found.stdout
