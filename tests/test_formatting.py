"""What is written is as black writes it, whether a line was given to black or not."""

import black
import pytest

from codegen.formatting import formatted

EXPRESSIONS = """
x
(x)
(x + 1)
(x + 1) * y
(x)[0]
((x + 1))
x*y
x **2
x**2
x ** 2
x[0] ** 2
x[0]**2
f(x)**2
x.y**2
x.y(1)**2
x**2.5
x**2e3
x**y
x**-y
x ** -y
(x + 1)**2
(x + 1) ** 2
-x**2
- x
not x
not (x)
not(x)
~x
x if y else z
x if (y) else z
x, y
(x, y)
(x,)
x,
(x, y,)
[x, y,]
[x, y]
[(x), y]
f(x, y)
f(x,y)
f(x, y,)
f((x))
f((x, y))
f(*x)
f(* x)
f(**x)
f(x, *y, z=1)
f(x, z = 1)
f(axis=(0, 1))
f()
f( )
f(x)(y)
x[:]
x[1:]
x[1:-1]
x[a:b]
x[a : b]
x[a:b + 1]
x[a : b + 1]
x[a.b:]
x[-n:]
x[f(a):]
x[::2]
x[:, 1:-1]
x[:, i + 1]
x[i + 1, :]
x[i, j:k]
x[..., None]
x[(0, 1)]
x[0, 1]
x[0,]
x[0][1:]
x["a"]
x['a']
x["a'b"]
"a" "b"
"%s" % x
"a = b"
{"a": x}
{x, y}
{}
[]
()
lambda x: x
[x for x in y]
[x for x in (1, 2)]
[x for (x, y) in z if x]
(x for x in y)
f(x for x in y)
x @ y.T
x//y
x // y
x % y
x<<2
x << 2
x < y < z
x<y
x is not None
x not in y
x in (1, 2)
x and (y or z)
1.0
1.
.5
1e-05
1E5
0XFF
1j
1J
1_000
10L if x else y
x.y.z
x .y
x. y
1 .real
1.0.real
...
f"{x}"
R"x"
True
(yield)
x if x else (y)
(x := 1)
é + 1
é[é] * èè(é, ü=é).ñ
дб * ж0(щ)[1] - λ**2
дб**2.5
长 + 1
x͟ + 1
[(x)]
[(x + y)]
[((x + y))]
[[(x + y)], z]
x[[(y)]]
x[[(y, z)]]
[(x, y)]
[(x + y), z]
[(x + y) for x in z]
[(x, y) for x in z]
[[(x + y) * 2]]
x[(y)]
x[(y + 1) * 2]
x[(y + 1) * 2, (z)]
x[[(y + 1), z]]
{"a": x, "b": y * 2}
{"a": x,}
{"a": x, "b": y,}
{"a":x}
{ "a": x }
{"a": (x)}
{"a": (x + y)}
{"a": (x + y) * z}
{"a": (x, y)}
{"a": -x}
{"a": -x ** 2}
{"a": x if y else z}
{"a": {"b": x}}
{"a": [x, (y + 1)]}
{"a": x[1:2]}
{"a": x[1 : y + 2]}
{"a": lambda x: x}
{x: y}[z]
{x: y}.z
{(x): y}
{(x, y): z}
{(x + 1): z}
{**x, "a": y}
{k: f(v) for k, v in x.items()}
{k: f(v) for k, v in (x, y)}
{k: (f(v)) for k, v in x}
{k for k in x}
{(x), y}
[{"a": x}]
f({"a": x})
f(y={"a": x})
x[{"a": 1}]
x[: y]
x[: y + 1]
E("a: b, c")
E("a is not b: c") from x
E(f"a")
aaaaaaaaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb * cccccccccccccccccccccccccccccccc
aaaaaaaaaaaaaaaaaaaaaaaaaaaaa(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccccc)
""".strip().split("\n")

STATEMENTS = [
    "y = {}",
    "y += {}",
    "y[0] = {}",
    "y = z = {}",
    "return {}",
    "raise {}",
    "{}",
    "if {}:\n    pass",
    "while {}:\n    y = 1",
    "for i in {}:\n    y = 1\nelse:\n    y = 2",
    "if x:\n    y = 1\nelif {}:\n    # why\n    y = 2\nelse:\n    y = 3",
    "assert {}",
    "del {}",
    "y = {}  # (1)",
    "y = {}  #(1)",
    "y: float = {}",
]

TEXTS = {
    "docstring": 'def f(x):\n    """Does it."""\n    return x',
    "docstring in Greek": 'def f(λ):\n    """Gives λ."""\n    return λ',
    "docstring in Chinese": 'def f(x):\n    """Gives 长."""\n    return x',
    "signature in Greek": 'def φ(λ: "N D", ж=2):\n    return λ',
    "a long line in Greek": f"y = {' + '.join(['λ'] * 21)}",
    "a longer line in Greek": f"y = {' + '.join(['λ'] * 22)}",
    "a long line in Chinese": f"y = {' + '.join(['长'] * 20)}",
    "docstring with spaces": 'def f(x):\n    """ Does it. """\n    return x',
    "docstring of several lines": 'def f(x):\n    """Does it.\n\n    For x.\n    """\n    return x',
    "docstring that ends in its last line": 'def f(x):\n    """Does it.\n\n    For x."""\n    return x',
    "docstring too deep": 'def f(x):\n    """Does it.\n\n        For x.\n    """\n    return x',
    "docstring not deep enough": 'def f(x):\n    """Does it.\n\nFor x.\n    """\n    return x',
    "docstring with a quote": 'def f(x):\n    """Does "it" """\n    return x',
    "docstring in other quotes": "def f(x):\n    '''Does it.'''\n    return x",
    "signature": 'def f(x, y: "N D", z: float = 1.0, w=2):\n    return x',
    "signature with spaces": "def f(x, z: float=1.0, w = 2):\n    return x",
    "signature with a star": "def f(x, *, w=2):\n    return x",
    "signature that is long": f"def f({', '.join(f'argument_{i}' for i in range(10))}):\n    return x",
    "a function in another": "def f(x):\n    y = x\n    def g(z):\n        return z\n    return g(y)",
    "an odd line between plain ones": "def f(x):\n    y = x\n    z = x[a:b + 1]\n    return z",
    "an odd line in a loop": "for i in x:\n    # why\n    z = x[a:b + 1]\n    y = z\ny = z",
    "an odd head": "def f(x):\n    # why\n    for i in x[a:b + 1]:\n        z = 1\n    return z",
    "an odd arm": "def f(x):\n    if x:\n        y = 1\n    else:\n        y = x[a:b + 1]\n    return y",
    "arms behind an odd one": "if x[a:b + 1]:\n    y = 1\nelif x:\n    y = 2\nelse:\n    y = 3",
    "comments": "def f(x):\n    #! one\n    #two\n    #  three\n    y = x\n    # four \n    return y",
    "a comment at the end": "def f(x):\n    y = x\n    # end",
    "a comment that is less deep": "def f(x):\n    if x:\n        y = x\n  # odd\n    return y",
    "two functions": "def f(x):\n    return x\n\n\ndef g(x):\n    return x",
    "functions too close": "def f(x):\n    return x\ndef g(x):\n    return x",
    "functions too far": "def f(x):\n    return x\n\n\n\n\ndef g(x):\n    return x",
    "a decorated function": "@jit\ndef f(x):\n    return x",
    "a statement of several lines": "y = f(\n    x,\n    z)\nw = 1",
    "two statements on a line": "y = 1; z = 2",
    "a block on a line": "if x: y = 1",
    "a line that goes on": "y = x + \\\n    z",
    "with": "with f(x):\n    y = 1",
    "an empty line": "def f(x):\n\n    y = 1\n\n    return y",
    "a name that stands for something": "__plain_0__ = 1\ny = x[a:b + 1]",
}


def parses(text: str) -> bool:
    try:
        compile(text, "text", "exec", dont_inherit=True)
    except SyntaxError as error:
        return "outside function" in str(error)
    return True


def as_black_has_it(text: str) -> str:
    return black.format_str(text, mode=black.Mode())


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_statement_is_written_as_black_writes_it(expression: str) -> None:
    tried = [statement.format(expression) for statement in STATEMENTS]
    tried = [text for text in tried if parses(text)]
    for text in tried:
        assert formatted(text) == as_black_has_it(text), text


@pytest.mark.parametrize("what", TEXTS)
def test_text_is_written_as_black_writes_it(what: str) -> None:
    assert formatted(TEXTS[what]) == as_black_has_it(TEXTS[what])


@pytest.mark.parametrize("count", [*range(12, 21), 100])
@pytest.mark.parametrize(
    "statement", ["{} = cache", "cache = ({})", "a, cache = ({})", "x[0] = ({})", "{} = f(x)"]
)
def test_row_of_names_is_broken_as_black_breaks_it(statement: str, count: int) -> None:
    line = statement.format(", ".join(f"x{i:03}" for i in range(count)))
    for text in (line, f"if x:\n    {line}\n    y = 1", f"def f(x):\n    while x:\n        {line}  # why"):
        assert formatted(text) == as_black_has_it(text)


def test_black_is_not_asked_where_all_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(black, "format_str", None)
    body = "    for i in reversed(range(3)):\n        # a\n        x[i, 1:] += f(x**2, -1) * (x[0] - 1)\n"
    body += '    y = {"a": [(λ + dx) for λ in x], "b": {}}\n    raise TypeError("f: x, y")\n'
    text = f'def f(x: "N"):\n    """Does it."""\n{body}    return x, (x,)\n'
    assert formatted(text) == text


def test_black_is_given_one_name_for_a_row_of_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    really = black.format_str

    def format_str(text: str, mode: black.Mode) -> str:
        given.append(text)
        return really(text, mode=mode)

    monkeypatch.setattr(black, "format_str", format_str)
    formatted("def f(x):\n" + "    x = x + 1\n" * 100 + "    y = x[a:b + 1]\n" + "    x = y + 1\n" * 100)
    assert [len(text.split("\n")) for text in given] == [4]
