"""Sources and gate files that would do something if any part of them ran.

RUN stands for an expression that leaves a file behind, WORDS for one without quotes, which ends the process.
"""

from __future__ import annotations

import re

RUN = '__import__("os").system("touch ran")'
WORDS = "__import__(chr(111)+chr(115)).abort()"
LOAD = """\
import this, antigravity, evil_module
from evil_module import *
from .evil_module import g
"""
FUNCTION = """\
def f(x):
    y = x * 2
    return y
"""


def texts(listing: str) -> dict[str, str]:
    """The texts of a listing, each below a line with its name."""
    parts = re.split(r"^#### (.*)\n", listing, flags=re.MULTILINE)[1:]
    filled = [part.replace("RUN", RUN).replace("WORDS", WORDS).replace("LOAD\n", LOAD) for part in parts]
    return dict(zip(filled[::2], filled[1::2]))


SOURCES = texts('''
#### statements of the module
LOAD
open("ran", "w")
RUN
raise SystemExit(3)
def f(x):
    return x * 2
#### a constant that is read
import os
A = RUN
B: float = os.system("touch ran")
C = [RUN for _ in range(3)]
def f(x):
    return x * A * B + C[0]
#### a decorator
import evil_module
@evil_module.jit(RUN)
@(lambda f: f)
def f(x):
    return x * 2
#### a decorator that is known
import numba
@numba.njit(cache=RUN)
def f(x):
    return x * 2
#### defaults
def f(x, y=RUN, z=(lambda: RUN)(), *, u=[RUN], v=(w := RUN)):
    return x * y * z
#### annotations
def f(x: RUN, y: 'RUN', z: "WORDS") -> RUN:
    a: RUN = x * 2
    b: "WORDS" = a
    return b
#### annotations of shapes
def f(x: "N WORDS", y: "WORDS//2+1 N") -> "N WORDS":
    return x * y
#### annotations that are annotated
from typing import Annotated
def f(x: Annotated[RUN, "N D"]):
    return x * 2
#### statements of a body
def f(x):
    y = x * 2
    RUN
    eval("open(chr(114))")
    exec("1")
    return y
#### a value in a body
def f(x):
    n = RUN
    return x * n
#### a comprehension
def f(x):
    return sum([x * v for v in [RUN, 1]])
#### a loop over values
def f(x):
    for v in (RUN, 2.0):
        x = x * v
    return x
#### formatted texts
A = "a%n" % RUN
B = "{0.__class__}".format(f)
def f(x):
    assert x, f'{RUN} {x!r:{RUN}}'
    return x * 2
#### a class
class C(type, metaclass=RUN):
    a = RUN
    def g(self, x):
        return x
def f(x):
    return x * 2
#### a dataclass
from dataclasses import dataclass, field
@dataclass
class P:
    w: float = field(default_factory=lambda: RUN)
    b: RUN = RUN
def f(p: P, x):
    return p.w * x + p.b
#### a named tuple
from typing import NamedTuple
class P(NamedTuple):
    w: float = RUN
def f(p: P, x):
    return p.w * x
#### names of builtins
def range(x):
    return open
def len(x):
    return x * 2
print = open = isinstance = exec
def f(sorted, eval):
    return sorted * len(eval)
#### names with a meaning
def __getattr__(x):
    return x * 2
def __class__(x):
    return x * 3
#### hooks of a module
__all__ = RUN
__path__ = ["/"]
__loader__ = RUN
def f(x):
    return x * 2
#### docstrings
"WORDS"
def f(x):
    """\\x22\\x22\\x22\\nWORDS\\n\\x22\\x22\\x22 \\N{BULLET}"""
    return x * 2
"""WORDS"""
#### pragmas that are refused
# backprop: wrt RUN
# backprop: example x=RUN
# backprop: RUN
def f(x):
    y = x * 2  # backprop: RUN
    for i in range(3):  # backprop: checkpoint(RUN)
        y = y * x
    return y
#### an example
# backprop: example x=RUN
def f(x):
    return x * 2
#### what runs as a script
def f(x):
    return x * 2
if __name__ == "__main__" or True:
    RUN
''')

GATES = texts('''
#### a line of a gate
import ours
def g(x):
    RUN
    z = ours.g(x)
    dx = RUN * dz
#### what stands around gates
RUN
LOAD
@RUN
def g(x=RUN):
    """A."""
    z = ours.g(x)
    dx = dz
#### a shape that is called
import ours
def g(x) -> RUN:
    z = ours.g(x)
    dx = dz
#### a rule of ours that is given something
import ours
def g(x) -> reduced(x, RUN, __import__("os")):
    z = ours.g(x)
    dx = dz
#### names beside the rules
import ours
def g(x) -> __import__("os"):
    z = ours.g(x)
    dx = Path(x) * __builtins__["exec"]("1") * UNKNOWN(x) * dz
#### texts of shapes
import ours
def g(x: "WORDS") -> "N os.system":
    z = ours.g(x)
    dx = dz
''')

# Encodings, known ones and other words, that a comment may name.
CODECS = (
    *("rot13", "unicode_escape", "raw_unicode_escape", "utf_7", "punycode", "idna", "hex", "zip", "uu"),
    *("undefined", "aliases", "evil_module", "..evil_module", "utf-8-sig", "utf_16", "cp1252", "mbcs", "oem"),
)
DECODED = f"{FUNCTION}# é +AAo-import evil_module\n# \\u000aimport evil_module\n"

FILES = (
    "a\nimport os\n",
    "coding: rot13 ",
    "a\r",
    'a"""\nimport os\n"""',
    'a"""b\\',
    "a\\N{",
    "\u2028\u202e",
    "\x1b]0;a\x07",
)
