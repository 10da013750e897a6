"""The command: exit codes, where output goes, and what is never touched."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import codegen
import codegen.build
from codegen.cli import main

SOURCE = "def area(w, h):\n    a = w * h\n    return a\n"
BROKEN = "def area(w, h):\n    a = w * height\n    b = a * depth\n    return b\n"
CONFIGURATION = "[backprop]\nsources = models/*.py\noutput = out\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> Run:
    """Runs the command in an empty folder; gives exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.with_name(f"{tmp_path.name}_cache")))
    monkeypatch.setattr("codegen.workers.processors", lambda: 1)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "codegen", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)


def project(folder: Path) -> None:
    (folder / "setup.cfg").write_text(CONFIGURATION)
    (folder / "models").mkdir()
    (folder / "out").mkdir()
    (folder / "models" / "a.py").write_text(SOURCE)
    (folder / "models" / "b.py").write_text(SOURCE.replace("area", "volume"))


def test_generate_prints_a_module(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    code, out, err = run("generate", "m.py")
    assert (code, err) == (0, "")
    namespace: dict[str, Any] = {}
    exec(out, namespace)
    value, cache = namespace["area_forward"](2.0, 3.0)
    assert value == 6.0
    assert namespace["area_backward"](1.0, cache) == (3.0, 2.0)


def test_a_method_is_asked_for_by_the_name_of_its_class(run: Run, tmp_path: Path) -> None:
    text = "from typing import NamedTuple\n\n\nclass Box(NamedTuple):\n    w: float\n    h: float\n\n"
    (tmp_path / "m.py").write_text(
        f"{text}    def area(self, d: float):\n        a = self.w * self.h * d\n        return a\n"
    )
    assert "--only Box.area" in run("generate", "m.py")[2]
    code, out, _ = run("generate", "m.py", "--only", "Box.area", "--wrt", "Box.area:d")
    assert code == 0
    assert "return dd\n" in out


def test_generate_writes_a_file_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    assert run("generate", "m.py", "-o", "out.py") == (0, "", "")
    os.utime("out.py", ns=(1, 1))
    assert run("generate", "m.py", "-o", "out.py") == (0, "", "")
    assert (tmp_path / "out.py").stat().st_mtime_ns == 1
    assert sorted(os.listdir()) == ["m.py", "out.py"]


def test_the_header_says_how_to_make_it_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    relative = run("generate", "m.py", "--only", "area", "--style", "notes")[1]
    assert "backprop generate m.py --only area --style notes" in relative
    absolute = run("generate", str(tmp_path / "m.py"), "--only", "area", "--style", "notes")[1]
    assert absolute == relative


def test_options_reach_the_generator(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE + "\n\ndef other(x):\n    return x * x\n")
    _, out, _ = run("generate", "m.py", "--only", "area", "--wrt", "area:h", "--final", "area")
    assert "other" not in out
    assert "def area_backward(cache):" in out
    assert "return dh\n" in out


def test_a_dash_is_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    assert run("generate", "m.py", "-o", "-") == run("generate", "m.py")
    assert not (tmp_path / "-").exists()


def test_standard_input(run: Run, tmp_path: Path) -> None:
    found = process("generate", "-", input=SOURCE.encode(), cwd=tmp_path, env=checkout())
    assert found.returncode == 0
    assert b"def area_backward" in found.stdout
    found = process("generate", "-", input=b"def f(x:\n", cwd=tmp_path, env=checkout())
    assert found.returncode == 1
    assert found.stderr.startswith(b"<stdin>:1:")


def test_all_problems_are_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(BROKEN)
    (tmp_path / "out.py").write_text("as it was")
    code, out, err = run("generate", "m.py", "-o", "out.py")
    assert (code, out) == (1, "")
    assert [line for line in err.splitlines() if "error[" in line] == [
        "m.py:2:13: error[E109]: height is not bound",
        "m.py:3:13: error[E109]: depth is not bound",
    ]
    assert "    a = w * height\n" in err
    assert "help: " in err
    assert (tmp_path / "out.py").read_text() == "as it was"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("generate", "missing.py"), "E002"),
        (("generate", "folder"), "E002"),
        (("generate", "latin.py"), "E002"),
        (("generate", "empty.py"), "E003"),
        (("generate", "m.py", "-o", "folder"), "E008"),
        (("generate", "m.py", "-o", "no/out.py"), "E008"),
        (("generate", "m.py", "-o", "m.py"), "E008"),
        (("generate", "m.py", "--only", "missing"), "E004"),
        (("generate", "m.py", "--final", "missing"), "E004"),
        (("generate", "m.py", "--wrt", "missing:x"), "E004"),
        (("generate", "m.py", "--wrt", "area:x"), "E005"),
        (("generate", "m.py", "--templates", "missing.py"), "E401"),
        (("generate", "syntax.py"), "E001"),
        (("generate", "null.py"), "E001"),
        (("build",), "E009"),
        (("check", "--config", "missing.cfg"), "E009"),
    ],
)
def test_bad_input_is_a_located_problem(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "m.py").write_text(SOURCE)
    (tmp_path / "latin.py").write_bytes(b"x = '\xff'\n")
    (tmp_path / "empty.py").write_text("")
    (tmp_path / "syntax.py").write_text("def f(x:\n")
    (tmp_path / "null.py").write_bytes(b"x = 1\0\n")
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert f": error[{code}]: " in err.splitlines()[0]
    assert "Traceback" not in err


def test_a_file_name_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"m\xff.py")).write_text(SOURCE)
    except OSError:
        pytest.skip("there are no such names here")
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = *.py\noutput = out\n")
    for arguments in (("build",), ("generate", os.fsdecode(b"m\xff.py"))):
        found = process(*arguments, cwd=tmp_path, env=checkout())
        assert (found.returncode, found.stdout) == (1, b"")
        assert b"error[E002]: the name of this file is not text in UTF-8" in found.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("generate",),
        ("generate", "m.py", "--style", "loud"),
        ("generate", "m.py", "--only", "f,,g"),
        ("generate", "m.py", "--wrt", "f"),
        ("generate", "m.py", "--wrt", "f:"),
        ("explain", "E999"),
        ("explain", "../E101"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err


def test_build_writes_what_changed(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    assert run("build") == (0, "wrote out/a.py\nwrote out/b.py\n", "")
    assert run("build") == (0, "", "")
    assert run("check") == (0, "", "")
    (tmp_path / "models" / "a.py").write_text(SOURCE.replace("w * h", "w * h * h"))
    assert run("build", "models/b.py") == (0, "", "")
    assert run("build", "models/a.py") == (0, "wrote out/a.py\n", "")


def test_build_makes_folders(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "setup.cfg").write_text(CONFIGURATION.replace("= out", "= made/by/build"))
    os.rmdir(tmp_path / "out")
    assert run("build") == (0, "wrote made/by/build/a.py\nwrote made/by/build/b.py\n", "")


def test_build_works_from_below(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path)
    run("build")
    held = (tmp_path / "out" / "a.py").read_text()
    monkeypatch.chdir(tmp_path / "models")
    assert run("build") == (0, "", "")
    (tmp_path / "out" / "a.py").unlink()
    code, out, _ = run("build", "a.py")
    assert code == 0
    assert out.endswith("out/a.py\n")
    assert (tmp_path / "out" / "a.py").read_text() == held


def test_build_tells_the_problems_of_all_files_and_writes_the_others(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "models" / "a.py").write_text(BROKEN)
    (tmp_path / "models" / "c.py").write_text("def f(x:\n")
    code, out, err = run("build")
    assert (code, out) == (1, "wrote out/b.py\n")
    assert err.count("models/a.py:") == 2
    assert err.count("models/c.py:") == 1
    assert os.listdir(tmp_path / "out") == ["b.py"]


def test_a_source_with_two_outputs_tells_its_problems_once(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "setup.cfg").write_text(CONFIGURATION + "\n[backprop:out/two.py]\nsource = models/a.py\n")
    (tmp_path / "models" / "a.py").write_text(BROKEN)
    assert run("build")[2].count("error[") == 2
    assert os.listdir(tmp_path / "out") == ["b.py"]


def test_check_shows_what_would_change_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    run("build")
    (tmp_path / "models" / "a.py").write_text(SOURCE.replace("w * h", "w * h * h"))
    (tmp_path / "out" / "b.py").unlink()
    before = (tmp_path / "out" / "a.py").read_text()
    code, out, err = run("check")
    assert code == 1
    assert "--- out/a.py\n+++ out/a.py\n" in out
    assert "--- /dev/null\n+++ out/b.py\n" in out
    assert "out/a.py is not what its source gives now: run backprop build\n" in err
    assert (tmp_path / "out" / "a.py").read_text() == before
    assert not (tmp_path / "out" / "b.py").exists()


def test_the_diff_of_check_mends_the_file(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    run("build")
    held = (tmp_path / "out" / "a.py").read_text()
    (tmp_path / "out" / "a.py").write_text("# edited\n" + held.rstrip("\n"))
    diff = run("check")[1]
    subprocess.run(["patch", "-p0", "--silent"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "out" / "a.py").read_text() == held


def test_a_source_that_is_not_configured_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    code, _, err = run("build", "models/no.py")
    assert code == 2
    assert "setup.cfg names no source models/no.py" in err


def test_an_output_that_cannot_be_written_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "out" / "a.py").mkdir()
    code, out, err = run("build")
    assert (code, out) == (1, "wrote out/b.py\n")
    assert "out/a.py:1:1: error[E008]" in err


def test_colour_follows_the_environment(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "m.py").write_text(BROKEN)
    assert "\033[" not in run("generate", "m.py")[2]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\033[" in run("generate", "m.py")[2]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in run("generate", "m.py")[2]


def test_a_defect_says_how_to_report_it(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fail(*_: object) -> str:
        raise KeyError("boom")

    monkeypatch.setattr(sys.modules["codegen.generate"], "generate_module", fail)
    code, out, err = run("generate", "m.py", "-o", "out.py")
    assert (code, out) == (123, "")
    assert "failed on m.py: KeyError: 'boom'" in err
    assert "report" in err
    assert "Traceback" not in err
    (kept,) = tmp_path.glob("backprop-*.txt")
    assert "Traceback" in kept.read_text()
    assert not (tmp_path / "out.py").exists()


def test_interruption_and_a_reader_that_has_gone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("codegen.cli._explain", interrupt)
    assert run("explain") == (130, "", "")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "codegen", "explain"]
    with os.fdopen(writer, "wb") as broken:
        found = subprocess.run(command, stdout=broken, stderr=subprocess.PIPE, check=False, env=checkout())
    assert found.stderr == b""


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"backprop {codegen.__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert "examples:" in out
    for command in ("generate", "build", "check", "cache", "explain"):
        assert run(command, "--help")[0] == 0


def test_help_loads_neither_the_generator_nor_what_it_needs() -> None:
    code = (
        "import sys; from codegen.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print({'astor', 'black', 'numpy', 'codegen.parse', 'codegen.generate'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=checkout()
    )
    assert found.stdout.endswith("set()\n")


def checkout() -> dict[str, str]:
    """The environment of a process that finds the package from any folder."""
    root = str(Path(codegen.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": root}
