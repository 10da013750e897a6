"""What is installed is what the command needs, under one import name."""

from __future__ import annotations

import configparser
import importlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "codegen", "templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The wheel, built from a copy, so that the checkout stays as it is."""
    pytest.importorskip("setuptools", minversion="70.1")
    folder = tmp_path_factory.mktemp("checkout")
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
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


def test_the_wheel_adds_one_import_name(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"codegen"}


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
