"""A user's project that is built by setuptools, and generates on the way: `tests/data/sample_project`."""

from __future__ import annotations

import configparser
import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from codegen.cli import main

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "data" / "sample_project"
OUTPUTS = ("sample/net_notes.py", "sample/passes/layers.py", "sample/passes/net.py")
OWN = ("sample/__init__.py", "sample/layers.py", "sample/net.py")
LEFT_OUT = "experiments/passes/trial.py is in no package of the project, and is left out"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("setuptools") is None, reason="setuptools is not installed"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample, in which nothing has been generated; the current folder."""
    folder = tmp_path / "project"
    shutil.copytree(SAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """An environment in which this checkout is installed, whatever is."""
    site = tmp_path / "site"
    about = site / "backprop_codegen-0.1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: backprop-codegen\nVersion: 0.1.0\n")
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    points = "".join(
        f"[{group}]\n{text.strip()}\n\n" for group, text in setup["options.entry_points"].items()
    )
    (about / "entry_points.txt").write_text(points)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(ROOT)])}


def built(
    kind: str, environment: Mapping[str, str], settings: str = "{}"
) -> subprocess.CompletedProcess[str]:
    """What a front end has setuptools make, in the current folder: a `wheel`, an `sdist`, an `editable`."""
    arguments = "'dist'" if kind == "sdist" else f"'dist', {settings}"
    code = f"from setuptools import build_meta; build_meta.build_{kind}({arguments})"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def in_wheel(wheel: Path) -> dict[str, str]:
    """The files of a wheel but for those about it."""
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if ".dist-info/" not in name]
        return {name: packed.read(name).decode() for name in names}


def the_wheel(folder: str = "dist") -> dict[str, str]:
    (wheel,) = Path(folder).glob("*.whl")
    return in_wheel(wheel)


def in_sdist() -> list[str]:
    """The files of the source distribution but for those about it."""
    (packed,) = Path("dist").glob("*.tar.gz")
    with tarfile.open(packed) as files:
        names = [one.name.partition("/")[2] for one in files if one.isfile()]
    return sorted(name for name in names if ".egg-info" not in name and name not in ("PKG-INFO", "setup.cfg"))


def generated() -> dict[str, str]:
    """What `backprop build` writes, by the names in a wheel, in a copy of the current folder."""
    here = Path.cwd()
    copy = here.with_name("copy")
    shutil.copytree(here, copy, ignore=shutil.ignore_patterns("build", "dist"))
    os.chdir(copy)
    try:
        assert main(["build", "-q", "-j", "1"]) == 0
        return {name: Path("src", name).read_text() for name in OUTPUTS}
    finally:
        os.chdir(here)


def in_tree() -> Iterator[str]:
    return (path.as_posix() for path in Path("src").rglob("*.py"))


def test_a_wheel_has_what_is_generated_and_the_project_stays_as_it_is(
    project: Path, environment: Mapping[str, str]
) -> None:
    done = built("wheel", environment)
    assert done.returncode == 0, done.stderr
    assert LEFT_OUT in done.stdout + done.stderr
    found = the_wheel()
    assert sorted(found) == sorted([*OWN, *OUTPUTS])
    assert {name: found[name] for name in OUTPUTS} == generated()
    assert "affine_forward" in found["sample/passes/net.py"]
    assert "1 + np.abs(h)) ** 2" in found["sample/passes/net.py"]  # by the gate of the project
    assert sorted(in_tree()) == sorted(f"src/{name}" for name in OWN)


@pytest.mark.exhaustive
def test_who_does_not_ask_is_left_alone(project: Path, environment: Mapping[str, str]) -> None:
    text = Path("pyproject.toml").read_text()
    Path("pyproject.toml").write_text(text.replace(', "backprop-codegen"]', ', "backprop-codegen-other"]'))
    done = built("wheel", environment)
    assert done.returncode == 0, done.stderr
    assert sorted(the_wheel()) == sorted(OWN)
    assert "backprop" not in done.stdout + done.stderr


@pytest.mark.exhaustive
def test_who_asks_and_configures_nothing_is_warned(project: Path, environment: Mapping[str, str]) -> None:
    text = Path("pyproject.toml").read_text()
    Path("pyproject.toml").write_text(text.replace("tool.backprop", "tool.backporp"))
    done = built("wheel", environment)
    assert done.returncode == 0, done.stderr
    assert sorted(the_wheel()) == sorted(OWN)
    assert "nothing beside pyproject.toml configures it: no passes are made" in done.stderr


@pytest.mark.exhaustive
def test_a_source_distribution_has_all_that_the_wheel_is_made_from(
    project: Path, environment: Mapping[str, str]
) -> None:
    assert built("sdist", environment).returncode == 0
    sources = ["experiments/trial.py", "gates/own.py", "pyproject.toml", *(f"src/{name}" for name in OWN)]
    assert in_sdist() == sorted(sources)
    assert built("wheel", environment).returncode == 0
    with tarfile.open(next(Path("dist").glob("*.tar.gz"))) as packed:
        packed.extractall("unpacked", filter="data")
    (top,) = Path("unpacked").iterdir()
    expected = the_wheel()
    os.chdir(top)
    assert built("wheel", environment).returncode == 0
    assert the_wheel() == expected


@pytest.mark.exhaustive
def test_what_is_checked_in_does_not_hide_what_its_source_gives(
    project: Path, environment: Mapping[str, str]
) -> None:
    assert main(["build", "-q", "-j", "1"]) == 0
    stale = project / "src" / "sample" / "passes" / "layers.py"
    fresh = stale.read_text()
    stale.write_text("# old\n")
    (stale.parent / "__init__.py").write_text("")
    assert built("sdist", environment).returncode == 0
    assert {f"src/{name}" for name in OUTPUTS} <= set(in_sdist())
    assert built("wheel", environment).returncode == 0
    assert the_wheel()["sample/passes/layers.py"] == fresh
    assert stale.read_text() == "# old\n"


@pytest.mark.exhaustive
@pytest.mark.parametrize("settings", ["{}", "{'editable_mode': 'strict'}"])
def test_an_editable_install_has_them_in_the_project(
    project: Path, environment: Mapping[str, str], settings: str
) -> None:
    done = built("editable", environment, settings)
    assert done.returncode == 0, done.stderr
    assert sorted(in_tree()) == sorted(f"src/{name}" for name in [*OWN, *OUTPUTS])
    assert main(["check", "--no-cache", "-q", "src/sample/net.py", "src/sample/layers.py"]) == 0
    if "strict" in settings:
        links = {
            path.relative_to(project / "build").parts[1:] for path in Path("build").resolve().rglob("*.py")
        }
        assert links >= {tuple(name.split("/")) for name in OUTPUTS}


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("src/sample/layers.py", "def f(x):\n    return x * unknown\n", "layers.py:2:16: error[E109]"),
        ("pyproject.toml", "{}sources = 3\n", "pyproject.toml:"),
        ("setup.cfg", "[backprop]\nsources = src/sample/net.py\n", "both configure backprop"),
    ],
)
def test_a_problem_stops_the_build_with_its_place(
    project: Path, environment: Mapping[str, str], name: str, text: str, told: str
) -> None:
    path = project / name
    before = path.read_text() if path.exists() else ""
    path.write_text(text.format(before.partition("sources =")[0]))
    done = built("wheel", environment)
    assert done.returncode != 0
    assert "backprop stops the build:" in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(project.glob("dist/*.whl"))


@pytest.mark.exhaustive
def test_modules_without_a_package_are_written_beside_each_other(
    tmp_path: Path, environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("area.py").write_text("def area(w, h):\n    return w * h\n")
    Path("pyproject.toml").write_text(
        '[build-system]\nrequires = ["setuptools", "Backprop_Codegen >= 0.1"]\n'
        '[project]\nname = "area"\nversion = "1"\n[tool.setuptools]\npy-modules = ["area", "area_grad"]\n'
        '[tool.backprop.outputs."area_grad.py"]\nsource = "area.py"\n'
    )
    done = built("wheel", environment)
    assert done.returncode == 0, done.stderr
    assert sorted(the_wheel()) == ["area.py", "area_grad.py"]


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel of this project, where pip looks for it."""
    ours = tmp_path_factory.mktemp("ours")
    for name in ("codegen", "templates"):
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, ours)
    (ours / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "backprop.1", ours / "docs")
    command = [sys.executable, "-c", "from setuptools import build_meta; build_meta.build_wheel('dist')"]
    subprocess.run(command, cwd=ours, check=True, capture_output=True)
    return ours / "dist"


def run(environment: Mapping[str, str], *command: str) -> str:
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def outside(links: Path) -> dict[str, str]:
    """An environment without this checkout, in which pip finds its wheel."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**kept, "PIP_FIND_LINKS": str(links), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


USE = """
import numpy as np
from sample.net import loss
from sample.passes.net import loss_backward, loss_forward

x, w, b = np.arange(6.0).reshape(3, 2), np.ones((2, 2)), np.array([0.5, -0.5])
out, cache = loss_forward(x, w, b)
dx, dw, db = loss_backward(1.0, cache)
step = np.array([1e-6, 0.0])
slope = (loss(x, w, b + step) - loss(x, w, b - step)) / 2e-6
assert out == loss(x, w, b) and abs(db[0] - slope) < 1e-8, (db, slope)
try:
    import codegen
except ImportError:
    print("right, without the generator")
"""


@pytest.mark.exhaustive
def test_pip_installs_what_is_generated_where_the_generator_is_not(
    project: Path, links: Path, tmp_path: Path
) -> None:
    environment = outside(links)
    run(environment, sys.executable, "-m", "venv", str(tmp_path / "fresh"))
    python = str(tmp_path / "fresh" / "bin" / "python")
    run(environment, python, "-m", "pip", "install", "--quiet", ".")
    os.chdir(tmp_path)
    assert run(environment, python, "-c", USE) == "right, without the generator\n"
    assert not (project / "src" / "sample" / "passes").exists()


@pytest.mark.exhaustive
@pytest.mark.skipif(importlib.util.find_spec("build") is None, reason="build is not installed")
def test_build_makes_the_wheel_from_the_source_distribution(project: Path, links: Path) -> None:
    said = run(outside(links), sys.executable, "-m", "build")
    assert "Successfully built sample-1.0.tar.gz and sample-1.0-py3-none-any.whl" in said
    assert sorted(the_wheel()) == sorted([*OWN, *OUTPUTS])
