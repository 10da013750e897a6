"""Maps of generated files, and what `backprop where` says of their lines and of tracebacks."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.cli import main

SOURCE = """\
import numpy as np


def net(x: "N D", w: "D M"):
    h = np.tanh(x @ w)
    return np.sum(h * h)
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder with a source."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "model.py").write_text(SOURCE, encoding="utf-8")

    def carried_out(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return carried_out


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_map_says_line_gate_and_reason(run: Run, tmp_path: Path) -> None:
    assert run("generate", "src/model.py", "-o", "grad.py", "--map")[0] == 0
    whole = json.loads((tmp_path / "grad.py.map.json").read_text(encoding="utf-8"))
    assert whole["source"] == "src/model.py"
    number = line_of(tmp_path / "grad.py", "dw = ")
    (entry,) = (one for one in whole["entries"] if one["lines"] == [number, number])
    assert entry["source"] == [5] and entry["role"] == "backward gradient"
    assert any("matmul" in gate for gate in entry["gates"])
    assert any("transposed" in reason for reason in entry["reasons"])
    lines = (tmp_path / "grad.py").read_text(encoding="utf-8").split("\n")
    covered = {n for one in whole["entries"] for n in range(one["lines"][0], one["lines"][1] + 1)}
    begin = next(n for n, line in enumerate(lines, 1) if line.startswith("def net_forward"))
    assert {n for n, line in enumerate(lines, 1) if n >= begin and line.strip()} <= covered


def test_a_line_is_told_by_the_map_beside_its_file(run: Run, tmp_path: Path) -> None:
    run("generate", "src/model.py", "-o", "grad.py", "--map")
    code, out, _ = run("where", f"grad.py:{line_of(tmp_path / 'grad.py', 'dw = ')}")
    assert code == 0 and out.startswith("src/model.py:5: h = np.tanh(x @ w)\n")
    assert "    A part of line" not in out.split("\n")[0]
    assert "no line of a pass" in run("where", "grad.py:1")[1]


def test_a_line_of_a_configured_file_needs_no_map(run: Run, tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = src/*.py\noutput = out\n")
    assert run("build", "--no-cache", "-j", "1", "-q")[0] == 0
    (made,) = (tmp_path / "out").glob("*.py")
    code, out, _ = run("where", f"out/{made.name}:{line_of(made, 'dx = ')}")
    assert code == 0 and re.match(r".*src/model\.py:5: h = ", out)
    made.write_text(made.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    code, _, err = run("where", f"out/{made.name}:12")
    assert code == 1 and "E015" in err


def test_a_file_that_has_changed_or_has_no_map_is_told(run: Run, tmp_path: Path) -> None:
    run("generate", "src/model.py", "-o", "grad.py", "--map")
    path = tmp_path / "grad.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "not what its map is of" in run("where", "grad.py:12")[2]
    assert "nothing says" in run("where", "src/model.py:2")[2]
    (tmp_path / "grad.py.map.json").write_text("[]", encoding="utf-8")
    assert "cannot be read" in run("where", "grad.py:12")[2]
    with pytest.raises(SystemExit):
        run("where", "grad.py")
    with pytest.raises(SystemExit):
        run("generate", "src/model.py", "--map")


def test_a_traceback_is_read_back_to_the_source(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("generate", "src/model.py", "-o", "grad.py", "--map")
    code = "import numpy as np, grad\n_, c = grad.net_forward(np.ones((2, 3)), np.ones((3, 4)))\n"
    code += "grad.net_backward('no number', c)\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert "Traceback" in done.stderr
    monkeypatch.setattr(sys, "stdin", io.StringIO(done.stderr))
    status, out, _ = run("where", "-")
    assert status == 0
    assert re.search(
        r'^  File ".*grad\.py", line \d+.*\n    from \S*src/model\.py:6: return np\.sum', out, re.M
    )
    assert "".join(line for line in out.splitlines(keepends=True) if "  from " not in line) == done.stderr
