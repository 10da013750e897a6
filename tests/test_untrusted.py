"""Text that nobody trusts is read and never run: sources, gate files and names made to get something done.

The commands run in a process that watches itself (tests/audited.py), beside modules that leave a file behind
when they are imported.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attacks import CODECS, DECODED, FILES, FUNCTION, GATES, SOURCES
from case_files import case_paths, read_case

from codegen.cli import main

ROOT = Path(__file__).parents[1]
BESIDE = ("evil_module", "black", "astor", "numpy", "ast", "json", "org/python/core")


def watched(folder: Path, jobs: list[list[str]]) -> dict[str, Any]:
    """What a process that watches itself tells of some commands."""
    for name in BESIDE:
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("open('ran', 'w')\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    own = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    places = {"XDG_CACHE_HOME": str(folder / "cache"), "TMPDIR": str(folder)}
    command = [sys.executable, str(ROOT / "tests" / "audited.py"), str(folder)]
    done = subprocess.run(
        command, input=json.dumps(jobs), text=True, env=kept | own | places, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not (folder / "ran").exists()
    report: dict[str, Any] = json.loads((folder / "report.json").read_text())
    return report


def refused_or_done(folder: Path, jobs: list[list[str]]) -> None:
    """Holds that commands do nothing that is forbidden, and end as they do with any other file."""
    report = watched(folder, jobs)
    rows = zip(jobs, report["codes"], report["said"])
    assert not [f"{' '.join(job)}: {code}: {said}" for job, code, said in rows if code not in (0, 1)]
    assert not report["seen"]


def test_what_a_command_runs_is_seen(tmp_path: Path) -> None:
    """So the others can fail: `cache` runs the source."""
    (tmp_path / "m.py").write_text(f"import evil_module\n{FUNCTION}")
    (seen,) = watched(tmp_path, [["cache", "m.py:f", "--like", "x=3"]])["seen"]
    assert "<passes of m.py>" in seen


def test_no_text_is_run(tmp_path: Path) -> None:
    jobs = []
    for number, text in enumerate(SOURCES.values()):
        name = f"m{number}.py"
        (tmp_path / name).write_text(text)
        ast.parse(text)
        jobs += [["generate", name, "-o", f"o{number}.py", "--map"], ["explain", f"{name}:f"]]
        jobs += [["generate", name, "--script", "-o", "o.py"]]
        jobs += [["page", name, "-o", "page.html"]] if number % 5 == 0 else []
    for name in CODECS:
        (tmp_path / f"coded_{name}.py").write_text(f"# coding: {name}\n{DECODED}", encoding="utf-8")
        jobs.append(["generate", f"coded_{name}.py", "-o", f"decoded_{name}.py"])
    (tmp_path / "m.py").write_text("import ours\n\n\ndef f(x):\n    y = ours.g(x)\n    return y\n")
    for number, text in enumerate(GATES.values()):
        (tmp_path / f"gates{number}.py").write_text(text)
        ast.parse(text)
        jobs.append(["generate", "m.py", "--templates", f"gates{number}.py", "-o", f"p{number}.py"])
    jobs.append(["init", "-j", "1"])
    refused_or_done(tmp_path, jobs)
    assert "m0.py" in (tmp_path / "pyproject.toml").read_text()
    assert len(list(tmp_path.glob("o*.py"))) > len(SOURCES) / 2
    for path in tmp_path.glob("decoded_*.py"):
        assert "evil_module" not in path.read_text(encoding="utf-8")


def test_no_build_runs_a_text(tmp_path: Path) -> None:
    """Over several processes, with modules that import each other, with what was kept and without."""
    (tmp_path / "models").mkdir()
    for number, text in enumerate(SOURCES.values()):
        (tmp_path / "models" / f"m{number}.py").write_text(f"from .m{number + 1} import f as after\n{text}")
    (tmp_path / "models" / "__init__.py").write_text(SOURCES["statements of the module"])
    (tmp_path / "gates.py").write_text(GATES["a line of a gate"])
    general = "[backprop]\nsources = models/*.py\noutput = out\n"
    (tmp_path / "setup.cfg").write_text(general)
    (tmp_path / "gated.cfg").write_text(f"{general}templates = gates.py\n")
    jobs = [["build", "-j", "2"], ["check", "-j", "1"], ["check", "-j", "1", "--no-cache"]]
    jobs += [["where", "out/m1.py:8"], ["check", "--output-format", "sarif", "--config", "gated.cfg"]]
    refused_or_done(tmp_path, jobs)
    assert list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("name", FILES)
def test_names_of_files_are_no_more_than_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the output, and on a terminal."""
    monkeypatch.chdir(tmp_path)
    Path(f"{name}.py").write_text(FUNCTION)
    assert main(["generate", f"{name}.py"]) == 0
    made = capsys.readouterr().out
    assert [type(node) for node in ast.parse(made).body] == [ast.Expr, ast.FunctionDef, ast.FunctionDef]
    assert made.partition("\n")[0].isprintable()
    Path(f"{name}.py").write_text("def f(x):\n    return x + error\n")
    assert main(["generate", f"{name}.py"]) == 1
    first = capsys.readouterr().err.partition("\n")[0]
    assert first.isprintable()
    assert first.endswith(".py:2:16: error[E109]: error is not bound")


def test_the_current_folder_is_no_place_for_modules_of_the_program(tmp_path: Path) -> None:
    """`python -m` puts it in front of all others."""
    for name in ("black", "argparse", "org"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')\n")
    (tmp_path / "m.py").write_text("def f(x):\n    return [x, x ** 2 if x else (x, )]\n")
    command = [sys.executable, "-m", "codegen", "generate", "m.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert b"imported" not in done.stderr


def test_what_each_command_runs_is_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, flags=re.MULTILINE)
    rows = re.findall(r"^\| (.*?) \|", (ROOT / "SECURITY.md").read_text(), flags=re.MULTILINE)
    said = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    assert {"generate", "grade"} <= set(commands) <= said


def test_what_python_thinks_of_a_text_is_not_told_where_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text('def f(x):\n    assert x is 3, "\\d"\n    return x * 2\n')
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = m.py\noutput = out\n")
    command = [sys.executable, "-W", "error::SyntaxWarning", "-m", "codegen", "build", "--no-cache"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.exhaustive
def test_no_source_of_the_tests_is_run(tmp_path: Path) -> None:
    texts = {f"refused_{path.name}": path.read_text() for path in ROOT.glob("tests/refusals/*.py")}
    texts |= {path.name: read_case(path).source for path in case_paths()}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    refused_or_done(tmp_path, [["generate", name, "-o", "o.py"] for name in texts])
