"""What the README shows is what happens."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import codegen
from codegen import config
from codegen.cli import main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


SOURCE, PASSES, AFFINE, IN_PROCESS, MODEL, OF_MODEL, GATE = blocks("python")
PROBLEM, REPORT = blocks("text")


def body(module: str) -> str:
    """A generated module without its header."""
    return module[module.index("import ") :].rstrip("\n") + "\n"


def test_the_passes_are_those_of_the_function() -> None:
    assert body(codegen.generate(SOURCE, final="staged")) == PASSES


def test_the_source_is_that_of_the_examples() -> None:
    assert SOURCE.partition("def ")[2] in (ROOT / "examples" / "notes.py").read_text(encoding="utf-8")


def test_the_annotated_function_generates() -> None:
    assert "return dw, db\n" in codegen.generate(AFFINE)


def test_a_build_of_two_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "layers.py").write_text(AFFINE)
    (tmp_path / "models.py").write_text(MODEL)
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = *.py\noutput = generated\n")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "-j", "1", "--no-cache", "--quiet"]) == 0
    assert body((tmp_path / "generated" / "models.py").read_text()) == OF_MODEL


def test_the_problem_is_told_like_this(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    lines = [line.strip() for line in PROBLEM.splitlines() if line.startswith("    ")]
    assert len(lines) == 3
    (tmp_path / "model.py").write_text(f"def loss(w, x):\n    e = w * x\n    {lines[0]}\n")
    monkeypatch.chdir(tmp_path)
    assert main(["generate", "model.py"]) == 1
    assert capsys.readouterr().err == PROBLEM


def test_the_session_prints_the_report(tmp_path: Path) -> None:
    path = tmp_path / "session.py"
    path.write_text(IN_PROCESS)
    spec = importlib.util.spec_from_file_location("session", path)
    assert spec is not None
    assert spec.loader is not None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    # Rounding differs from one machine to another.
    rounding = re.compile(r"\d\.\de-\d\d|0\.0e\+00|-?\d+\.\d+")
    assert rounding.sub("#", printed.getvalue()).split() == rounding.sub("#", REPORT).split()


def test_both_configurations_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "loss.py").write_text("")
    found = []
    for kind, name in (("ini", "setup.cfg"), ("toml", "pyproject.toml")):
        (tmp_path / name).write_text(blocks(kind)[0])
        found.append(config.load(tmp_path / name).outputs)
    assert found[0] == found[1]
    assert [output.style for output in found[0]] == ["clean", "notes"]


def test_every_key_of_the_configuration_is_explained() -> None:
    rows = [row.split("|")[1:3] for row in TEXT.splitlines() if row.startswith("| `")]
    keys = {(key, where.strip()) for names, where in rows for key in re.findall(r"`(\w+)`", names)}
    for known, place in ((config.GLOBAL_KEYS, "all"), (config.OUTPUT_KEYS, "one")):
        assert {key for key, where in keys if place in where} == set(known)


def test_the_gate_is_understood(tmp_path: Path) -> None:
    (tmp_path / "gates.py").write_text(GATE)
    source = "import numpy as np\n\n\ndef f(x: 'N'):\n    return x / (1 + np.abs(x))\n"
    text = codegen.generate(source, templates=str(tmp_path / "gates.py"))
    assert "dx = dout / (1 + np.abs(x)) ** 2\n" in text


def test_the_commands_are_understood() -> None:
    commands = re.findall(r"^    backprop (.*?)   ", TEXT, re.MULTILINE)
    assert len(commands) == 18
    for command in commands:
        with pytest.raises(SystemExit) as stopped, contextlib.redirect_stdout(io.StringIO()):
            main([*shlex.split(command), "--help"])
        assert stopped.value.code == 0


def test_the_make_targets_are_there() -> None:
    listed = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", TEXT):
        if target in ("demo", "test", "check"):
            assert f"\n{target}: " in listed


def test_the_demo_prints_the_notes_gradients(tmp_path: Path) -> None:
    text = codegen.generate(
        (ROOT / "examples" / "notes.py").read_text(encoding="utf-8"),
        final=("circuit", "neuron", "staged"),
        style="notes",
    )
    (tmp_path / "demo.py").write_text(text)
    command = [sys.executable, str(ROOT / "docs" / "demo.py"), str(tmp_path / "demo.py")]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "circuit(x=-2, y=5, z=-4) = -12\n    dx = -4\n    dy = -4\n    dz = 3\n" in out
