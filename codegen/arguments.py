"""What the commands are told: their options, and how these are read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from codegen.completion import SHELLS

TEXT = "text"


def generate_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    several: dict[str, Any] = {"action": "append", "default": []}
    add("source", metavar="SOURCE.py", help="the file to read; - is standard input")
    add("-o", "--output", metavar="OUT.py", help="the file to write; - is standard output, as without it")
    add("--map", action="store_true", help="write OUT.py.map.json too: which line comes from which, and why")
    add("--depfile", metavar="FILE", help="write what OUT.py is made from, too, as a rule of make")
    _option_arguments(sub, several)
    add("--script", action="store_true", help="a flat script: inputs, then a forward pass; notes' style")
    add("--check-shapes", action="store_true", help="hold arguments to their annotated shapes")
    _format_argument(sub)


def _format_argument(sub: argparse.ArgumentParser) -> None:
    forms = (TEXT, "json", "github", "sarif")
    said = "how problems are told: text on standard error, others on standard output"
    sub.add_argument("--output-format", choices=forms, default=TEXT, help=said)


def _option_arguments(sub: argparse.ArgumentParser, several: dict[str, Any]) -> None:
    """What is generated, and how it is written."""
    add = sub.add_argument
    add("--only", type=_functions, metavar="f,g", help="these functions, and what they call", **several)
    add("--wrt", type=_wrt, metavar="f:x,y", help="which gradients f_backward returns", **several)
    add("--final", type=_functions, metavar="f,g", help="their output's gradient is 1", **several)
    add("--style", choices=("clean", "notes"), default="clean", help="notes: (1) * and statement numbers too")
    about = "how long lines may be; as black is told in the pyproject.toml above the source, or 88"
    add("--line-length", type=_number, metavar="N", help=about)
    add("--templates", metavar="FILE", help="a file with gates of your own", **several)


def build_arguments(sub: argparse.ArgumentParser) -> None:
    """What a build is told, and how it ends."""
    watch_arguments(sub)
    about = "as a hook of git: exit with 1 if a file is stale, or is not in git's index"
    sub.add_argument("--hook", action="store_true", help=about)
    _format_argument(sub)


def watch_arguments(sub: argparse.ArgumentParser) -> None:
    """What any build is told."""
    add = sub.add_argument
    add("sources", nargs="*", metavar="SOURCE", help="only these of the configured sources")
    add("--config", metavar="FILE", help="the configuration, instead of the nearest one")
    add("-j", "--jobs", type=_number, metavar="N", help="how many processes; as many as can run at once")
    add("--no-cache", action="store_true", help="generate all anew, and keep nothing")
    add("--cache", metavar="FOLDER", help="where to keep what was generated; in ~/.cache/backprop")
    add("-q", "--quiet", action="store_true", help="say only what is wrong, and draw no bar")


def init_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    add("--dry-run", action="store_true", help="show what would be written, and write nothing")
    add("-j", "--jobs", type=_number, metavar="N", help="how many processes; as many as can run at once")


def depfile_argument(sub: argparse.ArgumentParser) -> None:
    """For what writes several outputs: of a rule with itself as target, which says when they were written."""
    sub.add_argument("--depfile", metavar="FILE", help="write a rule of make: all that FILE is made from")


def cache_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    several: dict[str, Any] = {"action": "append", "default": []}
    add("source", metavar="SOURCE.py[:FUNCTION]", help="the function; may be left out where there is but one")
    add("--like", metavar="NAME=SHAPE", help="an argument: its shape, or its value", **several)
    add("--wrt", type=_wrt, metavar="f:x,y", help="which gradients f_backward returns", **several)
    add("--templates", metavar="FILE", help="a file with gates of your own", **several)


def page_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    several: dict[str, Any] = {"action": "append", "default": []}
    add("source", metavar="SOURCE.py", help="the file to read")
    add("-o", "--output", metavar="PAGE.html", help="the file to write; - is standard output, as without it")
    about = "run the functions that have a `# backprop: example` above them"
    add("--run", dest="commented", action="store_true", help=about)
    add(
        "--at",
        metavar="f:x=3,y=(2,3)",
        help="run f for this example: literals, and shapes to draw",
        **several,
    )
    add("--diff", metavar="OLD.py", help="an old version of the file: show what has changed since")
    _option_arguments(sub, several)


def circuit_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    several: dict[str, Any] = {"action": "append", "default": []}
    add("source", metavar="SOURCE.py[:FUNCTION]", help="the function; may be left out where there is but one")
    add("--at", metavar="NAME=VALUE", help="an argument: its value, or its shape", **several)
    add("-o", "--output", metavar="OUT.svg", help="the file to write; - is standard output, as without it")
    formats = ("svg", "dot", "text")
    add("--format", choices=formats, help="by what OUT ends in (.svg, .dot); else text")
    add("--wrt", type=_wrt, metavar="f:x,y", help="which gradients f_backward returns", **several)
    add("--templates", metavar="FILE", help="a file with gates of your own", **several)


def explain_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    several: dict[str, Any] = {"action": "append", "default": []}
    add(
        "what",
        nargs="?",
        metavar="CODE | SOURCE.py:FUNCTION",
        help="such as E101; without it, all are listed",
    )
    add("--wrt", type=_wrt, metavar="f:x,y", help="which gradients f_backward returns", **several)
    add("--final", type=_functions, metavar="f,g", help="their output's gradient is 1", **several)
    add("--templates", metavar="FILE", help="a file with gates of your own", **several)


def grade_arguments(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    several: dict[str, Any] = {"action": "append", "default": []}
    add("source", metavar="MINE.py[:FUNCTION]", help="the file; of several functions one, or all")
    add("--against", metavar="SOURCE.py", help="where the function is that it is the backward pass of")
    add("--at", metavar="NAME=VALUE", help="the example: literals, and shapes to draw", **several)
    add("--wrt", type=_names, metavar="x,y", help="gradients that are to be there", **several)
    add(
        "--hint",
        type=int,
        nargs="?",
        const=1,
        default=0,
        metavar="N",
        help="1: which; 2: where; 3: what is right",
    )
    add("--seconds", type=float, default=30.0, metavar="S", help="how long it may run; 30")


def completion_arguments(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("shell", choices=SHELLS, help="which shell")


class Version(argparse.Action):
    """Prints the version; unlike argparse's own, found only when asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from codegen import __version__

        print(f"backprop {__version__}")
        parser.exit()


def _number(value: str) -> int:
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(f"expected a number from 1, not {value!r}")
    return int(value)


def _names(value: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in value.split(","))
    if not all(name.isidentifier() for name in names):
        raise argparse.ArgumentTypeError(f"expected names such as f,g, not {value!r}")
    return names


def _functions(value: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in value.split(","))
    if not all(map(_is_function, names)):
        raise argparse.ArgumentTypeError(f"expected names such as f,g or Layer.forward, not {value!r}")
    return names


def _is_function(name: str) -> bool:
    """Whether it may be the name of a function, or of a method with that of its class."""
    return name.count(".") <= 1 and all(part.isidentifier() for part in name.split("."))


def _wrt(value: str) -> tuple[str, tuple[str, ...]]:
    function, colon, rest = value.partition(":")
    if not colon or not _is_function(function.strip()):
        raise argparse.ArgumentTypeError(
            f"expected a function and its arguments, such as f:x,y, not {value!r}"
        )
    return function.strip(), _names(rest)
