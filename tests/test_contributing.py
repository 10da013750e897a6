"""The diffs of CONTRIBUTING.md apply to the project as it is, and what they add works."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DIFF = re.compile(r"<!-- diff: (\w+) -->\n```diff\n(.*?)^```$", re.DOTALL | re.MULTILINE)
DIFFS = dict(DIFF.findall(PAGE))
COPIED = (
    "codegen",
    "templates",
    "docs",
    "tests",
    "setup.cfg",
    "pyproject.toml",
    "README.md",
    "CONTRIBUTING.md",
)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git applies the diffs")


def commands_behind(name: str) -> list[list[str]]:
    """The commands that the page names behind a diff."""
    behind = PAGE.split(f"<!-- diff: {name} -->", 1)[1]
    block = re.search(r"```console\n(.*?)```", behind, flags=re.DOTALL)
    assert block is not None
    return [shlex.split(line[2:]) for line in block[1].splitlines() if line.startswith("$ ")]


def run(command: list[str], cwd: Path, given: str | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(cwd), "GIT_CEILING_DIRECTORIES": str(cwd.parent)}
    done = subprocess.run(
        command, cwd=cwd, env=environment, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def test_a_gate_a_statement_and_an_error_code_are_shown() -> None:
    assert list(DIFFS) == ["gate", "statement", "code"]


@pytest.mark.parametrize("name", DIFFS)
def test_a_diff_applies_to_the_project(name: str) -> None:
    run(["git", "apply", "--check", "-"], ROOT, DIFFS[name])


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", DIFFS)
def test_what_a_diff_adds_works(name: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for part in COPIED:
        whole = ROOT / part
        if whole.is_dir():
            shutil.copytree(whole, project / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(whole, project / part)
    run(["git", "apply", "-"], project, DIFFS[name])
    for word, *rest in commands_behind(name):
        assert word == "python"
        said = run([sys.executable, *rest], project)
        assert "pytest" not in rest or re.search(r"[1-9]\d* passed", said), said
