"""`backprop init`: what it finds in a project, what it writes, and what it leaves as it is."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import Any

import pytest

from codegen.cli import main
from codegen.config import load

GOOD = "def {0}(x):\n    y = x * 2\n    return y\n"
BAD = "def {0}(x):\n    with open(x) as f:\n        return f.read()\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, which is the current folder."""
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return project


def written(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, and what is said on both streams."""
    capsys.readouterr()
    code = main(["init", "-j", "1", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def listing(text: str) -> list[str]:
    lines = text.splitlines()
    return lines[lines.index("generated from:") : -1]


PACKAGE = {
    "src/pkg/__init__.py": "",
    "src/pkg/layers.py": "import numpy as np\n\n\n" + GOOD.format("relu"),
    "src/pkg/params.py": 'from typing import NamedTuple\n\n\nclass P(NamedTuple):\n    w: "D M"\n',
    "src/pkg/net.py": (
        "import numpy as np\nfrom .layers import relu\nfrom .params import P\n\n\n"
        'def loss(x: "N D", p: P):\n    h = relu(x @ p.w)\n    return np.mean(h * h)\n\n\n'
        + BAD.format("train")
        + "\n\ndef twice(path):\n    return train(path) * 2\n"
    ),
    "src/pkg/deep/layers.py": GOOD.format("scaled"),
    "src/pkg/idle.py": "N = 3\n\n\nclass Unused:\n    pass\n",
    "script.py": "print(3)\n",
    "broken.py": "def f(x\n",
    "tests/test_net.py": GOOD.format("test"),
}
SECTION = """\
[tool.backprop]
sources = [
    "src/pkg/layers.py",
    "src/pkg/params.py",
]
output = "src/pkg/generated"

[tool.backprop.outputs."src/pkg/generated/net.py"]
source = "src/pkg/net.py"
only = ["loss"]

[tool.backprop.outputs."src/pkg/generated/deep/layers.py"]
source = "src/pkg/deep/layers.py"
"""


def test_a_package_is_configured_as_a_person_would(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, PACKAGE)
    code, shown, _ = told(capsys, "--dry-run")
    assert (code, list(folder.glob("*.toml"))) == (0, [])
    assert SECTION in shown
    assert shown.endswith("nothing was written\n")
    code, said, _ = told(capsys)
    assert (code, (folder / "pyproject.toml").read_text()) == (0, SECTION)
    assert said.startswith("wrote pyproject.toml\n")
    assert said.endswith("next: backprop build\n")
    assert listing(said) == listing(shown)
    for line in (
        "  src/pkg/layers.py -> src/pkg/generated/layers.py: relu",
        "  src/pkg/params.py -> src/pkg/generated/params.py: its classes",
        "  src/pkg/net.py -> src/pkg/generated/net.py: loss",
        "    without train, twice: E104 in line 12: a `with` statement is not supported",
        "  broken.py: it is not Python, or nested too deeply",
        "  script.py: it has no functions",
        "  tests: tests",
    ):
        assert f"\n{line}\n" in said
    assert "\n  src/pkg/idle.py: " in said
    assert main(["build", "-j", "1", "-q"]) == 0
    before = (folder / "pyproject.toml").read_bytes()
    code, said, errors = told(capsys)
    assert (code, said) == (1, "")
    assert "pyproject.toml:1:1: error[E009]: backprop is configured already" in errors
    assert (folder / "pyproject.toml").read_bytes() == before


TOML = '[tool.backprop]\nsources = [\n    "m.py",\n]\noutput = "generated"\n'
INI = "[backprop]\nsources =\n    m.py\noutput = generated\n"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("pyproject.toml", "", TOML),
        ("pyproject.toml", "[project]\nname = 'é'  # no line end", f"\n\n{TOML}"),
        ("pyproject.toml", "a = '''\n\t[tool.backprop]'''\r\n", f"\r\n{TOML}".replace("\n", "\r\n")),
        ("setup.cfg", "[metadata]\nname : x\n\n\n", f"\n{INI}"),
        ("setup.cfg", "[options]\r\n  # kept\r\n", f"\n{INI}".replace("\n", "\r\n")),
    ],
)
def test_what_is_there_stays_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, before: str, after: str
) -> None:
    after = after.replace("\r\r", "\r")
    written(folder, {"m.py": GOOD.format("f"), name: before})
    assert told(capsys)[0] == 0
    assert (folder / name).read_bytes() == (before + after).encode()
    assert [output.output for output in load(folder / name).outputs] == ["generated/m.py"]


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("pyproject.toml", b"a = \n"),
        ("pyproject.toml", b"tool = {black = {}}\n"),
        ("pyproject.toml", b"\xef\xbb\xbf[project]\n"),
        ("pyproject.toml", b"a = '\xff'\n"),
        ("pyproject.toml", b"[tool.backprop]\n"),
        ("setup.cfg", b"a line\n"),
        ("setup.cfg", b"[a]\n[a]\n"),
        ("setup.cfg", b"[backprop:x.py]\n"),
        ("../setup.cfg", b"[backprop]\n"),
    ],
)
def test_nothing_is_written_where_it_would_not_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, before: bytes
) -> None:
    (folder / "m.py").write_text(GOOD.format("f"))
    (folder / name).write_bytes(before)
    code, _, errors = told(capsys)
    assert (code, "error[E009]" in errors) == (1, True)
    assert (folder / name).read_bytes() == before
    assert sorted(os.listdir(folder)) == sorted({"m.py", name} - {"../setup.cfg"})


def test_functions_count_by_what_they_call(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also those of other modules, of which not all can be generated."""
    text = GOOD.format("f") + "\n\n" + BAD.format("g") + "\n\ndef h(x):\n    return f(x) * f(x)\n"
    importer = "from m import f, g\n\n\ndef a(x):\n    return f(x) * 3\n\n\ndef b(x):\n    return g(x) * 3\n"
    written(folder, {"m.py": text, "n.py": importer})
    code, said, _ = told(capsys)
    assert code == 0
    assert "  m.py -> generated/m.py: f, h\n    without g: E104" in said
    assert "  n.py -> generated/n.py: a\n    without b: E308" in said
    assert main(["build", "-j", "1", "-q"]) == 0


def test_only_files_of_the_project_are_looked_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = (
        "env/lib/x.py",
        "node_modules/x.py",
        "build/x.py",
        ".hidden/x.py",
        "__pycache__/x.py",
        "test/x.py",
    )
    names += ("conftest.py", "x_test.py", "test_x.py", "setup.py", "__main__.py", ".x.py", "x.pyi", "a b.py")
    written(folder, {name: GOOD.format("f") for name in (*names, "a[1].py", "m.py")})
    written(folder, {"env/pyvenv.cfg": "", "y.py": '"""Forward and backward passes of m.py"""\n'})
    os.mkfifo(folder / "pipe.py")
    (folder / "link.py").symlink_to(folder / "m.py")
    (folder / "links").symlink_to(folder)
    (folder / "unread.py").write_bytes(b"\xff")
    code, said, _ = told(capsys)
    assert code == 0
    assert (folder / "pyproject.toml").read_text() == TOML
    assert said.partition("left out:\n")[2] == (
        "  a b.py: its name cannot stand in a configuration\n"
        "  a[1].py: its name cannot stand in a configuration\n"
        "  unread.py: byte 0xff is not UTF-8\n"
        "not looked at:\n"
        "  build: not of the project\n  conftest.py: tests\n  env: an environment\n"
        "  node_modules: not of the project\n  setup.py: it builds the project\n  test: tests\n"
        "  test_x.py: tests\n  x_test.py: tests\n  y.py: generated\n"
        "next: backprop build\n"
    )


def test_a_folder_that_is_taken_is_not_written_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, {"m.py": GOOD.format("f"), "generated/notes.py": "# by hand\n"})
    assert told(capsys)[0] == 0
    assert load(folder / "pyproject.toml").outputs[0].output == "passes/m.py"


def test_without_anything_to_generate_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, {"m.py": BAD.format("f"), "n.py": ""})
    code, said, errors = told(capsys)
    assert code == 1
    assert "left out:\n  m.py: E104 in line 2" in said
    assert "no file here has a function that can be generated from" in errors
    assert not (folder / "pyproject.toml").exists()


def test_a_file_on_which_the_program_fails_is_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    generator = importlib.import_module("codegen.generate")
    generate = generator.generate_module

    def failing(text: str, path: str, *more: Any) -> str:
        if path == "n.py":
            raise KeyError("boom")
        return generate(text, path, *more)

    monkeypatch.setattr(generator, "generate_module", failing)
    written(folder, {"m.py": GOOD.format("f"), "n.py": "# failing\n" + GOOD.format("f")})
    code, said, _ = told(capsys)
    assert (code, "  n.py: the program fails: KeyError: 'boom'\n" in said) == (0, True)
    assert (folder / "pyproject.toml").read_text() == TOML
