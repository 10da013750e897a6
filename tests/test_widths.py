"""Lines of the output are as long as black is told for the project, and black leaves them as they are."""

from __future__ import annotations

import ast
import itertools
import os
import zlib
from dataclasses import replace
from pathlib import Path

import black
import pytest
from case_files import case_paths, read_case

from codegen import knowledge
from codegen.cli import main
from codegen.config import load
from codegen.depfile import made_from
from codegen.files import FileRefused
from codegen.formatting import formatted
from codegen.generate import generate_module
from codegen.options import Options
from codegen.watch import Watch
from codegen.widths import SETTINGS, line_length, settings
from codegen.wording import commented, narrowed

WIDTHS = (60, 79, 88, 100, 120)
SOURCE = (
    "import math\n\n\n"
    "def weighted(first, second, third):\n"
    "    total = first * math.exp(second) + second * math.exp(third) + third * math.exp(first)\n"
    "    return total / (first + second + third)\n"
)
CONFIGURATION = "[backprop]\nsources = models/*.py\noutput = out\n"


def modes(width: int) -> list[black.Mode]:
    """black's ways to write lines of a width that change no more than the user's own lines."""
    plain = black.Mode(line_length=width)
    return [plain, replace(plain, string_normalization=False, magic_trailing_comma=False)]


def new_long_lines(source: str, made: str, width: int) -> list[str]:
    """The lines of the output that are too long, but for those that the source has."""
    known = {line.strip() for line in source.split("\n")}
    return [line for line in made.split("\n") if len(line) > width and line.strip() not in known]


def is_of_two_minds(made: str, width: int, mode: black.Mode) -> bool:
    """Whether black has it one way in a mode and another by default, and leaves neither in both.

    `a[i, j] += b if c else d` in narrow lines is such a one, where trailing commas mean nothing in the mode.
    """
    plain, other = modes(width)[0], black.format_str(made, mode=mode)
    return black.format_str(made, mode=plain) == made and black.format_str(other, mode=plain) != other


def check_width(path: Path, width: int, mode: black.Mode) -> None:
    """Generates from a source as black has it, and gives black what comes out."""
    case = read_case(path)
    source = black.format_str(case.source, mode=mode)
    made = generate_module(source, path.name, replace(case.options, line_length=width))
    assert black.format_str(made, mode=mode) == made or is_of_two_minds(made, width, mode)
    if width > 60:  # where there is room for a message and a name
        long = new_long_lines(source, made, width)
        assert [line for line in long if not line.lstrip().startswith('"""')] == []


@pytest.mark.parametrize("path", case_paths()[::30], ids=lambda path: path.stem)
def test_black_leaves_what_is_generated_as_it_is(path: Path) -> None:
    number = zlib.crc32(path.stem.encode())
    width = WIDTHS[number % len(WIDTHS)]
    check_width(path, width, modes(width)[number // len(WIDTHS) % 2])


@pytest.mark.exhaustive
@pytest.mark.parametrize("width", WIDTHS)
def test_black_leaves_all_cases_as_they_are(width: int) -> None:
    for number, path in enumerate(case_paths()):
        if number % len(WIDTHS) == WIDTHS.index(width):
            check_width(path, width, modes(width)[number % 2])


def meant(function: str) -> tuple[list[str], str]:
    """The words of a function's docstring, and what it does."""
    (node,) = ast.parse(function).body
    assert isinstance(node, ast.FunctionDef)
    words = (ast.get_docstring(node) or "").split()
    node.body = node.body[bool(words) :]
    return words, ast.dump(node)


@pytest.mark.parametrize("width", [79, *(pytest.param(w, marks=pytest.mark.exhaustive) for w in (60, 88))])
@pytest.mark.parametrize("kind", ["", "immutable", "compiled"])
def test_helpers_fit_and_compute_what_they_did(kind: str, width: int) -> None:
    _, text = knowledge.helpers_text(kind)
    lines = text.split("\n")
    for node in ast.parse(text).body:
        if not isinstance(node, ast.FunctionDef):
            continue
        whole = "\n".join(lines[node.lineno - 1 : node.end_lineno])
        made = narrowed(whole, width)
        assert meant(made) == meant(whole)
        made = formatted(made, width)
        assert width == 60 or max(map(len, made.split("\n"))) <= width


LONG_NAME = "models/of_the_laboratory/second_attempt/with_another_measure_of_what_is_lost.py"
LONG_COMMAND = "backprop generate m.py --only first,second,third --wrt first:x,y --wrt second:x,y,z -o out.py"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("style", ["clean", "notes"])
@pytest.mark.parametrize(
    "source",
    [
        SOURCE,
        "EPS = 1e-3\n\n\ndef f(x):\n    y = x * EPS\n    return y\n",
        "import math\nfrom math import acosh, asinh, atanh, cosh, degrees, radians, sinh, tanh\n\n\n"
        "def f(x):\n    return cosh(x) + sinh(x) + tanh(x) + acosh(x) + asinh(x) + atanh(x) + radians(x)\n",
        "import math\n\n\ndef f({0}, {0}_):\n    return math.exp({0}) * math.exp({0}_)\n".format("z" * 17),
        "import math\n\n\ndef f({0}):\n    y = math.exp({0})\n    return y\n".format("z" * 28),
    ],
    ids=["a row of products", "a constant", "imports", "long names", "as long as a line"],
)
def test_headers_imports_and_numbers_fit(source: str, style: str, width: int) -> None:
    mode = black.Mode(line_length=width)
    source = black.format_str(source, mode=mode)
    for path, command in (("m.py", ""), ("m.py", LONG_COMMAND), (LONG_NAME, LONG_COMMAND)):
        options = Options(style=style, line_length=width, command=command)
        made = generate_module(source, path, options)
        assert black.format_str(made, mode=mode) == made
        assert [line for line in new_long_lines(source, made, width) if LONG_NAME not in line] == []


def test_a_line_that_only_its_number_makes_too_long_is_broken() -> None:
    source = "import math\n\n\ndef f(x):\n    {0} = math.exp(x)\n    return {0}\n".format("y" * 29)
    made = generate_module(source, "m.py", Options(style="notes", line_length=47))
    assert "= math.exp(\n        x\n    )  # (1)\n" in made
    assert f"{'y' * 29} = math.exp(x)\n" in generate_module(source, "m.py", Options(line_length=47))


def test_a_shape_is_not_broken() -> None:
    source = 'def f({0}: "N M", {0}_: "N M"):\n    return {0} * {0}_\n'.format("x" * 20)
    for width in range(60, 100):
        made = generate_module(source, "m.py", Options(line_length=width))
        assert "(N,\n" not in made
        assert "\0" not in made


@pytest.mark.parametrize("depth", [0, 2])
@pytest.mark.parametrize("width", [60, 79])
def test_a_title_says_the_whole_statement_in_lines_that_fit(width: int, depth: int) -> None:
    statement = "total = total + x * np.cos(total) + x[0] * np.sin(total) + np.sum(x[1:-1] * x[2:])"
    loops = "".join(f"    {'    ' * i}for i{i} in range(2):\n" for i in range(depth))
    source = (
        'import numpy as np\n\n\ndef f(x: "N"):\n    total = x\n'
        f"{loops}    {'    ' * depth}{statement}\n    return total\n"
    )
    made = generate_module(source, "m.py", Options(line_length=width))
    lines = made.split("\n")
    first = next(n for n, line in enumerate(lines) if line.lstrip().startswith("# backprop total = total + "))
    begin = "    " * (depth + 1) + "#"
    title, *more = itertools.takewhile(lambda line: line.startswith(begin), lines[first:])
    assert more and all(line.startswith(f"{begin}     + ") for line in more)
    assert max(map(len, [title, *more])) <= width
    said = "".join([title.partition("# backprop ")[2], *(line.removeprefix(f"{begin}    ") for line in more)])
    assert said in [ast.unparse(node) for node in ast.walk(ast.parse(made)) if isinstance(node, ast.Assign)]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("y = a + b", ["# of y = a + b"]),
        ("y = first(a, b) + second(c)", ["# of y = first(a, b)", "#     + second(c)"]),
        ("y = first_of_all(a, b + c * d)", ["# of y = first_of_all(a, b", "#     + c * d)"]),
        ("y = first_of_a * b + c * d", ["# of y = first_of_a * b", "#     + c * d"]),
        ("y = first_of_all if a else b", ["# of y = first_of_all if a", "#     else b"]),
        ("y = " + "z" * 40, ["# of y", "#     = " + "z" * 21, "#     " + "z" * 19]),
        (
            "y = f(" + "a, " * 40 + "b)",
            ["# of y = f(" + "a, " * 5 + "a,", "#     " + "a, " * 7 + "a,", "#     " + "a, " * 6 + "..."],
        ),
    ],
)
def test_a_comment_is_broken_where_a_line_of_code_is(code: str, lines: list[str]) -> None:
    assert commented("# of ", code, 29) == lines


# Where the width is read from.

BLACK = "[tool.black]\nline-length = {}\n"
TREES = {
    "nothing": {},
    "beside": {"a/b/pyproject.toml": BLACK.format(79)},
    "above": {"pyproject.toml": BLACK.format(100)},
    "two": {"pyproject.toml": BLACK.format(100), "a/pyproject.toml": BLACK.format(79)},
    "another tool's is nearer": {"pyproject.toml": BLACK.format(100), "a/pyproject.toml": "[tool.x]\n"},
    "a repository is nearer": {"pyproject.toml": BLACK.format(100), "a/.git/HEAD": ""},
    "a worktree is nearer": {"pyproject.toml": BLACK.format(100), "a/.git": "gitdir: x\n"},
    "a repository of Mercurial is nearer": {"pyproject.toml": BLACK.format(100), "a/b/.hg/store": ""},
    "beside the repository": {"a/pyproject.toml": BLACK.format(60), "a/.git/HEAD": ""},
    "in other words": {"pyproject.toml": '[tool.black]\n"--line-length" = "60"\n'},
    "no width": {"pyproject.toml": '[tool.black]\ntarget-version = ["py310"]\n'},
    "an empty table": {"pyproject.toml": BLACK.format(100), "a/pyproject.toml": "[tool.black]\n"},
}


@pytest.mark.parametrize("tree", TREES)
def test_the_width_is_the_one_that_black_finds(
    tree: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, text in TREES[tree].items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    source = tmp_path / "a" / "b" / "m.py"
    source.write_text("")
    found = black.find_pyproject_toml((str(source),))
    assert str(settings(source.parent)) == str(found)
    told = black.parse_pyproject_toml(found) if found else {}
    assert line_length(settings(source.parent)) == int(told.get("line_length", 88))


@pytest.mark.parametrize("text", [*map(BLACK.format, ("'wide'", 0, "true")), "[tool.black\n"])
def test_settings_that_black_refuses_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text(text)
    with pytest.raises(FileRefused) as caught:
        line_length(settings(tmp_path))
    assert caught.value.located.path == str(tmp_path / SETTINGS)
    (problem,) = caught.value.problems
    assert problem.code == "E009"
    assert problem.line == (2 if "line-length" in text else 0)


# What reads it.


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("codegen.workers.processors", lambda: 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "m.py").write_text(SOURCE)
    (tmp_path / "setup.cfg").write_text(CONFIGURATION)
    (tmp_path / SETTINGS).write_text(BLACK.format(60))
    return tmp_path


def test_generate_reads_it_and_an_option_is_stronger(project: Path) -> None:
    (project / "models" / "m.py").write_text(black.format_str(SOURCE, mode=black.Mode(line_length=60)))
    assert main(["generate", "models/m.py", "-o", "g.py"]) == 0
    assert main(["generate", "models/m.py", "-o", "h.py", "--line-length", "60"]) == 0
    made, other = (project / "g.py").read_text(), (project / "h.py").read_text()
    assert max(map(len, made.split("\n"))) <= 60
    assert other.partition("import")[2] == made.partition("import")[2]
    assert "--line-length 60" in " ".join(other.split())


def test_build_and_check_agree_at_each_width(project: Path) -> None:
    for width in (60, 79, 60, 100):
        (project / SETTINGS).write_text(BLACK.format(width))
        source = black.format_str(SOURCE, mode=black.Mode(line_length=width))
        (project / "models" / "m.py").write_text(source)
        assert main(["build", "-q"]) == 0
        assert main(["check", "-q"]) == 0
        text = (project / "out" / "m.py").read_text()
        assert black.format_str(text, mode=black.Mode(line_length=width)) == text


def test_another_width_alone_makes_an_output_stale(project: Path) -> None:
    assert main(["build", "-q"]) == 0
    (project / SETTINGS).write_text(BLACK.format(100))
    assert main(["check", "-q"]) == 1
    assert main(["build", "-q"]) == 0
    assert main(["check", "-q"]) == 0


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("setup.cfg", f"{CONFIGURATION}line_length = 100\n", [100]),
        ("setup.cfg", f"{CONFIGURATION}[backprop:out/m.py]\nline_length = 120\n", [120]),
        ("setup.cfg", CONFIGURATION, [60]),
        (
            SETTINGS,
            f"{BLACK.format(60)}[tool.backprop]\nsources = ['models/*.py']\nline_length = 79\n"
            "[tool.backprop.outputs.'o.py']\nsource = 'models/m.py'\nline_length = 70\n",
            [79, 70],
        ),
    ],
)
def test_a_configuration_may_say_it(project: Path, name: str, text: str, expected: list[int]) -> None:
    (project / name).write_text(text)
    assert [output.line_length for output in load(project / name).outputs] == expected


@pytest.mark.parametrize("value", ["wide", "0", "-3", "8.5"])
def test_a_width_that_is_none_is_refused(project: Path, value: str) -> None:
    (project / "setup.cfg").write_text(f"{CONFIGURATION}line_length = {value}\n")
    with pytest.raises(FileRefused, match="whole number"):
        load(project / "setup.cfg")


def test_a_source_below_another_project_has_its_width(project: Path) -> None:
    (project / "models" / SETTINGS).write_text(BLACK.format(79))
    (output,) = load(project / "setup.cfg").outputs
    assert output.line_length == 79


def test_wrong_settings_of_black_are_told_where_they_stand(project: Path) -> None:
    (project / SETTINGS).write_text(BLACK.format("'wide'"))
    with pytest.raises(FileRefused) as caught:
        load(project / "setup.cfg")
    assert os.path.samefile(caught.value.located.path, project / SETTINGS)


def test_make_and_watch_know_what_the_width_is_read_from(project: Path) -> None:
    configuration = load(project / "setup.cfg")
    assert SETTINGS in made_from(configuration, configuration.outputs)
    named = Watch(project)._names()
    assert {str(project / SETTINGS), str(project / "models" / SETTINGS)} <= set(named)
