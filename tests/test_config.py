"""The configuration, in both of its homes."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.config import Output, find, load
from codegen.files import FileRefused
from codegen.problems import Problem

INI = """\
[metadata]
name = something

[backprop]
sources = models/*.py
output = generated
style = notes
templates = gates.py

[backprop:generated/a_clean.py]
source = models/a.py
style = clean
only = f, g
final = f
check_shapes = yes
wrt =
    f: x, y
    g: z
"""

TOML = """\
[project]
name = "something"

[tool.backprop]
sources = ["models/*.py"]
output = "generated"
style = "notes"
templates = ["gates.py"]

[tool.backprop.outputs."generated/a_clean.py"]
source = "models/a.py"
style = "clean"
only = ["f", "g"]
final = ["f"]
check_shapes = true
wrt = {f = ["x", "y"], g = ["z"]}
"""

EXPECTED = (
    Output("models/a.py", "generated/a.py", style="notes", templates=("gates.py",)),
    Output(
        "models/a.py",
        "generated/a_clean.py",
        only=("f", "g"),
        wrt={"f": ("x", "y"), "g": ("z",)},
        final=("f",),
        templates=("gates.py",),
        check_shapes=True,
    ),
    Output("models/b.py", "generated/b.py", style="notes", templates=("gates.py",)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "models").mkdir()
    for name in ("models/a.py", "models/b.py", "models/__init__.py", "gates.py"):
        (tmp_path / name).write_text("")
    return tmp_path


def problems(path: Path, text: str) -> tuple[Problem, ...]:
    path.write_text(text)
    with pytest.raises(FileRefused) as caught:
        load(path)
    assert caught.value.located.path == str(path)
    assert {problem.code for problem in caught.value.problems} == {"E009"}
    return caught.value.problems


@pytest.mark.parametrize(("name", "text"), [("setup.cfg", INI), ("pyproject.toml", TOML)])
def test_both_homes_say_the_same(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    configuration = load(folder / name)
    assert configuration.outputs == EXPECTED
    assert configuration.folder == folder


def test_a_section_may_change_the_options_of_a_plain_output(folder: Path) -> None:
    (folder / "setup.cfg").write_text(
        "[backprop]\nsources = models/a.py models/b.py\noutput = out\n\n[backprop:out/a.py]\nstyle = notes\n"
    )
    styles = {output.output: output.style for output in load(folder / "setup.cfg").outputs}
    assert styles == {"out/a.py": "notes", "out/b.py": "clean"}


def test_sections_alone_are_enough(folder: Path) -> None:
    (folder / "setup.cfg").write_text("[backprop:out.py]\nsource = models/a.py\n")
    assert load(folder / "setup.cfg").outputs == (Output("models/a.py", "out.py"),)


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        (
            "setup.cfg",
            "[backprop]\nsources = gates.py\noutput = o\nstile = notes\n",
            4,
            "stile is not a key",
        ),
        ("pyproject.toml", "[tool.backprop]\nstile = 'notes'\n", 2, "stile is not a key"),
        ("setup.cfg", "[backprop]\noutput = o\nsources =\n    models/no.py\n", 3, "no file models/no.py"),
        ("setup.cfg", "[backprop]\noutput = o\nsources = no/*.py\n", 3, "no file matches no/*.py"),
        ("setup.cfg", "[backprop]\noutput = models\nsources = models/a.py\n", 2, "is read"),
        ("setup.cfg", "[backprop]\noutput = o\nsources = models/a.py\nstyle = loud\n", 4, "no style loud"),
        ("setup.cfg", "[backprop]\n\n[backprop:o.py]\nstyle = clean\n", 3, "which source o.py"),
        ("setup.cfg", "[backprop:o.py]\nsource = no.py\n", 2, "no file no.py"),
        ("setup.cfg", "[backprop:o.py]\nsource = models/a.py\nonly: f\nwrt = f\n", 4, "f: x, y"),
        ("setup.cfg", "[backprop:gates.py]\nsource = models/a.py\ntemplates = gates.py\n", 1, "is read"),
        ("setup.cfg", "[backprop]\ncheck_shapes = perhaps\n", 2, "true or false"),
        ("setup.cfg", "[backprop]\na line\n", 2, "not understood"),
        ("setup.cfg", "a line\n[backprop]\n", 1, "no [section]"),
        ("setup.cfg", "[backprop]\nstyle = notes\nstyle = clean\n", 3, "twice"),
        ("setup.cfg", "[backprop]\nstyle = notes\n", 1, "no source is named"),
        ("pyproject.toml", "[tool.backprop]\nsources = 'models/a.py'\n", 2, "list of words"),
        ("pyproject.toml", "[tool.backprop]\nsources = models/a.py\n", 2, "not TOML"),
        ("pyproject.toml", "[tool.backprop]\noutputs = 3\n", 0, "must be tables"),
        ("pyproject.toml", "[tool.backprop.outputs.'o.py']\nsource = 'models/a.py'\nwrt = 'x'\n", 3, "table"),
    ],
)
def test_mistakes_are_located(folder: Path, name: str, text: str, line: int, words: str) -> None:
    (problem,) = problems(folder / name, text)
    assert words in problem.message
    assert problem.line == line


def test_two_sources_with_one_output_are_refused(folder: Path) -> None:
    (folder / "a.py").write_text("")
    (problem,) = problems(folder / "setup.cfg", "[backprop]\nsources = models/a.py, a.py\noutput = out\n")
    assert "out/a.py" in problem.message


def test_all_mistakes_are_found_at_once(folder: Path) -> None:
    text = (
        "[backprop]\nsources = no.py\noutput = out\nstile = x\nstyle = y\n\n"
        "[backprop:b.py]\nsource = no2.py\n"
    )
    assert len(problems(folder / "setup.cfg", text)) == 4


def test_the_nearest_configuration_counts(folder: Path) -> None:
    (folder / "setup.cfg").write_text("[backprop]\n")
    (folder / "models" / "setup.cfg").write_text("[metadata]\n")
    (folder / "models" / "deep").mkdir()
    assert find(folder / "models" / "deep") == folder / "setup.cfg"
    (folder / "models" / "pyproject.toml").write_text("[tool.backprop]\n")
    assert find(folder / "models" / "deep") == folder / "models" / "pyproject.toml"


def test_two_configurations_side_by_side_are_refused(folder: Path) -> None:
    (folder / "setup.cfg").write_text("[backprop]\n")
    (folder / "pyproject.toml").write_text("[tool.backprop]\n")
    with pytest.raises(FileRefused, match="both configure"):
        find(folder)


def test_no_configuration_is_a_problem(folder: Path) -> None:
    with pytest.raises(FileRefused, match="nothing configures backprop"):
        find(folder)
