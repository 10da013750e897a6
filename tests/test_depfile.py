"""What an output is made from, as make reads it: by make, with the recipes of docs/building.md."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.cli import main
from codegen.depfile import write_depfile
from codegen.files import FileRefused

ROOT = Path(__file__).parents[1]
OF_BUILD, OF_FILES = re.findall(r"```make\n(.*?)```", (ROOT / "docs" / "building.md").read_text(), re.DOTALL)
GATE = (
    'import numpy as np\n\n\ndef softsign(x):\n    """Scales the gradient."""\n'
    "    z = x / (1 + np.abs(x))\n    dx = dz / (1 + np.abs(x)) ** 2\n"
)
MODEL = "import math\n\n\ndef f(x):\n    return math.exp(x)\n"

with_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not there")


def make(*arguments: str) -> str:
    """What make does, with the command as it is here; gives the lines that it has run."""
    command = f"{sys.executable} -m codegen"
    for path in (Path("Makefile"),):
        path.write_text(path.read_text().replace("\tbackprop ", f"\t{command} "))
    outer = {name: text for name, text in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    done = subprocess.run(
        ["make", *arguments],
        env={**outer, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return f"{done.stdout}{done.returncode}".replace(command, "backprop")


def touched(*names: str) -> None:
    for name in names:
        os.utime(name)


def aged() -> None:
    """Puts all that is there into the past, in the order in which it was written."""
    for path in sorted(Path().rglob("*"), key=lambda path: path.stat().st_mtime_ns):
        status = path.stat()
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 60 * 10**9))


@with_make
@pytest.mark.exhaustive
def test_a_build_runs_when_something_that_it_reads_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("models").mkdir()
    Path("models/a.py").write_text("from models.b import g\n\n\ndef f(x):\n    return 3 * g(x)\n")
    Path("models/b.py").write_text("def g(x):\n    return x * x\n")
    Path("gates.py").write_text(GATE)
    Path("setup.cfg").write_text("[backprop]\nsources = models/*.py\noutput = out\ntemplates = gates.py\n")
    Path("Makefile").write_text(f"{OF_BUILD}\nall: ;\n")
    assert "backprop build --depfile backprop.d" in make()
    assert sorted(os.listdir("out")) == ["a.py", "b.py"]
    for name in ("models/b.py", "gates.py", "setup.cfg"):
        aged()
        assert "build" not in make("all")
        touched(name)
        assert "backprop build --depfile backprop.d" in make("all"), name
    Path("models/b.py").unlink()
    Path("models/a.py").write_text("def f(x):\n    return unknown * x\n")
    aged()
    said = make("all")
    assert "error[E109]" in said
    assert said.endswith("2")
    Path("models/a.py").write_text(MODEL)
    assert "wrote out/a.py" in make("all")


@with_make
@pytest.mark.exhaustive
def test_a_file_is_generated_when_something_that_it_is_made_from_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("model.py").write_text(MODEL)
    Path("gates.py").write_text(GATE)
    Path("Makefile").write_text(OF_FILES)
    assert "backprop generate model.py -o model_grad.py" in make()
    assert Path("model_grad.py.d").read_text() == "model_grad.py: \\\n model.py \\\n gates.py\n\ngates.py:\n"
    for name in ("model.py", "gates.py"):
        aged()
        assert "generate" not in make()
        touched(name)
        assert "backprop generate model.py" in make(), name
        aged()
        assert "generate" not in make()
    Path("gates.py").unlink()
    assert "gates.py cannot be read" in make()


@with_make
@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "name", ["a b", "a#b", "a$b", "a:b", "a\\b", "a\\ b", "a\\#b", "a'b", "größe", "a@+&b"]
)
def test_make_reads_names_as_they_are(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_depfile("out.d", [f"out {name}"], [f"in {name}", f"gone {name}"])
    Path(f"in {name}").write_text("")
    Path("Makefile").write_text("include out.d\n%:\n\t$(file > made,$@|$^)\n")
    assert make().endswith("0")
    assert Path("made").read_text().rstrip("\n") == f"out {name}|in {name} gone {name}"


@pytest.mark.parametrize("name", ["a;b", "a%b", "a=b", "a|b", "a*b", "a(b)", "~a", "a\nb"])
def test_names_that_make_cannot_read_are_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for targets, files in (([name], ["a.py"]), (["out.py"], [name])):
        with pytest.raises(FileRefused) as caught:
            write_depfile("out.d", targets, files)
        assert [problem.code for problem in caught.value.problems] == ["E008"]
    assert not Path("out.d").exists()


def test_a_rule_needs_files_and_takes_the_place_of_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("model.py").write_text(MODEL)
    for arguments in (["model.py"], ["-", "-o", "out.py"]):
        with pytest.raises(SystemExit):
            main(["generate", *arguments, "--depfile", "out.d"])
    assert main(["generate", "model.py", "-o", "out.py", "--depfile", "model.py"]) == 1
    assert "this is the file that is read: model.py" in capsys.readouterr().err
    assert main(["generate", "model.py", "-o", "out.py", "--map", "--depfile", "out.d"]) == 0
    assert Path("out.d").read_text() == "out.py out.py.map.json: \\\n model.py\n"
    Path("setup.cfg").write_text("[backprop]\nsources = model.py\noutput = out\n")
    assert main(["build", "-q", "--depfile", "setup.cfg"]) == 1
    assert "[backprop]" in Path("setup.cfg").read_text()


def test_a_build_names_all_that_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "part/setup.cfg": "[backprop]\nsources = pkg/net.py\noutput = out\ntemplates = gates.py\n"
        "[backprop:out/layers.py]\nsource = pkg/layers.py\ntemplates = more.py\n",
        "part/gates.py": GATE,
        "part/more.py": GATE,
        "part/pkg/__init__.py": "",
        "part/pkg/layers.py": "def g(x):\n    return x * x\n",
        "part/pkg/net.py": "from .layers import g\n\n\ndef f(x):\n    return 2 * g(x)\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    command = ["build", "-q", "-j", "1", "--config", "part/setup.cfg", "--depfile", "all.d"]
    assert main([*command, "part/pkg/net.py"]) == 0
    head, _, rest = Path("all.d").read_text().partition("\n\n")
    names = ["part/gates.py", "part/more.py", "part/pkg/__init__.py", "part/pkg/layers.py", "part/pkg/net.py"]
    assert head == "all.d: \\\n " + " \\\n ".join([*names, "part/setup.cfg"])
    assert [line for line in rest.split("\n") if line] == [f"{name}:" for name in [*names, "part/setup.cfg"]]
    os.utime("all.d", (1, 1))
    assert main(command) == 0
    assert Path("all.d").stat().st_mtime > 1
    (tmp_path / "part/pkg/net.py").write_text("def f(x):\n    return unknown * x\n")
    os.utime("all.d", (1, 1))
    assert main(command) == 1
    assert Path("all.d").stat().st_mtime == 1


def test_the_attributes_for_git_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "building.md").read_text()
    (attributes,) = re.findall(r"^generated/.* diff=.*\n", text, re.MULTILINE)
    Path(".gitattributes").write_text(attributes)
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "init", "-q"], check=True, env=environment)
    command = ["git", "check-attr", "diff", "eol", "linguist-generated", "--", "generated/a.py"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    assert re.findall(r": ([\w-]+): (\w+)$", said, re.MULTILINE) == [
        ("diff", "python"),
        ("eol", "lf"),
        ("linguist-generated", "unset"),
    ]
