"""Same input, same bytes: for every hash seed, every Python, every order of files and functions."""

from __future__ import annotations

import ast
import functools
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from case_files import case_paths, read_case

from codegen.generate import Options, generate_module

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.10", "3.11", "3.12", "3.13")

# Prints a digest for each source; runs in whatever Python is asked for.
DIGESTS = """
import hashlib, json, sys
from pathlib import Path
from codegen.generate import Options, generate_module

found = {}
for path in sys.argv[1:]:
    text = Path(path).read_text(encoding="utf-8").partition("\\n# output\\n")[0]
    for style in ("clean", "notes"):
        output = generate_module(text, Path(path).name, Options(style=style))
        name = f"{Path(path).parent.name} {Path(path).stem} {style}"
        found[name] = hashlib.sha256(output.encode()).hexdigest()
print(json.dumps(found))
"""


def sources() -> list[Path]:
    """The examples, and every tenth case."""
    cases = [path for path in case_paths() if not read_case(path).not_yet]
    return [*sorted((ROOT / "examples").glob("*.py")), *cases[::10]]


def digests_of(python: str, seed: str) -> dict[str, str]:
    """What another process makes of the sources."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    command = [python, "-c", DIGESTS, *(str(path) for path in sources())]
    found = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert found.returncode == 0, found.stderr
    digests: dict[str, str] = json.loads(found.stdout)
    return digests


@functools.cache
def digests_here() -> dict[str, str]:
    """What this process makes of them."""
    found = {}
    for path in sources():
        text = path.read_text(encoding="utf-8").partition("\n# output\n")[0]
        for style in ("clean", "notes"):
            output = generate_module(text, path.name, Options(style=style))
            found[f"{path.parent.name} {path.stem} {style}"] = hashlib.sha256(output.encode()).hexdigest()
    return found


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", ["1"])
def test_same_bytes_for_every_hash_seed(seed: str) -> None:
    assert digests_of(sys.executable, seed) == digests_here()


def pythons(version: str) -> list[str]:
    """The interpreters of a version that are there, those of `.ci/test-all` first."""
    candidates = [
        ROOT / ".venvs" / version / "bin" / "python",
        *([Path(on_path)] if (on_path := shutil.which(f"python{version}")) else []),
        *sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python")),
    ]
    return [str(path) for path in candidates if path.exists() and runs(str(path), f"{version}.", "")]


def runs(python: str, version: str, modules: str) -> bool:
    """Whether an interpreter starts, is of a version, and has modules."""
    code = f"import sys{modules}; assert sys.version.startswith({version!r})"
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("version", VERSIONS)
def test_same_bytes_on_every_python(version: str) -> None:
    found = pythons(version)
    if not found:
        pytest.skip(f"Python {version} is not here")
    equipped = [python for python in found if runs(python, f"{version}.", ", astor, black")]
    if not equipped:
        pytest.skip(f"Python {version} is here without astor and black")
    assert digests_of(equipped[0], "0") == digests_here()


@pytest.mark.parametrize("seed", range(1))
@pytest.mark.exhaustive
def test_same_bytes_in_every_order_of_sources(seed: int) -> None:
    """Nothing that one source leaves behind shows in the next."""
    paths = sources()
    random.Random(seed).shuffle(paths)
    for path in paths:
        text = path.read_text(encoding="utf-8").partition("\n# output\n")[0]
        output = generate_module(text, path.name, Options())
        assert (
            hashlib.sha256(output.encode()).hexdigest()
            == digests_here()[f"{path.parent.name} {path.stem} clean"]
        )


def pieces(text: str) -> tuple[str, dict[str, str]]:
    """A module's head, and its functions by name."""
    tree = ast.parse(text)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    lines = text.splitlines()
    head = "\n".join(lines[: functions[0].lineno - 1])
    return head, {f.name: "\n".join(lines[f.lineno - 1 : f.end_lineno]) for f in functions}


@pytest.mark.parametrize("seed", range(5))
def test_a_pair_does_not_depend_on_the_order_of_the_functions(seed: int) -> None:
    text = (ROOT / "tests" / "data" / "notes_forward.py").read_text()
    head, functions = pieces(text)
    order = list(functions)
    random.Random(seed).shuffle(order)
    shuffled = "\n\n\n".join([head, *(functions[name] for name in order)]) + "\n"
    found = pieces(generate_module(shuffled, "forward.py", Options()))[1]
    assert found == pieces(generate_module(text, "forward.py", Options()))[1]
    assert [name.removesuffix("_forward") for name in found if name.endswith("_forward")] == order


def test_a_pair_does_not_depend_on_who_calls_it() -> None:
    callee = 'import numpy as np\n\n\ndef layer(x: "N D", w: "D M"):\n    return np.tanh(x @ w)\n'
    caller = '\n\ndef f(x: "5 3", w: "3 2", n: int):\n    return layer(x, w) * n + layer(2 * x, w)\n'
    alone = pieces(generate_module(callee, "m.py", Options()))[1]
    called = pieces(generate_module(callee + caller, "m.py", Options()))[1]
    assert {name: called[name] for name in alone} == alone
