"""Parts of arrays: every index is given back to its place, and added up where it names one twice.

Each line is a function of one statement or several. It is checked without annotations, with the sizes
as symbols, and with the sizes as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import checking
import numpy as np
import pytest

from codegen.generate import Options, generate_module

LETTERS = {1: "1", 2: "K", 3: "D", 4: "N", 6: "M"}

# What names no place twice: the gradient is written.
WRITTEN = """
x=(4, 3): x[0]
x=(4, 3): x[-1, 2]
x=(4, 3): x[1:3]
x=(4, 3): x[::-1, 1:]
x=(4, 3): x[3:0:-2, ..., None]
x=(4, 3): x[5:2]
x=(4, 3): x[()]
x=(2, 3, 4): x[0][1:]
x=(2, 3, 4): x[1:, None][..., 0, :]
x=(2, 3, 4): x[0, :][1]
x=(4, 3): x[[0, 2, 1]]
x=(4, 3): x[[-1, -2], 1:]
x=(4, 3): x[[0, 2], [1, 1]]
x=(4, 3): x[0, [1, 2]]
x=(2, 3, 4): x[[0, 1], :, [1, 1]]
x=(2, 3, 4): x[0, :, [1, 2]]
x=(4, 3): x[[[0], [2]], [0, 1]]
x=(4, 3): x[np.array([0, 2])]
x=(4, 3): x[range(3), [0, 1, 1]]
x=(4, 3): x[np.arange(4), [0, 2, 1, 1]]
x=(4, 3): x[np.arange(3, -1, -1)]
x=(4, 3): x[np.arange(-3, 0)]
x=(2, 3, 2) i=[[0, 0, 0], [1, 1, 1]]: x[np.arange(2)[:, None], np.arange(3), i] # sized
x=(4, 3) i=[0, 2, 1, 1]: x[np.arange(x.shape[0]), i] # sized
x=(4, 3) i=[0, 2, 1, 1]: rows = np.arange(len(x)); x[rows, i] # sized
x=(4, 3): x[np.arange(4)[:, None], np.argsort(x, axis=1)] # sized
x=(4, 3): x[np.argsort(x, axis=0), np.arange(3)] # sized
x=(4,): i = np.argsort(-x)[:2]; x[i] # sized
x=(4, 3): x[x > 1]
x=(4, 3): x[(x > 0.7) & ~(x > 1.2)]
x=(4, 3): x[x[:, 0] > 0.9, 1:]
x=(4, 3): x[:, x[0] > 0.7]
x=(4, 3): x[np.nonzero(x > 1)]
x=(4, 3): i, j = np.nonzero(x > 1); x[i, j]
x=(4,): x[np.flatnonzero(x > 0.9)]
x=(4, 4): x[np.triu_indices(4, 1)]
x=(4, 4): i, j = np.tril_indices(4); x[i, j]
x=(4, 4): x[np.ix_([0, 2], np.arange(3))]
x=(4, 4): y = np.zeros((4, 4)); y[np.triu_indices(4)] = x[np.triu_indices(4)]; y
x=(4, 3) y=(2, 3): z = x.copy(); z[[0, 2]] -= y; z
x=(4, 3) i=[0, 0]: z = x.copy(); z[i] -= 1; z
x=(4, 3) y=(2,): z = x.copy(); z[1:][0, [0, 1]] = y; z
"""

# What names a place twice, or may: the gradient is added up.
ADDED = """
x=(4, 3): x[[0, 0, 1]]
x=(1, 3): x[[0, -1]]
x=(1, 3): x[np.arange(-1, 1)]
x=(4, 3): x[:, [0, 0]]
x=(4, 3): x[0, [1, 1]]
x=(2, 3, 4): x[[0, 0], :, [1, 1]]
x=(2, 3, 4): x[0][1:, [0, 0]]
x=(2, 3, 4): x[0][[0, 0]][1:]
x=(4, 3) i=[[0, 0], [1, 1]]: x[i]
x=(4, 3) i=[0, 0] j=[1, 1]: x[i[:, None], j]
x=(4, 3) i=[0, 0]: x[1:, i]
x=(1, 3) i=[0, 0, 1]: x[np.arange(1), i]
x=(1, 3) i=[0, 0, 1]: x[np.arange(len(x)), i]
x=(4, 3): x[np.arange(4) // 2]
x=(4, 3): x[np.arange(1), [0, 0, 0]]
x=(4, 3): x[x[:, 0] > 1.4, [0, 0]]
x=(4, 3): x[[True, False, False, False], [1, 1]]
x=(4, 3): i, j = np.nonzero(x > 1); x[i, 1] * x[j, 0]
x=(4, 3): x[np.argsort(x, axis=0)]
x=(4, 4): x[np.ix_([0, 0], [0, 2])]
x=(4,): x[np.argsort(x)[[0, 0]]]
"""


def lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line]


def parsed(line: str) -> tuple[dict[str, Any], list[str], bool]:
    """The arguments, the statements with the result as the last, whether sizes must be known."""
    head, _, body = line.partition(": ")
    body, _, note = body.partition(" # ")
    rng = np.random.default_rng(0)
    values = {}
    for word in head.replace(" ", "").replace(",]", "]").replace(")", ") ").replace("]i", "] i").split():
        for part in word.replace("]j=", "] j=").split():
            name, _, text = part.partition("=")
            value = eval(text)
            values[name] = np.array(value) if isinstance(value, list) else rng.uniform(0.5, 1.5, value)
    return values, body.split("; "), bool(note)


def signatures(values: dict[str, Any]) -> Iterator[str]:
    """The arguments bare, with symbols and with numbers for their sizes."""
    yield ", ".join(values)
    for spell in (lambda n: LETTERS[n], str):
        texts = []
        for name, value in values.items():
            words = [*map(spell, value.shape), "int" if value.dtype.kind == "i" else ""]
            texts.append(f'{name}: "{" ".join(words).strip()}"')
        yield ", ".join(texts)


def generated(values: dict[str, Any], body: list[str], signature: str) -> str:
    """The passes, after a check of their gradients."""
    statements = "".join(f"    {statement}\n" for statement in body[:-1])
    source = f"import numpy as np\n\n\ndef f({signature}):\n{statements}    return {body[-1]}\n"
    text = generate_module(source, "f.py", Options())
    wanted = [i for i, value in enumerate(values.values()) if value.dtype.kind == "f"]
    function = checking.namespace(source)["f"]
    checking.check_pair(checking.namespace(text), "f", function, list(values.values()), wanted)
    return text


@pytest.mark.parametrize("line", lines(WRITTEN))
def test_index_that_names_no_place_twice_is_written(line: str) -> None:
    values, body, sized = parsed(line)
    for number, signature in enumerate(signatures(values)):
        text = generated(values, body, signature)
        assert "np.add.at" not in text or (sized and number == 0), text


@pytest.mark.parametrize("line", lines(ADDED))
def test_index_that_may_name_a_place_twice_is_added_up(line: str) -> None:
    values, body, _ = parsed(line)
    for signature in signatures(values):
        assert "np.add.at" in generated(values, body, signature)


def test_write_to_one_place_twice_is_found_when_it_runs() -> None:
    source = 'import numpy as np\n\n\ndef f(v: "K", i: "K int"):\n    y = np.zeros(3)\n    y[i] = v\n'
    source += "    return y\n"
    passes = checking.namespace(generate_module(source, "f.py", Options()))
    _, cache = passes["f_forward"](np.ones(2), np.array([1, 1]))
    with pytest.raises(ValueError, match="written twice"):
        passes["f_backward"](np.ones(3), cache)
