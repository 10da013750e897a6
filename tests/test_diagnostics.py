"""Problems for machines: what each format says of them, and that exit codes stay as they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.cli import main
from codegen.diagnostics import Finding, written
from codegen.problems import Problem

jsonschema = pytest.importorskip("jsonschema", reason="the extra `test` is not installed")

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif.json").read_text(encoding="utf-8"))
BAD = "def f(x):\n    return mystery(x) + other(x)\n"
GOOD = "def f(x):\n    return x * x\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Run:
    """Runs the command in a folder with a bad source, a good one and a configuration."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "bad.py").write_text(BAD, encoding="utf-8")
    (tmp_path / "bad.py").write_text(BAD, encoding="utf-8")
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = good.py bad.py\noutput = out\n")

    def carried_out(*words: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        code = main(list(words))
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return carried_out


def test_json_has_each_problem_with_its_place(run: Run) -> None:
    code, out, err = run("generate", "a b/bad.py", "--output-format", "json")
    assert (code, err) == (1, "")
    first, second = json.loads(out)
    assert first["path"] == "a b/bad.py" and first["code"] == "E109"
    assert (first["line"], first["column"], first["end_column"]) == (2, 12, 19)
    assert "mystery" in first["message"] and first["help"]
    assert second["column"] == 25


def test_github_has_a_line_for_each_problem(run: Run) -> None:
    code, out, _ = run("build", "--no-cache", "-j", "1", "--output-format", "github")
    assert code == 1
    lines = out.splitlines()
    assert len(lines) == 2
    place = "file=bad.py,line=2,col=12,endColumn=19,title=backprop E109"
    assert lines[0].startswith(f"::error {place}::") and "%0Ahelp: " in lines[0]


def test_what_has_a_meaning_in_a_command_of_github_is_escaped() -> None:
    found = [Finding("a,b:c.py", Problem(1, 1, "E101", "100%\nof: it", "one\r\ntwo"))]
    text = written("github", found, {})
    assert text.count("\n") == 1
    assert "file=a%2Cb%3Ac.py" in text and "::100%25%0Aof: it%0Ahelp: one%0D%0Atwo" in text


@pytest.mark.parametrize("command", ["generate", "build", "check"])
def test_sarif_is_as_its_schema_has_it(run: Run, command: str) -> None:
    words = {"generate": ["a b/bad.py"]}.get(command, ["--no-cache", "-j", "1"])
    code, out, err = run(command, *words, "--output-format", "sarif")
    assert (code, err) == (1, "")
    log = json.loads(out)
    jsonschema.validate(log, SCHEMA, cls=jsonschema.Draft7Validator)
    (one,) = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    for result in one["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    places = [result["locations"][0]["physicalLocation"] for result in one["results"]]
    uris = {place["artifactLocation"]["uri"] for place in places}
    assert ("a%20b/bad.py" if command == "generate" else "bad.py") in uris
    assert {"startLine": 2, "startColumn": 12, "endColumn": 19} in [place["region"] for place in places]
    assert ("stale" in rules and any("good" in uri for uri in uris)) == (command == "check")


def test_where_nothing_is_wrong_that_is_said(run: Run, tmp_path: Path) -> None:
    assert run("generate", "good.py", "-o", "made.py", "--output-format", "json")[:2] == (0, "[]\n")
    assert run("build", "good.py", "--no-cache", "-j", "1", "--output-format", "github") == (0, "", "")
    code, out, _ = run("check", "good.py", "--no-cache", "-j", "1", "--output-format", "sarif")
    assert code == 0 and json.loads(out)["runs"][0]["results"] == []
    code, out, _ = run("generate", "good.py", "--output-format", "json")
    assert code == 0 and "def f_backward" in out


def test_a_file_that_is_not_there_is_a_finding_too(run: Run) -> None:
    code, out, _ = run("generate", "missing.py", "--output-format", "json")
    assert code == 1 and json.loads(out)[0]["path"] == "missing.py"
