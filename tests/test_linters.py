"""What is generated passes ruff and flake8 as they come, where its source does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from case_files import case_paths, read_case

from codegen.import_lines import ImportLine, in_groups

ROOT = Path(__file__).parents[1]
# Of ruff what has been on from its first versions, and that imports are in order.
RULES = "E4,E7,E9,F,I"
# As black's documentation has it.
FLAKE8 = ["--isolated", "--max-line-length=88", "--extend-ignore=E203,W503"]
# Where the source gives a name a value that is not read again, and the name has another use there.
NOT_READ = {
    "argument_written_in_one_arm_and_named_anew_in_another",
    "call_that_fills_an_array_until_it_returns",
    "list_replaced_before_an_early_return",
    "raise_behind_other_statements",
    "rows_handed_on_without_annotations",
}

Found = Mapping[str, set[str]]


def ruff(folder: Path) -> Found:
    """What ruff says of the files of a folder: codes by the names of files."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ruff",
            "check",
            "--isolated",
            "--no-cache",
            "--select",
            RULES,
            "--output-format",
            "json",
            folder,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    found = defaultdict(set)
    for one in json.loads(done.stdout):
        found[Path(one["filename"]).stem].add(one["code"])
    return found


def flake8(folder: Path) -> Found:
    """The same of flake8."""
    done = subprocess.run(
        [sys.executable, "-m", "flake8", *FLAKE8, "--format=%(path)s:%(code)s", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    found = defaultdict(set)
    for line in done.stdout.splitlines():
        path, _, code = line.rpartition(":")
        found[Path(path).stem].add(code)
    return found


def written(folder: Path, paths: list[Path]) -> tuple[Path, Path]:
    """The sources and the outputs of cases, and of the examples, each in a folder of their own."""
    sources, outputs = folder / "sources", folder / "outputs"
    sources.mkdir()
    outputs.mkdir()
    for path in paths:
        case = read_case(path)
        (sources / path.name).write_text(case.source)
        (outputs / path.name).write_text(case.output)
    for path in (ROOT / "generated").glob("*.py"):
        shutil.copy(path, outputs)
        shutil.copy(ROOT / "examples" / path.name.replace("_notes", ""), sources / path.name)
    return sources, outputs


def check(linter: Callable[[Path], Found], folder: Path, paths: list[Path]) -> None:
    sources, outputs = written(folder, paths)
    given, made = linter(sources), linter(outputs)
    new = {name: codes - given.get(name, set()) for name, codes in made.items()}
    assert {
        name: codes for name, codes in new.items() if codes - ({"F841"} if name in NOT_READ else set())
    } == {}


@pytest.mark.skipif(find_spec("ruff") is None, reason="ruff is not there")
def test_ruff_finds_nothing_new(tmp_path: Path) -> None:
    check(ruff, tmp_path, case_paths())


with_flake8 = pytest.mark.skipif(find_spec("flake8") is None, reason="flake8 is not there")


@with_flake8
def test_flake8_finds_nothing_new(tmp_path: Path) -> None:
    check(flake8, tmp_path, case_paths()[::10])


@with_flake8
@pytest.mark.exhaustive
def test_flake8_finds_nothing_new_in_all_cases(tmp_path: Path) -> None:
    check(flake8, tmp_path, case_paths())


STANDARD, INSTALLED = ImportLine("import math"), ImportLine("import numpy as np")
OWN, NEAR = (
    ImportLine("from out.a import f_forward", own=True),
    ImportLine("from .b import g_forward", own=True),
)


@pytest.mark.parametrize(
    ("source", "others", "expected"),
    [
        ("", [INSTALLED, STANDARD], "import math\n\nimport numpy as np"),
        (
            "import os\n\nimport scipy",
            [STANDARD, INSTALLED],
            "import math\nimport os\n\nimport numpy as np\nimport scipy",
        ),
        (
            "import scipy\n\nfrom mine import x",
            [INSTALLED],
            "import numpy as np\nimport scipy\n\nfrom mine import x",
        ),
        ("import zlib", [NEAR, OWN, INSTALLED], "import zlib\n\n{1}\n\n{2}\n\n{3}"),
        ("from math import exp", [STANDARD], "import math\nfrom math import exp"),
        ("import zlib\nimport scipy\nimport abc", [], "import zlib\nimport scipy\nimport abc"),
        ("import zlib\n\n\n\nimport abc", [], "import zlib\n\nimport abc"),
    ],
)
def test_an_import_stands_in_its_group(source: str, others: list[ImportLine], expected: str) -> None:
    rows = source.split("\n")
    lines = [ImportLine(text, (number, number)) for number, text in enumerate(rows, 1) if text]
    expected = expected.format("", INSTALLED.text, OWN.text, NEAR.text)
    assert "\n".join(in_groups([*lines, *others], rows)) == expected
