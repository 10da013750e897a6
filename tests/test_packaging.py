"""What is installed is what the command needs, under one import name."""

from __future__ import annotations

import configparser
import importlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import codegen

ROOT = Path(__file__).parents[1]
NEEDED = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "docs/backprop.1", "codegen", "templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The wheel, built from a copy, so that the checkout stays as it is."""
    pytest.importorskip("setuptools", minversion="70.1")
    folder = tmp_path_factory.mktemp("checkout")
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    code = "from setuptools import build_meta; build_meta.build_wheel('dist')"
    (folder / "dist").mkdir()
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True)
    (built,) = (folder / "dist").glob("*.whl")
    yield built


def test_the_wheel_holds_gates_pages_and_the_mark_of_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (
        ("codegen", "codegen"),
        ("codegen/pages", "codegen/pages"),
        ("templates", "codegen/templates"),
    ):
        for path in (ROOT / folder).glob("*.*"):
            if path.suffix in (".py", ".md", ".typed"):
                assert f"{inside}/{path.name}" in names
    assert "codegen/py.typed" in names
    assert any(name.endswith(".data/data/share/man/man1/backprop.1") for name in names)


def test_the_wheel_adds_one_import_name(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith((".dist-info", ".data"))} == {"codegen"}


def test_the_wheel_says_where_the_command_and_the_plugins_are(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    (name,) = (name for name in packed.namelist() if name.endswith("/entry_points.txt"))
    points = configparser.ConfigParser()
    points.read_string(packed.read(name).decode())
    for group in (
        "console_scripts",
        "pytest11",
        "setuptools.finalize_distribution_options",
        "distutils.commands",
    ):
        for place in points[group].values():
            module, _, attribute = place.partition(":")
            found = importlib.import_module(module)
            assert not attribute or callable(getattr(found, attribute))


def test_an_installed_copy_generates(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "m.py").write_text("import math\n\n\ndef f(x):\n    return math.exp(x)\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    for arguments in (["generate", "m.py"], ["explain", "E101"]):
        found = subprocess.run(
            [sys.executable, "-m", "codegen", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.returncode == 0, found.stderr
        assert found.stdout


# What is released: of a commit, by .ci/dist.

VERSIONS = ("3.10", "3.11", "3.12", "3.13")
of_a_commit = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="this is no checkout"
)


def released(checkout: Path, folder: Path, umask: int = 0o022) -> list[Path]:
    """The source distribution and the wheel that a checkout gives."""
    pytest.importorskip("build")
    pytest.importorskip("setuptools", minversion="70.1")
    command = [sys.executable, checkout / ".ci" / "dist", "--no-isolation", folder]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, umask=umask)
    return sorted(folder.iterdir())


@pytest.mark.exhaustive
@of_a_commit
def test_a_commit_gives_the_same_bytes_in_any_checkout(tmp_path: Path) -> None:
    """Under another name, with other times and modes of the files, and with files that are not in git."""
    one, other = tmp_path / "one", tmp_path / "of another name" / "checkout"
    for checkout in (one, other):
        subprocess.run(["git", "clone", "-q", ROOT, checkout], check=True)
    for path in [path for path in other.rglob("*.py") if path.is_file()]:
        path.chmod(0o600)
        os.utime(path, (10**9, 10**9))
    (other / "codegen" / "left_behind.py").write_text("")
    first, second = released(one, tmp_path / "first"), released(other, tmp_path / "second", umask=0o077)
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.suffix for path in first] == [".whl", ".gz"]
    for a, b in zip(first, second):
        assert a.read_bytes() == b.read_bytes(), a.name


@pytest.mark.exhaustive
@of_a_commit
def test_the_source_distribution_has_all_that_is_in_git_and_its_tests_run(tmp_path: Path) -> None:
    _, packed = released(ROOT, tmp_path / "dist")
    with tarfile.open(packed) as archive:
        names = {member.name.partition("/")[2] for member in archive}
        assert {(member.mode, member.uname, member.uid) for member in archive} <= {
            (0o644, "", 0),
            (0o755, "", 0),
        }
        archive.extractall(tmp_path, filter="data")
    tracked = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "-z", "HEAD"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert set(tracked.stdout.strip("\0").split("\0")) <= names
    folder = tmp_path / packed.name.removesuffix(".tar.gz")
    tests = ["tests/test_formatting.py", "tests/test_readme.py", "tests/test_packaging.py"]
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not exhaustive", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def interpreter(version: str) -> str | None:
    """A Python of a version, if one is there that starts."""
    pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for path in [shutil.which(f"python{version}"), *map(str, pyenv)]:
        if path and subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0:
            return path
    return None


@pytest.mark.exhaustive
@pytest.mark.parametrize("version", VERSIONS)
def test_the_wheel_works_where_it_is_installed(version: str, wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own: the version, the function of the README, a build and a check."""
    python = interpreter(version)
    if python is None:
        pytest.skip(f"Python {version} is not there")
    subprocess.run([python, "-m", "venv", tmp_path / "venv"], check=True)
    scripts = tmp_path / "venv" / "bin"
    subprocess.run(
        [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel],
        check=True,
    )
    (tmp_path / "work").mkdir()

    def run(*arguments: str) -> str:
        command = [scripts / "backprop", *arguments]
        outer = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            command, cwd=tmp_path / "work", env=outer, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    readme = (ROOT / "README.md").read_text()
    source, passes = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)[:2]
    (tmp_path / "work" / "notes.py").write_text(source)
    assert run("--version") == f"backprop {codegen.__version__}\n"
    assert run("generate", "notes.py", "--final", "staged").endswith(f"\n\n{passes}")
    (tmp_path / "work" / "setup.cfg").write_text("[backprop]\nsources = notes.py\noutput = out\n")
    assert run("build") == "wrote out/notes.py\n"
    assert run("check") == ""
