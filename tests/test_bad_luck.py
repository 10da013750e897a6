"""What can go wrong around the program: files that are none, full disks, ends without a warning, other users.

Nothing is lost, nothing is half written, and what is told is a problem: never a traceback.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.cli import main
from codegen.sourcemap import VERSION, digest_of
from codegen.stored import Store, digest

ROOT = Path(__file__).parents[1]
SOURCE = "def f(x):\n    y = x * 2\n    return y\n"
BUILD = ["build", "-j", "1"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and users are those of POSIX")


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """What waits for a pipe would wait for ever."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, which is the current folder."""
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = m.py\noutput = out\n")
    (tmp_path / "m.py").write_text(SOURCE)
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> tuple[int, str]:
    """The exit code of a command, and what it says is wrong."""
    try:
        code = main(arguments)
    except SystemExit as end:
        assert isinstance(end.code, int)
        code = end.code
    return code, capsys.readouterr().err


def run(code: str, folder: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Python code in a process of its own, with the command as `main`."""
    command = [sys.executable, "-c", f"import os, sys\nfrom codegen.cli import main\n{code}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, text=True, check=False, **options)


COMMANDS = (
    ["generate", "{}"],
    ["generate", "m.py", "--templates", "{}"],
    ["explain", "{}:f"],
    ["explain", "m.py:f", "--templates", "{}"],
    ["page", "{}", "-o", "page.html"],
    ["page", "m.py", "--diff", "{}", "-o", "page.html"],
    ["circuit", "{}:f", "--at", "x=3"],
    ["cache", "{}:f", "--like", "x=3"],
    ["grade", "{}"],
    ["where", "{}:3"],
    ["build", "--config", "{}"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_trips_over_what_is_no_file(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    for path in ("/dev/zero", "out", "missing.py", "a\0b", "x" * 5000, "setup.cfg/m.py", "\udc80.py"):
        code, said = told(capsys, [part.format(path) for part in arguments])
        assert code in (1, 2), f"{path!r}: {said}"
        assert said
    assert not (folder / "page.html").exists()


MAPS: tuple[Any, ...] = (
    *(b"", b"\xff", b"[" * 100_000, b"{}", b"3", b"1" * 10_000),
    *({"entries": 3}, {"entries": [{}]}, {"entries": [3]}, {"digest": 3}, {"source": 3}),
    {"entries": [{"lines": [1]}]},
    {"entries": [{"lines": ["a", "b"], "function": 1, "role": 1, "source": 1, "gates": 1, "reasons": 1}]},
    {"source": "/dev/zero"},
    {"source": "a\0b"},
)


@pytest.mark.parametrize("changed", MAPS, ids=range(len(MAPS)))
def test_a_map_that_somebody_spoiled_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], changed: Any
) -> None:
    entry = {"lines": [1, 9], "function": "f", "role": "a", "source": [1], "gates": [], "reasons": []}
    whole = {"version": VERSION, "source": "m.py", "digest": digest_of(SOURCE), "entries": [entry]}
    data = changed if isinstance(changed, bytes) else json.dumps(whole | changed).encode()
    (folder / "m.py.map.json").write_bytes(data)
    code, said = told(capsys, ["where", "m.py:2"])
    assert code == 1
    assert "error[E" in said


def test_a_pipe_in_the_place_of_a_map_is_not_waited_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.rename("pipe", "m.py.map.json")
    assert told(capsys, ["where", "m.py:2"])[0] == 1
    assert told(capsys, ["where", "m.py.map.json:2"])[0] == 1


@pytest.mark.parametrize("there", ["folder", "pipe", "device", "text", "broken link", "empty", "merged"])
def test_an_output_that_is_something_else_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], there: str
) -> None:
    """Unless there is nothing in it, or it was generated."""
    main(BUILD)
    made, output = (folder / "out" / "m.py").read_text(), folder / "out" / "m.py"
    output.unlink()
    conflict = f"<<<<<<< ours\n{made}>>>>>>> theirs\n"
    texts = {"text": "# by hand\nx = 3\n", "empty": "\n", "merged": conflict}
    if there == "folder":
        output.mkdir()
    elif there == "pipe":
        os.rename("pipe", output)
    elif there == "device":
        output.symlink_to("/dev/null")
    elif there == "broken link":
        output.symlink_to("elsewhere.py")
    else:
        output.write_text(texts[there])
    before = sorted(os.listdir(folder / "out"))
    assert told(capsys, ["check", "-j", "1"])[0] == 1
    code, said = told(capsys, BUILD)
    if there in ("empty", "merged", "broken link"):
        assert (code, output.read_text()) == (0, made)
    else:
        assert code == 1
        assert "error[E00" in said
        assert there != "text" or output.read_text() == texts["text"]
        assert sorted(os.listdir(folder / "out")) == before


def test_no_file_is_larger_than_the_disk(folder: Path) -> None:
    """With a limit on the size of files, which fails in the middle of a write as a full disk does."""
    main(BUILD)
    before = (folder / "out" / "m.py").read_bytes()
    (folder / "m.py").write_text(SOURCE.replace("2", "3"))
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\nsys.exit(main({}))"
    for arguments in (BUILD, ["generate", "m.py", "-o", "out/m.py"]):
        done = run(limited.format(arguments), folder, capture_output=True)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("out/m.py:1:1: error[E008]: it cannot be written: file too large")
        assert (folder / "out" / "m.py").read_bytes() == before
        assert os.listdir(folder / "out") == ["m.py"]


def test_standard_output_may_be_full_or_closed(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = run("sys.exit(main(['generate', 'm.py']))", folder, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (
        1,
        "standard output cannot be written: No space left on device\n",
    )
    closed = "sys.stdin = sys.stdout = None\nsys.exit(main({}))"
    assert run(closed.format(BUILD), folder, capture_output=True).returncode == 0
    done = run(closed.format(["generate", "-"]), folder, capture_output=True)
    assert (done.returncode, "no standard input" in done.stderr) == (1, True)


def test_a_build_that_is_killed_while_it_writes_leaves_what_was_there(folder: Path) -> None:
    main(BUILD)
    before = (folder / "out" / "m.py").read_bytes()
    (folder / "m.py").write_text(SOURCE.replace("2", "3"))
    killed = f"os.replace = lambda *_: os.kill(os.getpid(), 9)\nmain({BUILD})"
    assert run(killed, folder, capture_output=True).returncode == -9
    assert (folder / "out" / "m.py").read_bytes() == before
    assert main(BUILD) == 0
    assert b"y = x * 3" in (folder / "out" / "m.py").read_bytes()


def test_a_source_that_changes_while_it_is_read_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generator = importlib.import_module("codegen.generate")
    generate = generator.generate_module

    def changing(*arguments: Any) -> str:
        (folder / "m.py").write_text(SOURCE.replace("2", "5"))
        return generate(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(generator, "generate_module", changing)
        assert main([*BUILD, "--cache", "kept"]) == 0
    assert "y = x * 2" in (folder / "out" / "m.py").read_text()
    assert main([*BUILD, "--cache", "kept"]) == 0
    assert "y = x * 5" in (folder / "out" / "m.py").read_text()


def test_an_entry_of_somebody_else_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a link, a pipe, a folder, or what is whole and makes no sense."""
    store, key = Store(tmp_path), "a" * 64

    def found() -> str | None:
        return store.find(key, lambda names: "")

    store.keep(key, "x = 1\n", [], "")
    entry = tmp_path / key
    assert found() == "x = 1\n"
    entry.chmod(0o666)
    assert found() is None
    entry.chmod(0o664)
    assert found() == "x = 1\n"
    with monkeypatch.context() as patch:
        patch.setattr("os.geteuid", lambda: entry.stat().st_uid + 1)
        assert found() is None
    for head in ("[]", "3", '{"state": ""}', '{"names": []}', "[" * 100_000, "1" * 10_000):
        rest = f"{head}\nx = 1\n".encode()
        entry.write_bytes(digest(key.encode(), rest).encode() + b"\n" + rest)
        assert found() is None
    (tmp_path / "whole").write_text("")
    for target in ("/dev/zero", tmp_path / "whole"):
        entry.unlink()
        entry.symlink_to(target)
        assert found() is None
    entry.unlink()
    os.mkfifo(entry)
    assert found() is None
    store.keep(key, "x = 1\n", [], "")
    assert found() == "x = 1\n"
