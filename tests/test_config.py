"""The configuration, in both of its homes."""

from __future__ import annotations

import os
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
    """A project, with links that lead out of it, and into another folder of it."""
    (tmp_path / "models").mkdir()
    (tmp_path / "away").symlink_to(tmp_path.parent)
    (tmp_path / "away.py").symlink_to(tmp_path.parent / "x.py")
    (tmp_path / "same").symlink_to(tmp_path / "models")
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
        ("setup.cfg", "[backprop]\nsources = models/a.py\noutput = ../o\n", 3, "../o/a.py lies outside"),
        ("setup.cfg", "[backprop]\nsources = models/a.py\noutput = /o\n", 3, "/o/a.py lies outside"),
        ("setup.cfg", "[backprop]\nsources = models/a.py\noutput = o/../../p\n", 3, "../p/a.py lies outside"),
        ("setup.cfg", "[backprop]\nsources = models/a.py\noutput = away\n", 3, "away/a.py lies outside"),
        ("setup.cfg", "[backprop:away/x.py]\nsource = models/a.py\n", 1, "away/x.py lies outside"),
        ("setup.cfg", "[backprop:./away.py]\nsource = models/a.py\n", 1, "away.py lies outside"),
        ("setup.cfg", "[backprop:setup.cfg]\nsource = models/a.py\n", 1, "no name of a Python file"),
        ("setup.cfg", "[backprop:.git/hooks/pre-push]\nsource = models/a.py\n", 1, "no name of a Python"),
        (
            "setup.cfg",
            "[backprop:same/a.py]\nsource = models/b.py\n[backprop]\nsources = models/a.py\n",
            1,
            "same/a.py is read",
        ),
        (
            "setup.cfg",
            "[backprop:./x/../gates.py]\nsource = models/a.py\ntemplates = gates.py\n",
            1,
            "is read",
        ),
        ("pyproject.toml", '[tool.backprop]\noutput = "a\\u0000"\n', 2, "one word"),
        ("pyproject.toml", '[tool.backprop]\nsources = ["a\\u0000"]\n', 2, "list of words"),
        ("pyproject.toml", "tool = 3\n", 0, "tool must be a table"),
        ("pyproject.toml", "[tool]\nbackprop = [1]\n", 0, "backprop must be a table"),
        ("pyproject.toml", "a = " + "[" * 100_000, 0, "nested too deeply"),
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


@pytest.mark.parametrize(
    ("one", "other"), [("o/a.py", "./o/x/../a.py"), ("models/x.py", "same/x.py"), ("o/a.py", "O/A.py")]
)
def test_two_names_of_one_output_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, one: str, other: str
) -> None:
    """The last of them are two files here, and one where names are the same in capital letters."""
    text = f"[backprop:{one}]\nsource = models/a.py\n[backprop:{other}]\nsource = models/b.py\n"
    if one.casefold() == other.casefold():
        (folder / "setup.cfg").write_text(text)
        assert len(load(folder / "setup.cfg").outputs) == 2
        monkeypatch.setattr("codegen.config._folds_case", lambda folder: True)
    (problem,) = problems(folder / "setup.cfg", text)
    assert "would be written twice" in problem.message


def test_a_configuration_that_is_no_file_is_a_problem(folder: Path) -> None:
    os.mkfifo(folder / "pyproject.toml")
    (folder / "setup.cfg").mkdir()
    with pytest.raises(FileRefused, match="nothing configures"):
        find(folder)
    for name in ("pyproject.toml", "setup.cfg", "no.cfg", "/dev/zero"):
        with pytest.raises(FileRefused, match="cannot be read"):
            load(folder / name)


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
