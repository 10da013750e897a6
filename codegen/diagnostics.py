"""Problems for machines: JSON, the annotations of GitHub's workflows, and SARIF for tools that show findings.

Each is the whole of what is written on standard output; where nothing is to be told, JSON and SARIF say so.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from codegen import __version__
from codegen.files import Located
from codegen.problems import Problem

STALE = "stale"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Titles = Mapping[str, str]


@dataclass(frozen=True)
class Finding:
    """A problem of a file. `path` is relative to the current folder where it lies in that."""

    path: str
    problem: Problem


def findings(failures: Iterable[Located], stale: Iterable[str] = ()) -> list[Finding]:
    """All findings: problems of sources, and files that are not what their source gives now."""
    found = [
        Finding(_relative(located.path), problem) for located in failures for problem in located.problems
    ]
    message, way = "this is not what its source gives now", "run backprop build"
    return found + [Finding(_relative(path), Problem(1, 1, STALE, message, way)) for path in stale]


def _relative(path: str) -> str:
    if not os.path.isabs(path):
        return path
    with contextlib.suppress(ValueError):
        return Path(path).relative_to(Path.cwd()).as_posix()
    return path


def written(form: str, found: Sequence[Finding], titles: Titles) -> str:
    """The findings in a format; `titles` say what each code means."""
    return FORMATS[form](found, titles)


def _json(found: Sequence[Finding], _: Titles) -> str:
    rows = [
        {
            "path": one.path,
            "line": max(one.problem.line, 1),
            "column": max(one.problem.column, 1),
            "end_column": one.problem.end or None,
            "code": one.problem.code,
            "message": one.problem.message,
            "help": one.problem.help or None,
        }
        for one in found
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _github(found: Sequence[Finding], _: Titles) -> str:
    """Workflow commands, as GitHub's documentation describes them: one line a finding."""
    lines = []
    for one in found:
        problem = one.problem
        place = {"file": one.path, "line": str(max(problem.line, 1)), "col": str(max(problem.column, 1))}
        place |= {"endColumn": str(problem.end)} if problem.end else {}
        place["title"] = f"backprop {problem.code}"
        said = ",".join(f"{key}={_escaped(value, property=True)}" for key, value in place.items())
        text = problem.message + (f"\nhelp: {problem.help}" if problem.help else "")
        lines.append(f"::error {said}::{_escaped(text)}\n")
    return "".join(lines)


def _escaped(text: str, *, property: bool = False) -> str:
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *([(":", "%3A"), (",", "%2C")] if property else [])]
    for letter, code in pairs:
        text = text.replace(letter, code)
    return text


def _sarif(found: Sequence[Finding], titles: Titles) -> str:
    """A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""
    codes = sorted({one.problem.code for one in found})
    rules = [
        {"id": code, "shortDescription": {"text": titles.get(code, "a file that is not up to date")}}
        for code in codes
    ]
    driver = {"name": "backprop", "version": __version__, "rules": rules}
    results = [_result(one, codes) for one in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _result(one: Finding, codes: Sequence[str]) -> dict[str, Any]:
    problem = one.problem
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    region |= {"endColumn": problem.end} if problem.end > problem.column else {}
    place = {"artifactLocation": {"uri": _uri(one.path)}, "region": region}
    text = problem.message + (f" ({problem.help})" if problem.help else "")
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": "error",
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    """A path as a reference: of a relative one that, of an absolute one with its scheme."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path.replace("\\", "/"))


FORMATS: Mapping[str, Callable[[Sequence[Finding], Titles], str]] = {
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
