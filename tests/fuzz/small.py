"""Every small program of a grammar: one or two blocks around a few assignments to two names, and to a list.

What goes wrong in large programs goes wrong in small ones, and of those all can be tried: each is
compared with a complex step for several counts of turns.

    PYTHONPATH=tests python -m fuzz.small --share 0.1
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from checking import namespace

from codegen.generate import Options, generate_module
from codegen.problems import Refused
from fuzz.cores import each

NUMBERS = (
    "x = 2.0 * x",
    "x = 0.5",
    "x = y",
    "y = x",
    "x = x * y",
    "x = x",
    "x, y = y, x * x",
    "y += x",
    "x *= s",
    "pass",
)
ARRAYS = (
    "x = 2.0 * x",
    "x = np.ones(2)",
    "x = 1.0 * y",
    "x[0] = s[1] * y[0]",
    "x[1] += x[0] * y[1]",
    "x[:] = y * s",
    "x[n % 2] = 0.5",
    "y *= x",
    "y[0], y[1] = y[1], x[0]",
    "pass",
)
LISTS = (
    "x = xs[-1] * y",
    "xs.append(x * y)",
    "xs[0] = y * s",
    "xs[-1] += x",
    "xs = [y, x]",
    "xs[0], xs[1] = xs[1], x",
    "y = sum(xs)",
    "x = 0.5",
    "y = y * len(xs)",
    "pass",
)
GRAMMARS = {
    "numbers": (NUMBERS, "def f(s: float, n: int):", ("x = s * 1.5", "y = s + 0.25"), "x * 3.0 + y * y"),
    "arrays": (ARRAYS, 'def f(s: "2", n: int):', ("x = s * 1.5", "y = s + 0.25"), "x * 3.0 + y * y"),
    "lists": (
        LISTS,
        "def f(s: float, n: int):",
        ("x = s * 1.5", "y = s + 0.25", "xs = [s, 2.0 * x]"),
        "x * 3.0 + y * y + sum(xs) * xs[0]",
    ),
}
STEP, COUNTS = 1e-30, (0, 1, 2, 3)
Lines = tuple[str, ...]


def _in(head: str, *lines: Lines) -> Lines:
    return (head, *(f"    {line}" for part in lines for line in part))


def bodies(statements: Lines) -> Iterator[Lines]:
    """The bodies of all programs."""
    one = [(statement,) for statement in statements]
    two = [*one, *itertools.product(statements, repeat=2)]
    for a in itertools.product(statements, repeat=3):
        yield _in("for i in range(n):", a)
    for a, b in itertools.product(two, two):
        yield (*_in("if n > 1:", a), *_in("else:", b))
    for a, b in itertools.product(one, one):
        yield _in("for i in range(n):", a, _in("for j in range(i):", b))
        yield _in("for i in range(n):", _in("for j in range(i):", b), a)
        yield ("k = n", *_in("while k > 0:", a, ("k -= 1",), b))
        yield (*_in("if n > 1:", a, ("return x * 2.0",)), *b)
        for leaves in ("break", "continue", "return x * y"):
            yield _in("for i in range(n):", a, _in("if i == 1:", (leaves,)), b)
    for a, b, c in itertools.product(one, one, one):
        yield (*_in("if n > 2:", a), *_in("elif n > 1:", b), *_in("else:", c))
        yield _in("for i in range(n):", _in("if i == 1:", a), _in("else:", b), c)
        yield _in("for i in range(n):", a, _in("if i == 1:", b), _in("else:", c))
        yield _in("if n > 0:", a, _in("if n > 1:", b, ("return y * 3.0",)), c)
        yield _in("for i in range(n):", a, _in("if i == 1:", b, ("break",)), c)


@dataclass(frozen=True)
class Small:
    """A program, and which grammar it is of."""

    body: Lines
    grammar: str

    @property
    def source(self) -> str:
        """Its text."""
        _, head, above, value = GRAMMARS[self.grammar]
        lines = _in(head, above, self.body, (f"return {value}",))
        return "import numpy as np\n\n\n" + "\n".join(lines) + "\n"


def programs() -> list[Small]:
    """All of them."""
    return [Small(body, name) for name, (statements, *_) in GRAMMARS.items() for body in bodies(statements)]


def judged(program: Small) -> str:
    """`ok`, `refused: ...`, or what is wrong."""
    try:
        text = generate_module(program.source, "small.py", Options())
    except Refused as refused:
        return f"refused: {refused.problems[0].code}"
    function, pair = namespace(program.source)["f"], namespace(text)
    stepped = namespace(program.source.replace("np.ones(2)", "np.ones(2, complex)"))["f"]
    for n in COUNTS:
        s: Any = np.array([0.7, 0.9]) if program.grammar == "arrays" else 0.7
        out, cache = pair["f_forward"](s, n)
        if not np.allclose(out, function(s, n), rtol=1e-12):
            return f"wrong output for n={n}\n{text}"
        ups = np.array([1.0, -0.5]) if program.grammar == "arrays" else 1.0
        found = pair["f_backward"](ups, cache)
        wanted = _wanted(stepped, s, n, ups)
        if np.shape(found) != np.shape(s) or not np.allclose(found, wanted, rtol=1e-9):
            return f"wrong gradient for n={n}: {found}, not {wanted}\n{text}"
    return "ok"


def _wanted(function: Any, s: Any, n: int, ups: Any) -> Any:
    """The gradient by a step in each entry that is imaginary: exact to rounding, and there are no kinks."""
    if np.ndim(s) == 0:
        return np.imag(function(s + STEP * 1j, n)) / STEP * ups
    steps = STEP * 1j * np.eye(len(s))
    return np.array([np.sum(np.imag(function(s + step, n)) / STEP * ups) for step in steps])


def told(program: Small) -> str:
    """What is said of a program; a crash is a finding too."""
    try:
        return judged(program)
    except Exception as error:
        return f"crash: {error!r}"


def main() -> int:
    """Judges a share of all programs; 1 if there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=int, default=0, help="how many of them an earlier run has judged")
    parser.add_argument("--grammar", choices=GRAMMARS, help="all, if it is not given")
    parser.add_argument("-j", "--jobs", type=int, default=1, help="processes that judge programs")
    arguments = parser.parse_args()
    every = [p for p in programs() if arguments.grammar in (None, p.grammar)]
    chosen = random.Random(arguments.seed).sample(every, round(arguments.share * len(every)))
    chosen = chosen[arguments.start :]
    counts = Counter[str]()
    for program, verdict in zip(chosen, each(told, iter(chosen), arguments.jobs)):
        counts[verdict if verdict.startswith(("ok", "refused")) else "finding"] += 1
        if not verdict.startswith(("ok", "refused")):
            print(f"{program.source}\n{verdict}\n", flush=True)
    print(f"{len(chosen)} of {len(every)} programs: {dict(counts)}")
    return 1 if counts["finding"] else 0


if __name__ == "__main__":
    sys.exit(main())
