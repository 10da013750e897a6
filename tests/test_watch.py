"""`backprop watch` in a process of its own, with files that change as editors change them."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUICKER = (
    "import signal, sys\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # what starts the tests may ignore it
    "import codegen.watch as w\n"
    "w.PAUSE, w.REST, w.SHARE = 0.02, 0.02, 1\n"
    "from codegen.cli import main\n"
    "sys.exit(main(['watch', '-j', '1', '--no-cache', *sys.argv[1:]]))"
)
CONFIGURATION = "[backprop]\nsources = models/*.py\noutput = out\n"
SOURCE = "def f(x):\n    y = x * {}\n    return y\n"


class Session:
    """A process that watches, and what it has said."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder, self.process, self.seen = folder, process, 0

    def says(self, *words: str) -> None:
        """Waits until it says this, behind what was waited for before, and then that it waits itself."""
        for word in (*words, "Ctrl-C ends it\n"):
            found = None
            while found is None:
                found = re.compile(word).search(self.text(), self.seen)
                assert self.process.poll() is None, self.text()
                time.sleep(0.01)
            self.seen = found.end()

    def text(self) -> str:
        """All that it has said."""
        return (self.folder / "said").read_text()

    def made(self, name: str) -> str:
        """What it has written."""
        return (self.folder / "out" / name).read_text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of two modules."""
    (tmp_path / "setup.cfg").write_text(CONFIGURATION)
    (tmp_path / "models").mkdir()
    for name in "ab":
        (tmp_path / "models" / f"{name}.py").write_text(SOURCE.format(2))
    return tmp_path


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """What does not come would be waited for for ever."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Session]:
    """The command, from when it has built for the first time until it is interrupted."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with (folder / "said").open("wb") as said:
        command = [sys.executable, "-c", QUICKER, *arguments]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
    session = Session(folder, process)
    try:
        session.says()
        yield session
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert "Traceback" not in session.text()
    finally:
        process.kill()
        process.wait()


def replaced(path: Path, text: str) -> None:
    """As editors write: beside the file, and then in its place."""
    new = path.with_suffix(".new")
    new.write_text(text)
    os.replace(new, path)


def truncated_and_written(path: Path, text: str) -> None:
    """As other editors do."""
    with path.open("w") as stream:
        stream.flush()
        time.sleep(0.01)
        stream.write(text)


def moved_away_and_written(path: Path, text: str) -> None:
    """As those do that keep the file as it was."""
    os.replace(path, path.with_suffix(".py~"))
    path.write_text(text)


OTHERS = [
    pytest.param(way, marks=pytest.mark.exhaustive) for way in (truncated_and_written, moved_away_and_written)
]


@pytest.mark.parametrize("change", [replaced, *OTHERS])
def test_what_changes_is_built_again(folder: Path, change: Callable[[Path, str], None]) -> None:
    source = folder / "models" / "a.py"
    with watching(folder) as session:
        assert "wrote out/a.py\nwrote out/b.py\n" in session.text()
        source.touch()
        os.replace(folder / "models" / "b.py", folder / "kept")
        (folder / "kept").rename(folder / "models" / "b.py")  # which is as it was
        change(source, SOURCE.format(3))
        session.says("models/a.py changed\n", "wrote out/a.py\n")
        assert "dx = 3 * dy" in session.made("a.py")
        change(source, "def f(x):\n    return x * error\n")
        session.says(r"models/a.py:2:16: error\[E109\]: error is not bound")
        assert "dx = 3 * dy" in session.made("a.py")
        change(source, SOURCE.format(4))
        session.says("wrote out/a.py\n")
    assert session.text().count("models/a.py changed\n") == 3
    assert "b.py changed" not in session.text()


def test_files_come_and_go(folder: Path) -> None:
    models = folder / "models"
    with watching(folder) as session:
        (models / "c.py").write_text(SOURCE.format(5))
        session.says("models/c.py changed\n", "wrote out/c.py\n")
        (models / "c.py").unlink()
        session.says("models/c.py changed\n")
        (models / "c.py").write_text(SOURCE.format(6))
        session.says("models/c.py changed\n", "wrote out/c.py\n")
        (models / "__init__.py").write_text("")
        session.says("__init__.py changed\n")


def test_the_configuration_may_be_broken_for_a_while(folder: Path) -> None:
    (folder / "gates.py").write_text(
        'import ours\n\n\ndef f(x):\n    """A."""\n    z = ours.f(x)\n    dx = dz\n'
    )
    with watching(folder) as session:
        (folder / "setup.cfg").write_text(CONFIGURATION + "stile = notes\n")
        session.says("setup.cfg changed\n", r"error\[E009\]: stile is not a key here")
        (folder / "models" / "a.py").write_text("from ours import f\n\n\ndef g(x):\n    return f(x)\n")
        session.says("models/a.py changed\n", r"error\[E009\]")
        (folder / "setup.cfg").write_text(CONFIGURATION + "templates = gates.py\n")
        session.says("setup.cfg, gates.py changed\n", "wrote out/a.py\n")
        (folder / "gates.py").write_text((folder / "gates.py").read_text().replace("= dz", "= 7 * dz"))
        session.says("gates.py changed\n", "wrote out/a.py\n")
        assert "dx = 7 * dout" in session.made("a.py")
        (folder / "setup.cfg").unlink()
        session.says(r"error\[E009\]: nothing configures backprop")
        (folder / "pyproject.toml").write_text('[tool.backprop]\nsources = ["models/b.py"]\noutput = "new"\n')
        session.says("pyproject.toml changed\n", "wrote new/b.py\n")


def test_a_source_that_is_not_configured_is_wrong_usage(folder: Path) -> None:
    command = [sys.executable, "-c", QUICKER, "models/no.py"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "names no source models/no.py" in done.stderr) == (2, True)


def test_a_terminal_shows_what_is_wrong_now(folder: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", QUICKER], cwd=folder, env=environment, stderr=theirs, stdout=subprocess.DEVNULL
    )
    shown = ""
    try:
        while "Ctrl-C" not in shown:
            shown += os.read(ours, 10_000).decode()
        assert "\033" not in shown
        (folder / "models" / "a.py").write_text("def f(x):\n    return x * error\n")
        while shown.count("Ctrl-C") < 2:
            shown += os.read(ours, 10_000).decode()
        assert "\033[H\033[2Jmodels/a.py changed\r\nmodels/a.py:2:16: error[E109]" in shown
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)
