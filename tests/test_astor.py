"""The writer works where `ast` lacks the names that newer versions of Python take away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from codegen.generate import Options, generate_module

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "tests" / "data" / "notes_forward.py"
CASES = (
    "dict_argument",
    "indexing_by_constants",
    "conditional_expression",
    "sum_with_keepdims",
    "print_and_assert",
)

WITHOUT_NAMES = """
import ast
import sys
import types

GONE = ["Num", "Str", "Bytes", "NameConstant", "Ellipsis", "Index", "ExtSlice", "Suite", "Param"]
GONE += ["AugLoad", "AugStore", "__getattr__"]
newer = types.ModuleType("ast")
vars(newer).update({name: value for name, value in vars(ast).items() if name not in GONE})
assert not any(hasattr(newer, name) for name in GONE)
sys.modules["ast"] = newer

from codegen.generate import Options, generate_module

final = tuple(sys.argv[2].split(",")) if sys.argv[2] else ()
with open(sys.argv[1], encoding="utf-8") as file:
    print(generate_module(file.read(), "source.py", Options(style="notes", final=final)), end="")
assert not any(hasattr(newer, name) for name in GONE), "the names were put back for everyone"
"""


def without_names(path: Path, final: tuple[str, ...]) -> str:
    command = [sys.executable, "-c", WITHOUT_NAMES, str(path), ",".join(final)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout


def test_notes_come_out_the_same_without_the_old_names_of_ast() -> None:
    final = ("circuit", "neuron", "staged")
    expected = generate_module(SOURCE.read_text(), "source.py", Options(style="notes", final=final))
    assert without_names(SOURCE, final) == expected


def test_every_kind_of_expression_comes_out_the_same_without_the_old_names_of_ast(tmp_path: Path) -> None:
    text = "import numpy as np\n\n"
    for i, name in enumerate(CASES):
        source = (ROOT / "tests" / "cases" / f"{name}.py").read_text().partition("# output")[0]
        text += (
            source.replace("import numpy as np", "")
            .replace("def f(", f"def f{i}(")
            .replace("def g(", f"def g{i}(")
        )
    path = tmp_path / "source.py"
    path.write_text(text)
    assert without_names(path, ()) == generate_module(text, "source.py", Options(style="notes"))
