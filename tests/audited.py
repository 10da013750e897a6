"""Runs commands of the program in this process, and tells of all that they do with the machine.

    python tests/audited.py FOLDER < jobs.json

The jobs are lists of arguments. FOLDER/report.json then has the exit code of each, and what was done that
commands which only read may not do: run code that is not the program's, load a module that is not, write
outside of FOLDER, start a program, reach for the network. Such a thing is stopped as well.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import site
import socket
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
# What the program consists of. What it writes with has been loaded before the hook is there.
PACKAGES = frozenset({"codegen", "codegen_templates", "numpy"})
# Modules that no command needs, and sources can name: to load one of them does something.
LOUD = frozenset({"antigravity", "this", "turtle", "idlelib", "lib2to3", "ctypes"})
# Text that these run is made of names of fields, which are known to be names.
MAKERS = ("collections/__init__.py", "dataclasses.py")
HARMLESS = re.compile(
    r"(object|sys|_thread|builtins|marshal|gc|code|cpython|array|glob|pathlib|fcntl|mmap)\..*|"
    r"os\.(listdir|scandir|fork|walk|fwalk|kill|putenv|unsetenv)|signal\..*|time\.sleep|syslog.*|import|resource\..*"
)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(BaseException):
    """Stops what is forbidden: no handler in the program takes it for an error of its own."""


class Watch:
    """The hook, and what it has seen. `folder` is where may be written."""

    def __init__(self, folder: Path) -> None:
        paths = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
        self.roots = tuple(sorted({os.path.realpath(p) for p in (*paths, *site.getsitepackages())}))
        self.own = (str(ROOT / "codegen"), str(ROOT / "templates"))
        self.folder = os.path.realpath(folder)
        self.seen: list[str] = []
        self.checks: dict[str, Callable[..., str | None]] = {
            "exec": self.executed,
            "compile": self.compiled,
            "import": self.imported,
            "open": self.opened,
            "pickle.find_class": self.unpickled,
            "os.mkdir": self.changed,
            "os.remove": self.changed,
            "os.chmod": self.changed,
            "os.utime": self.changed,
            "os.rename": self.renamed,
            "tempfile.mkstemp": self.changed,
            "socket.__new__": self.connected,
        }

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        check = self.checks.get(event)
        if check is None and HARMLESS.fullmatch(event):
            return
        wrong = repr(args) if check is None else check(*args)
        if wrong is not None:
            self.seen.append(f"{event}: {wrong}")
            raise Forbidden(self.seen[-1])

    def executed(self, code: Any) -> str | None:
        """Code is the program's by its file; what has none is made by a few functions of known text."""
        name = code.co_filename
        if name == "<string>":
            caller = sys._getframe(2).f_code.co_filename
            return None if self.is_code(caller) and caller.endswith(MAKERS) else f"text of {caller}"
        return None if self.is_code(name) or name.startswith("<frozen ") else name

    def compiled(self, source: Any, name: Any) -> str | None:
        """A text is parsed (by `ast.parse`), or one of those that are run, of which `executed` is told."""
        caller = sys._getframe(2).f_code.co_filename
        if name == "<unknown>":
            return None if Path(caller) == Path(ast.__file__) else caller
        return None if name == "<string>" or self.is_code(os.fsdecode(name)) else f"{name} by {caller}"

    def imported(self, name: str, file: str | None, *_: Any) -> str | None:
        """A module is of the library, or of the program."""
        top = name.partition(".")[0]
        known = top in PACKAGES or top in sys.stdlib_module_names
        return None if known and top not in LOUD and (file is None or self.is_code(file)) else name

    def unpickled(self, module: str, name: str) -> str | None:
        """Tasks and answers of processes have only what is ours."""
        return None if module.partition(".")[0] in ("codegen", "pathlib", "builtins") else f"{module}.{name}"

    def opened(self, path: Any, mode: str | None, flags: int) -> str | None:
        """Only below the folder is written, and nothing is read but this and the program."""
        if isinstance(path, int):
            return None
        where = os.path.realpath(os.fsdecode(path))
        if flags & WRITES or (mode or "r")[0] != "r":
            return None if self.is_ours(where) else f"{where} for writing"
        return None if self.is_ours(where) or self.is_code(where) else where

    def changed(self, path: Any, *_: Any) -> str | None:
        """A path that is made, taken away or changed lies in the folder."""
        return None if self.is_ours(os.path.realpath(os.fsdecode(path))) else str(path)

    def renamed(self, before: Any, after: Any, *_: Any) -> str | None:
        """Both names lie in the folder."""
        return self.changed(before) or self.changed(after)

    def connected(self, _: Any, family: int, *__: int) -> str | None:
        """Processes on this machine are given their tasks over a pair of sockets."""
        return None if family == socket.AF_UNIX else f"of family {family}"

    def is_code(self, path: str) -> bool:
        """Whether a file is one of the program, or of what is installed."""
        whole = os.path.realpath(path)
        return any(whole.startswith(f"{root}{os.sep}") for root in (*self.roots, *self.own))

    def is_ours(self, path: str) -> bool:
        """Whether a file lies in the folder; `/dev/null` may be opened by anybody."""
        return path == os.devnull or f"{path}{os.sep}".startswith(f"{self.folder}{os.sep}")


def main() -> None:
    """Loads the command, watches from then on, and runs the jobs."""
    folder, jobs = Path(sys.argv[1]).resolve(), json.load(sys.stdin)
    import astor
    import black
    import numpy
    import pygments.lexers.python

    from codegen.cli import main as command

    black.format_str(astor.to_source(ast.parse("x = (1, )")), mode=black.Mode())
    assert numpy and pygments
    watch, codes, said = Watch(folder), [], []
    os.chdir(folder)
    sys.addaudithook(watch)
    for arguments in jobs:
        out, errors = io.TextIOWrapper(io.BytesIO()), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            try:
                codes.append(command(arguments))
            except SystemExit as end:
                codes.append(end.code)
            except Forbidden as forbidden:
                codes.append(str(forbidden))
        said.append(errors.getvalue())
    report = {"codes": codes, "said": said, "seen": watch.seen}
    (folder / "report.json").write_text(json.dumps(report))


if __name__ == "__main__":
    main()
