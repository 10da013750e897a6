"""Builds: the same bytes over any number of processes, with what is kept and without, whatever goes wrong."""

from __future__ import annotations

import errno
import importlib
import os
import pty
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import codegen
from codegen.build import Made, make
from codegen.config import load
from codegen.inputs import imported_names, program
from codegen.modules import Build
from codegen.progress import bar
from codegen.stored import Store, default_folder
from codegen.workers import Lost, shared_out

AREA = "def area{0}(w, h):\n    a = w * h * {0}.5\n    return a\n"
BROKEN = "def area(w, h):\n    return w * height\n"
CONFIGURATION = "[backprop]\nsources = models/*.py\noutput = out\n"
OTHERWISE = (
    "import importlib, os, sys, time\n"
    "from codegen.cli import main\n"
    "g = importlib.import_module('codegen.generate')\n"
)
ROOT = Path(codegen.__file__).parents[1]

Generated = list[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of three modules."""
    (tmp_path / "setup.cfg").write_text(CONFIGURATION)
    (tmp_path / "models").mkdir()
    for number in range(3):
        (tmp_path / "models" / f"m{number}.py").write_text(AREA.format(number))
    return tmp_path


@pytest.fixture
def generated(monkeypatch: pytest.MonkeyPatch) -> Generated:
    """The paths that the generator has been run on."""
    found: list[str] = []
    generator = importlib.import_module("codegen.generate")
    generate = generator.generate_module

    def noted(text: str, path: str, *more: Any) -> str:
        found.append(path)
        return generate(text, path, *more)

    monkeypatch.setattr(generator, "generate_module", noted)
    return found


def built(folder: Path, cache: Path | None = None) -> Made:
    """What a build in this process makes."""
    configuration = load(folder / "setup.cfg")
    return make(configuration, configuration.outputs, store=Store(cache) if cache else None)


def texts(made: Made) -> dict[str, str]:
    return {output.output: text for output, text in made.texts}


def run(
    folder: Path, *arguments: str, cache: str = "cache", **options: Any
) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own."""
    command = [sys.executable, "-m", "codegen", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(folder, cache),
        text=True,
        capture_output=True,
        check=False,
        **options,
    )


def environment(folder: Path, cache: str = "cache") -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {**kept, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / cache), "TERM": "xterm"}


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def test_the_same_bytes_with_any_jobs_and_with_what_was_kept(folder: Path) -> None:
    ways = (["-j", "1", "--no-cache"], ["-j", "3", "--cache", "own"], ["--cache", "own"])
    found = []
    for way in ways:
        shutil.rmtree(folder / "out", ignore_errors=True)
        done = run(folder, "build", *way)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "".join(f"wrote out/m{number}.py\n" for number in range(3))
        found.append(outputs(folder))
    assert all(same == found[0] for same in found)
    assert len(os.listdir(folder / "own")) == 3


def test_problems_are_told_in_the_order_of_the_configuration(folder: Path) -> None:
    # The shortest source is begun last.
    (folder / "models" / "m0.py").write_text(BROKEN)
    (folder / "models" / "m1.py").write_text(BROKEN + "# long\n")
    done = run(folder, "build", "-j", "2")
    places = [line.partition(":")[0] for line in done.stderr.splitlines() if "error[" in line]
    assert places == ["models/m0.py", "models/m1.py"]
    assert (done.returncode, done.stdout) == (1, "wrote out/m2.py\n")
    assert run(folder, "build", "-j", "1").stderr == done.stderr


def test_only_what_has_changed_is_generated(folder: Path, tmp_path: Path, generated: Generated) -> None:
    before = texts(built(folder, tmp_path / "cache"))
    assert sorted(generated) == [f"models/m{number}.py" for number in range(3)]
    generated.clear()
    assert texts(built(folder, tmp_path / "cache")) == before
    assert generated == []
    (folder / "models" / "m2.py").write_text(AREA.format(7))
    after = texts(built(folder, tmp_path / "cache"))
    assert generated == ["models/m2.py"]
    assert "area7" in after["out/m2.py"]
    assert after == texts(built(folder))


def test_every_option_counts(folder: Path, tmp_path: Path, generated: Generated) -> None:
    for more in ("", "style = notes\n", "check_shapes = yes\n", "\n[backprop:out/m0.py]\nfinal = area0\n"):
        (folder / "setup.cfg").write_text(CONFIGURATION + more)
        assert texts(built(folder, tmp_path / "cache")) == texts(built(folder))
    assert generated.count("models/m0.py") == 8  # in each of the four, with what was kept and without


def test_gate_files_count(folder: Path, tmp_path: Path, generated: Generated) -> None:
    (folder / "setup.cfg").write_text(CONFIGURATION + "templates = gates.py\n")
    (folder / "models" / "m0.py").write_text("from ours import f\n\n\ndef g(x):\n    return f(x)\n")
    gate = 'import ours\n\n\ndef f(x):\n    """Scales."""\n    z = ours.f(x)\n    dx = {} * dz\n'
    for factor in (3, 5):
        (folder / "gates.py").write_text(gate.format(factor))
        made = texts(built(folder, tmp_path / "cache"))
        assert f"dx = {factor} * dout" in made["out/m0.py"]
        assert texts(built(folder, tmp_path / "cache")) == made
    assert generated.count("models/m0.py") == 2
    (folder / "gates.py").unlink()
    (folder / "gates.py").mkdir()
    (folder / "setup.cfg").write_text(CONFIGURATION)
    assert built(folder, tmp_path / "cache").failures  # of which the gate is gone


def test_the_program_counts(folder: Path, tmp_path: Path, generated: Generated, monkeypatch: Any) -> None:
    built(folder, tmp_path / "cache")
    generated.clear()
    built(folder, tmp_path / "cache")
    assert generated == []
    found = program()
    monkeypatch.setattr("codegen.inputs.program", lambda: replace(found, digest="another"))
    built(folder, tmp_path / "cache")
    assert len(generated) == 3


def test_nothing_is_kept_of_a_program_that_changes_meanwhile(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = program()
    (tmp_path / "step.py").write_text("")
    monkeypatch.setattr(
        "codegen.inputs.program", lambda: replace(found, files=((tmp_path / "step.py", (1, 0)),))
    )
    assert len(texts(built(folder, tmp_path / "cache"))) == 3
    assert not (tmp_path / "cache").exists()


def test_a_module_of_the_build_that_is_imported_counts(
    folder: Path, tmp_path: Path, generated: Generated
) -> None:
    """And so do those that this one imports."""
    models = folder / "models"
    (models / "m0.py").write_text("from models import m1\n" + AREA.format(0))
    (models / "m1.py").write_text("from .m2 import area2\n" + AREA.format(1))
    first = texts(built(folder, tmp_path / "cache"))
    generated.clear()
    (models / "m2.py").write_text(AREA.format(8))
    assert texts(built(folder, tmp_path / "cache")) == first | {
        "out/m2.py": texts(built(folder))["out/m2.py"]
    }
    assert sorted(generated[:3]) == ["models/m0.py", "models/m1.py", "models/m2.py"]
    generated.clear()
    (models / "m0.py").write_text(AREA.format(9))
    built(folder, tmp_path / "cache")
    assert generated == ["models/m0.py"]


def test_a_module_that_comes_into_the_build_counts(
    folder: Path, tmp_path: Path, generated: Generated
) -> None:
    (folder / "models" / "m0.py").write_text("import newcomer\n" + AREA.format(0))
    built(folder, tmp_path / "cache")
    generated.clear()
    (folder / "models" / "newcomer.py").write_text(AREA.format(5))
    built(folder, tmp_path / "cache")
    assert sorted(generated) == ["models/m0.py", "models/newcomer.py"]


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_nothing_old_is_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """A text that is made of all that it may depend on, and builds with and without what was kept."""
    draw, models, cache = random.Random(seed), folder / "models", folder / "cache"
    (folder / "gates.py").write_text("0")

    def imported(path: Path, seen: set[Path]) -> str:
        seen.add(path)
        others = [models / f"m{number}.py" for number in re.findall(r"\bm(\d)", path.read_text())]
        return path.read_text() + "".join(imported(o, seen) for o in others if o.exists() and o not in seen)

    def made(text: str, path: str, options: Any, build: Build) -> str:
        gates = [Path(template).read_text() for template in options.templates]
        others = (replace(other, state="") for path, other in build.sources.items() if path != build.here)
        around = sorted(map(repr, others)), sorted(build.packages), build.output
        return repr((imported(folder / path, set()), path, options.style, options.final, gates, around))

    def names() -> list[str]:
        return sorted(path.name for path in models.glob("m*.py"))

    def change() -> None:
        path = models / f"m{draw.randrange(5)}.py"
        kind = draw.randrange(9)
        if kind < 3:
            spelled = draw.choice(
                ["import m{}", "from models import m{}", "from .m{} import f", "import models.m{}"]
            )
            path.write_text(f"{spelled.format(draw.randrange(5))}\n" * draw.randrange(3))
        elif kind == 3:
            path.write_text(f"# {draw.random()}\n")
        elif kind == 4 and len(names()) > 1:
            path.unlink(missing_ok=True)
            (folder / "setup.cfg").write_text(CONFIGURATION)
        elif kind == 7:
            package = draw.choice([folder, models]) / "__init__.py"
            package.unlink() if package.exists() else package.write_text("from .m1 import *\n")
        elif kind == 8:
            section = f"[backprop:out/n{draw.randrange(2)}.py]\nsource = models/{draw.choice(names())}\n"
            (folder / "setup.cfg").write_text(f"{CONFIGURATION}\n{section}style = notes\n")
        elif kind == 5:
            (folder / "gates.py").write_text(str(draw.randrange(3)))
        else:
            more = draw.choice(["", "style = notes\n", "templates = gates.py\n"])
            (folder / "setup.cfg").write_text(CONFIGURATION + more)
        for entry in list(cache.iterdir()) if cache.exists() and draw.random() < 0.2 else []:
            entry.write_bytes(entry.read_bytes()[: draw.randrange(300)])

    monkeypatch.setattr(importlib.import_module("codegen.generate"), "generate_module", made)
    found = program()
    monkeypatch.setattr("codegen.inputs.program", lambda: replace(found, files=()))
    for _ in range(60):
        change()
        assert texts(built(folder, cache)) == texts(built(folder))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import a.b, c as d", "a b c"),
        ("from a.b import (c,  # (\n    d)", "a b c d"),
        ("from . import f", "__init__ f"),
        ("from ..a import *", "* a"),
        ("def f():\n    if g:\n        import a", "a"),
        ("import a; x = import_b", "a"),
        ("'import a'", ""),
        ("import (", ""),
    ],
)
def test_names_that_are_imported(text: str, names: str) -> None:
    assert sorted(imported_names(text.encode())) == names.split()


def test_an_output_that_was_changed_by_hand_is_written_again(folder: Path) -> None:
    run(folder, "build")
    before = outputs(folder)
    (folder / "out" / "m1.py").write_bytes(before["m1.py"].replace(b"0.5", b"0.6"))
    (folder / "out" / "m2.py").write_bytes(before["m2.py"].replace(b"dw = ", b"dh = "))  # of the same length
    checked = run(folder, "check")
    assert checked.returncode == 1
    assert "out/m2.py is not what its source gives now" in checked.stderr
    assert "wrote out/m2.py\n" in run(folder, "build").stdout
    assert outputs(folder) == before


def spoiled(path: Path) -> Iterator[bytes]:
    """What an entry may have become."""
    data = path.read_bytes()
    yield b""
    yield b"\n"
    yield b"\xff\xfe\x00"
    yield data[:-1]
    yield data[: len(data) // 2]
    yield data.replace(b"dw", b"dh")
    yield data.replace(b'"names": []', b'"names": ["a"]')
    yield data + b"\n"
    yield b"\0" * len(data)


def test_a_spoiled_entry_is_none(folder: Path, tmp_path: Path, generated: Generated) -> None:
    cache = tmp_path / "cache"
    expected = texts(built(folder, cache))
    (entry, another) = sorted(cache.iterdir())[:2]
    whole = entry.read_bytes()
    for data in [*spoiled(entry), another.read_bytes()]:
        entry.write_bytes(data)
        generated.clear()
        assert texts(built(folder, cache)) == expected
        assert len(generated) == 1
        assert entry.read_bytes() == whole


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_cache_that_cannot_be_written_does_no_harm(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("codegen.stored.replace_whole", fail)
    assert texts(built(folder, tmp_path / "cache")) == texts(built(folder))
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_cache_that_is_no_folder_does_no_harm(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "deeper"):
        assert texts(built(folder, place)) == texts(built(folder))
    cache = tmp_path / "cache"
    built(folder, cache)
    for entry in cache.iterdir():
        entry.unlink()
        entry.mkdir()
    assert texts(built(folder, cache)) == texts(built(folder))


def test_two_builds_at_once_share_a_cache(folder: Path) -> None:
    command = [sys.executable, "-m", "codegen", "build", "-j", "2"]
    both = [subprocess.Popen(command, cwd=folder, env=environment(folder)) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    found = outputs(folder)
    assert run(folder, "check", "--no-cache").returncode == 0
    assert set(found) == {f"m{number}.py" for number in range(3)}
    assert len(os.listdir(folder / "cache" / "backprop")) == 3


def test_what_is_kept_is_bounded(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    keys = [f"{number:064x}" for number in range(6)]
    for at, key in enumerate(keys):
        store.keep(key, "x" * 1000, [], "")
        os.utime(store.folder / key, (at, at))
    (store.folder / "README").write_text("somebody's own")
    left_over = store.folder / f".{keys[0]}.1234.89abcdef"
    left_over.write_text("")
    os.utime(left_over, (0, 0))
    assert store.find(keys[0], lambda names: "") == "x" * 1000  # which is the latest to be read now
    store.prune(3500)
    assert sorted(os.listdir(store.folder)) == [keys[0], keys[4], keys[5], "README"]
    store.prune()
    assert len(os.listdir(store.folder)) == 4


def test_without_a_home_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert default_folder() is None


def killed_at(number: int) -> int:
    """Work that is killed at some tasks."""
    if number % 3 == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_a_process_that_is_killed_is_told_and_the_rest_is_done() -> None:
    found = dict(shared_out(killed_at, range(8), 2))
    assert found == {n: Lost("SIGKILL") if n % 3 == 1 else n * n for n in range(8)}


def test_without_processes_this_one_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr("codegen.workers._Worker", fail)
    assert dict(shared_out(abs, range(-3, 0), 2)) == {0: 3, 1: 2, 2: 1}


def test_where_threads_run_the_processes_are_new_ones() -> None:
    enough = threading.Event()
    threads = threading.Thread(target=enough.wait)
    threads.start()
    try:
        assert dict(shared_out(abs, range(-3, 0), 2)) == {0: 3, 1: 2, 2: 1}
    finally:
        enough.set()
        threads.join()


def test_a_source_whose_process_is_killed_is_told(folder: Path) -> None:
    code = (
        f"{OTHERWISE}"
        "made = g.generate_module\n"
        "g.generate_module = lambda text, path, *more: (\n"
        "    os.kill(os.getpid(), 9) if path.endswith('m1.py') else made(text, path, *more))\n"
        "sys.exit(main(['build', '-j', '2']))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), text=True, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 123
    assert done.stdout == "".join(f"wrote out/m{number}.py\n" for number in (0, 2))
    assert done.stderr.startswith("models/m1.py: the process that generated from it was ended (SIGKILL)")
    assert "Traceback" not in done.stderr


def test_a_defect_in_a_process_is_told_as_in_this_one(folder: Path) -> None:
    code = (
        f"{OTHERWISE}"
        "def fail(*_): raise KeyError('boom')\n"
        "g.generate_module = fail\n"
        "sys.exit(main(['build', '-j', sys.argv[1]]))"
    )
    for jobs in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, jobs],
            cwd=folder,
            env={**environment(folder), "TMPDIR": str(folder)},
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 123
        assert "failed on models/m0.py: KeyError: 'boom'" in done.stderr
        assert "Traceback" not in done.stderr
    assert all("in fail" in path.read_text() for path in folder.glob("backprop-*.txt"))


@pytest.mark.parametrize(
    ("jobs", "number", "status"),
    [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130), ("2", signal.SIGKILL, -9)],
)
def test_a_build_that_is_ended_leaves_nothing_behind(
    folder: Path, jobs: str, number: int, status: int
) -> None:
    code = (
        f"{OTHERWISE}"
        "import signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # what starts the tests may ignore it
        "def wait(text, path, *more):\n"
        "    open(f'begun{os.getpid()}', 'w').close()\n"
        "    while not os.path.exists('enough'): time.sleep(0.01)\n"
        "g.generate_module = wait\n"
        "sys.exit(main(['build', '-j', sys.argv[1]]))"
    )
    command = [sys.executable, "-c", code, jobs]
    options: dict[str, Any] = {"cwd": folder, "env": environment(folder), "start_new_session": True}
    with (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(command, stderr=errors, **options)
    waited_for(lambda: len(list(folder.glob("begun*"))) == int(jobs))
    if number == signal.SIGINT:
        os.killpg(process.pid, number)  # as a terminal does it
    else:
        process.kill()
        (folder / "enough").touch()  # whoever is at work may end it
    assert process.wait(timeout=30) == status
    assert (folder / "errors").read_bytes() == b""
    for path in folder.glob("begun*"):
        waited_for(lambda path=path: not runs(path.name.removeprefix("begun")))
    assert not (folder / "out").exists()


def runs(process: str) -> bool:
    """Whether a process is there, and no mere entry of one that has ended."""
    try:
        return Path("/proc", process, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def waited_for(come: Callable[[], bool]) -> None:
    for _ in range(3000):
        if come():
            return
        time.sleep(0.01)
    raise TimeoutError


def test_a_bar_is_drawn_on_a_terminal_alone(folder: Path) -> None:
    shown = on_terminal(folder, "build", "--no-cache")
    assert "/3" in shown
    *_, last, blank, end = shown.split("\r")
    assert (last[-3:], blank.strip(), end) == ("3/3", "", "")
    assert "\033" not in shown
    assert on_terminal(folder, "build", "--no-cache", "--quiet") == ""


def on_terminal(folder: Path, *arguments: str) -> str:
    """What the command shows on a terminal."""
    ours, theirs = pty.openpty()
    code = f"{OTHERWISE}import codegen.progress as p; p.PAUSE = 0; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(
        command, cwd=folder, env=environment(folder), stderr=theirs, stdout=subprocess.DEVNULL, check=True
    )
    os.close(theirs)
    shown = b""
    try:
        while data := os.read(ours, 10_000):
            shown += data
    except OSError:  # which is how Linux tells that the other end is closed
        pass
    os.close(ours)
    return shown.decode()


def test_the_bar_fits_its_line() -> None:
    assert bar(3, 6, 80) == f"[{'#' * 15}{'.' * 15}] 3/6"
    assert bar(3, 6, 12) == "[##...] 3/6"
    for columns in range(1, 80):
        assert len(bar(3, 1000, columns)) < max(columns, 1)


def test_a_quiet_build_says_only_what_is_wrong(folder: Path) -> None:
    done = run(folder, "build", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (folder / "out" / "m0.py").unlink()
    done = run(folder, "check", "-q")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "out/m0.py is not what its source gives now: run backprop build\n"


@pytest.mark.parametrize("jobs", ["0", "-1", "two", ""])
def test_a_number_of_jobs_is_at_least_one(folder: Path, jobs: str) -> None:
    done = run(folder, "build", "-j", jobs)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_build_with_nothing_to_do_loads_no_generator(folder: Path) -> None:
    run(folder, "build")
    code = (
        "import sys; from codegen.cli import main\n"
        "for command in ('build', 'check'): assert main([command]) == 0\n"
        "heavy = {'astor', 'black', 'numpy', 'multiprocessing', 'codegen.parse', 'codegen.generate'}\n"
        "print(heavy & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    found = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True, check=True
    )
    assert found.stdout == "set()\n"
