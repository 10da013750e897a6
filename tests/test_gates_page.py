"""docs/gates.md lists the gates that are there, and what it says to be refused is."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from codegen.generate import Options, generate_module
from codegen.index import NAME, contents
from codegen.library import index
from codegen.problems import Refused

PATH = Path(__file__).parents[1] / "docs" / "gates.py"
SPEC = importlib.util.spec_from_file_location("docs_gates", PATH)
assert SPEC is not None and SPEC.loader is not None
MAKER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(MAKER)

HEAD = "import numpy as np\n" + "".join(
    f"import scipy.{name}\n" for name in ("integrate", "ndimage", "signal", "stats")
)


def test_the_page_is_current() -> None:
    held = MAKER.TARGET.read_text(encoding="utf-8")
    assert held == MAKER.page(), "run `python docs/gates.py`"


def test_the_index_is_current() -> None:
    held = (PATH.parents[1] / "templates" / NAME).read_text(encoding="utf-8")
    assert held == index(), "run `python docs/gates.py`"


def test_what_the_index_does_not_know_is_read() -> None:
    text = "import numpy as np\n\n\ndef f(x, y=1):\n    z = np.exp(x)\n"
    found = contents("templates/powers.py", text)
    assert found.imports == {"np": "numpy"}
    assert [(e.name, e.first, e.last, e.parameters, e.patterns) for e in found.entries] == [
        ("f", 4, 5, ("x", "y"), None)
    ]


@pytest.mark.parametrize("call", MAKER.REFUSED)
def test_what_the_page_says_to_be_refused_is(call: str) -> None:
    for annotation in (': "N N"', ""):
        source = f"{HEAD}\n\ndef f(x{annotation}):\n    return {call}\n"
        with pytest.raises(Refused):
            generate_module(source, "f.py", Options())
