"""The hooks of git that the project offers to pre-commit, run by pre-commit in a user's repository."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.cli import main

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SOURCE = "def area(w, h):\n    a = w * h\n    return a\n"
OTHER = "def area(w, h):\n    a = w * h * 2.0\n    return a\n"
CONFIGURATION = "[backprop]\nsources = models/*.py\noutput = generated\n"

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not there"),
    pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"),
]

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a repository of a user's, with nothing generated; gives its code and what it says."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT_"))]:
        monkeypatch.delenv(name)
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PRE_COMMIT_HOME": str(tmp_path / "installed"),
        "PRE_COMMIT_COLOR": "never",
        "PYTHONPATH": str(ROOT),
    }.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "theirs"
    (folder / "models").mkdir(parents=True)
    (folder / "setup.cfg").write_text(CONFIGURATION)
    (folder / "models" / "shapes.py").write_text(SOURCE)
    monkeypatch.chdir(folder)

    def run(*command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return done.returncode, done.stdout

    initialised(run)
    return run


def initialised(run: Run) -> None:
    for command in (
        ("git", "init", "-q", "-b", "main"),
        ("git", "config", "user.name", "Somebody"),
        ("git", "config", "user.email", "somebody@example.org"),
        ("git", "add", "--all"),
    ):
        assert run(*command) == (0, "")


def pre_commit(run: Run, *arguments: str) -> tuple[int, str]:
    return run(sys.executable, "-m", "pre_commit", *arguments)


def hooked(run: Run, *names: str) -> None:
    """Has the user's repository run hooks as they are written down here, with this Python and without pip."""
    text = HOOKS.read_text()
    described = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)[1:]
    chosen = "".join(one for one in described if re.match(r"- id: (\S+)", one)[1] in names)  # type: ignore[index]
    local = chosen.replace("entry: backprop", f"entry: {sys.executable} -m codegen")
    local = local.replace("language: python", "language: system")
    indented = re.sub(r"^(?=.)", "      ", local, flags=re.MULTILINE)
    Path(".pre-commit-config.yaml").write_text(f"repos:\n  - repo: local\n    hooks:\n{indented}")
    assert run("git", "add", ".pre-commit-config.yaml") == (0, "")
    assert pre_commit(run, "install")[0] == 0


def commit(run: Run) -> tuple[int, str]:
    return run("git", "commit", "-q", "-m", "Something")


@pytest.mark.exhaustive
def test_what_is_offered_is_well_formed(run: Run) -> None:
    assert pre_commit(run, "validate-manifest", str(HOOKS)) == (0, "")


def test_a_commit_waits_until_what_is_generated_is_in_it(run: Run) -> None:
    hooked(run, "backprop-build")
    output = Path("generated", "shapes.py")
    code, said = commit(run)
    assert code == 1
    assert "wrote generated/shapes.py" in said
    assert "generated/shapes.py is not in git's index" in said
    # It is there now, and still would be in no commit.
    code, said = commit(run)
    assert code == 1
    assert "wrote" not in said
    assert "generated/shapes.py is not in git's index" in said
    assert run("git", "add", "generated")[0] == 0
    assert commit(run)[0] == 0
    assert run("git", "show", "HEAD:generated/shapes.py")[1] == output.read_text()


@pytest.mark.exhaustive
def test_a_commit_of_a_source_alone_is_stopped(run: Run) -> None:
    hooked(run, "backprop-build")
    assert main(["build", "-q"]) == 0
    assert run("git", "add", "generated")[0] == 0
    assert commit(run)[0] == 0
    Path("models", "shapes.py").write_text(OTHER)
    code, said = run("git", "commit", "-q", "-a", "-m", "Another")
    assert code == 1
    assert "wrote generated/shapes.py" in said
    assert "files were modified by this hook" in said
    assert "2.0" in Path("generated", "shapes.py").read_text()
    assert run("git", "commit", "-q", "-a", "-m", "Another")[0] == 0
    assert "2.0" in run("git", "show", "HEAD:generated/shapes.py")[1]


@pytest.mark.exhaustive
@pytest.mark.parametrize("changed", ["models/shapes.py", "setup.cfg", "generated/shapes.py"])
def test_a_check_shows_what_is_stale_and_writes_nothing(run: Run, changed: str) -> None:
    hooked(run, "backprop-check")
    assert main(["build", "-q"]) == 0
    assert run("git", "add", "generated")[0] == 0
    assert commit(run)[0] == 0
    Path(changed).write_text(
        {
            "models/shapes.py": OTHER,
            "setup.cfg": f"{CONFIGURATION}style = notes\n",
            "generated/shapes.py": Path("generated/shapes.py").read_text().replace("dw = h", "dw = w"),
        }[changed]
    )
    before = Path("generated/shapes.py").read_text()
    code, said = run("git", "commit", "-q", "-a", "-m", "Another")
    assert code == 1
    assert "--- generated/shapes.py\n+++ generated/shapes.py\n" in said
    assert "generated/shapes.py is not what its source gives now: run backprop build" in said
    assert Path("generated/shapes.py").read_text() == before


@pytest.mark.exhaustive
def test_a_check_asks_for_what_would_be_in_no_commit(run: Run) -> None:
    hooked(run, "backprop-check")
    assert main(["build", "-q"]) == 0
    code, said = commit(run)
    assert code == 1
    assert "generated/shapes.py is not in git's index: look at it, and git add it" in said
    # Who does not want it in the repository says so.
    Path(".gitignore").write_text("generated/\n")
    assert commit(run)[0] == 0


@pytest.mark.exhaustive
def test_a_commit_of_other_files_runs_no_hook(run: Run) -> None:
    hooked(run, "backprop-build", "backprop-check")
    assert run("git", "reset", "-q")[0] == 0
    Path("notes.txt").write_text("nothing\n")
    assert run("git", "add", "notes.txt", ".pre-commit-config.yaml")[0] == 0
    code, said = commit(run)
    assert code == 0
    assert said.count("(no files to check)Skipped") == 2
    assert not Path("generated").exists()


@pytest.mark.exhaustive
def test_a_configuration_below_the_top_is_named(run: Run) -> None:
    Path("part").mkdir()
    assert run("git", "mv", "setup.cfg", "models", "part")[0] == 0
    hooked(run, "backprop-build")
    configuration = Path(".pre-commit-config.yaml")
    configuration.write_text(f"{configuration.read_text()}        args: [--config, part/setup.cfg]\n")
    assert run("git", "add", configuration.name)[0] == 0
    code, said = commit(run)
    assert code == 1
    assert "wrote part/generated/shapes.py" in said
    assert "part/generated/shapes.py is not in git's index" in said
    assert run("git", "add", "part")[0] == 0
    assert commit(run)[0] == 0


def test_outside_of_a_repository_a_hook_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = a.py\noutput = out\n")
    (tmp_path / "a.py").write_text(SOURCE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SystemExit) as caught:
        main(["build", "-q", "--hook"])
    assert caught.value.code == 2
    assert "--hook asks git which outputs it has: fatal: not a git repository" in capsys.readouterr().err


@pytest.mark.exhaustive
def test_pre_commit_installs_the_hooks_and_runs_them(run: Run, tmp_path: Path) -> None:
    """As the user does it: the hooks come out of a commit, and into an environment of their own."""
    ours = tmp_path / "ours"
    skipped = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("codegen", "templates"):
        shutil.copytree(ROOT / name, ours / name, ignore=skipped)
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", HOOKS.name):
        shutil.copy(ROOT / name, ours)
    (ours / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "backprop.1", ours / "docs")
    theirs = Path.cwd()
    os.chdir(ours)
    initialised(run)
    assert commit(run)[0] == 0
    revision = run("git", "rev-parse", "HEAD")[1].strip()
    os.chdir(theirs)
    os.environ.pop("PYTHONPATH")
    Path(".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: file://{ours}\n    rev: {revision}\n"
        "    hooks:\n      - id: backprop-build\n      - id: backprop-check\n"
    )
    assert run("git", "add", ".pre-commit-config.yaml")[0] == 0
    code, said = pre_commit(run, "run")
    assert code == 1
    assert "wrote generated/shapes.py" in said, said
    assert run("git", "add", "generated")[0] == 0
    code, said = pre_commit(run, "run")
    assert (code, said.count("Passed")) == (0, 2), said
    code, said = pre_commit(run, "try-repo", str(ours), "backprop-check", "--all-files")
    assert (code, said.count("Passed")) == (0, 1), said
