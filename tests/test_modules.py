"""Calls of functions of other modules of a build: small projects, built by the command and run afresh."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from codegen.cli import main

CONFIGURATION = "[backprop]\nsources = *.py\noutput = generated\n"
LAYERS = """\
import numpy as np


def affine(x: "N D", w: "D M"):
    return np.tanh(x @ w)


def halves(x):
    return np.sin(x), np.cos(2 * x)


def width(w):
    return w.shape[1]
"""
MODELS = """\
import numpy as np

from layers import affine, halves, width


def net(x: "N D", w: "D M", v: "M"):
    h = affine(x, w)
    a, b = halves(h)
    return np.sum((a * b) @ v) / width(w)
"""
IMPORT = "from layers import affine, halves, width"
PAIRS = "affine_backward, affine_forward, halves_backward, halves_forward"
SHAPES = "*arrays((3, 2), (2, 4), (4,))"
# Holds each gradient of `ours`, by the passes of `there`, against central differences of the source.
CHECK = """
import importlib, sys
import numpy as np

def arrays(*shapes):
    random = np.random.default_rng(5)
    return [random.uniform(0.3, 1.2, shape) if shape else float(random.uniform(0.3, 1.2)) for shape in shapes]

def hold(source, generated, name, *args):
    function = getattr(importlib.import_module(source), name)
    there = importlib.import_module(generated)
    out, cache = getattr(there, name + "_forward")(*args)
    assert np.allclose(out, function(*args)), (out, function(*args))
    up = np.random.default_rng(6).uniform(0.5, 1.5, np.shape(out))
    found = getattr(there, name + "_backward")(up, cache)
    found = found if isinstance(found, tuple) else (found,)
    assert len(found) == len(args), (len(found), len(args))
    for k, (arg, gradient) in enumerate(zip(args, found)):
        numeric = np.zeros(np.shape(arg))
        for at in np.ndindex(np.shape(arg)):
            ends = []
            for step in (1e-6, -1e-6):
                moved = [np.array(a, dtype=float) for a in args]
                moved[k][at] += step
                ends.append(np.sum(up * function(*(m if m.shape else float(m) for m in moved))))
            numeric[at] = (ends[0] - ends[1]) / 2e-6
        assert np.shape(gradient) == np.shape(arg), (k, np.shape(gradient), np.shape(arg))
        assert np.allclose(gradient, numeric, rtol=1e-5, atol=1e-7), (k, gradient, numeric)
"""


def project(folder: Path, files: dict[str, str], configuration: str = CONFIGURATION) -> Path:
    """A folder with files, and what configures the program."""
    (folder / "setup.cfg").write_text(configuration)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """The command in this process: its exit code, and what it says."""
    out, err, before = io.StringIO(), io.StringIO(), Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([*arguments, "-j", "1", "--cache", ".cache"])
    finally:
        os.chdir(before)
    return code, out.getvalue(), err.getvalue()


def build(folder: Path, *arguments: str) -> None:
    """Builds, which must have no problems, and holds `check` to see nothing stale then."""
    code, _, problems = run(folder, "build", *arguments)
    assert (code, problems) == (0, "")
    assert run(folder, "check", *arguments) == (0, "", "")


def refused(folder: Path) -> str:
    """What a build says that must have problems."""
    code, written, problems = run(folder, "build")
    assert code == 1, written
    return problems


def runs(folder: Path, text: str, *paths: str) -> None:
    """Runs a script beside the project, with folders of it among those that are imported from."""
    script = folder / "check_it.txt"
    script.write_text(CHECK + text)
    where = os.pathsep.join(str(folder / path) for path in paths or (".",))
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": where},
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def generated(folder: Path, name: str = "generated/models.py") -> str:
    """The text of an output."""
    return (folder / name).read_text()


def imports(text: str) -> list[str]:
    """The imports of a module, each in one line."""
    return [
        ast.unparse(node) for node in ast.parse(text).body if isinstance(node, (ast.Import, ast.ImportFrom))
    ]


def test_a_call_of_a_function_of_another_module(tmp_path: Path) -> None:
    build(project(tmp_path, {"layers.py": LAYERS, "models.py": MODELS}))
    text = generated(tmp_path)
    assert imports(text)[1:] == ["from layers import width", f"from generated.layers import {PAIRS}"]
    assert "def affine" not in text
    runs(tmp_path, f"hold('models', 'generated.models', 'net', {SHAPES})")


def test_a_module_by_its_name(tmp_path: Path) -> None:
    for number, (line, word) in enumerate(
        [("import layers", "layers"), ("import layers as L", "L"), ("import layers as np_", "np_")]
    ):
        text = MODELS.replace(IMPORT, line)
        for name in ("affine", "halves", "width"):
            text = text.replace(f"{name}(", f"{word}.{name}(")
        folder = tmp_path / str(number)
        folder.mkdir()
        build(project(folder, {"layers.py": LAYERS, "models.py": text}))
        assert f"{word}.width(w)" in generated(folder)
        runs(folder, f"hold('models', 'generated.models', 'net', {SHAPES})")


def test_a_package_with_relative_imports(tmp_path: Path) -> None:
    files = {
        "mypkg/__init__.py": "",
        "mypkg/layers.py": LAYERS,
        "mypkg/models.py": MODELS.replace("from layers", "from .layers"),
        "mypkg/grads/__init__.py": "",
    }
    configuration = "[backprop]\nsources = mypkg/*.py\noutput = mypkg/grads\n"
    build(project(tmp_path, files, configuration))
    text = generated(tmp_path, "mypkg/grads/models.py")
    assert imports(text)[1:] == ["from ..layers import width", f"from .layers import {PAIRS}"]
    runs(tmp_path, f"hold('mypkg.models', 'mypkg.grads.models', 'net', {SHAPES})")


def test_outputs_in_another_folder_than_the_package(tmp_path: Path) -> None:
    files = {
        "src/mypkg/__init__.py": "",
        "src/mypkg/layers.py": LAYERS,
        "src/mypkg/nets/__init__.py": "",
        "src/mypkg/nets/models.py": MODELS.replace("from layers", "from ..layers"),
    }
    configuration = "[backprop]\nsources = src/mypkg/*.py src/mypkg/nets/*.py\noutput = generated\n"
    build(project(tmp_path, files, configuration))
    text = generated(tmp_path)
    assert imports(text)[1:] == ["from mypkg.layers import width", f"from .layers import {PAIRS}"]
    runs(
        tmp_path,
        f"hold('mypkg.nets.models', 'generated.models', 'net', {SHAPES})",
        ".",
        "src",
    )


def test_outputs_beside_their_sources(tmp_path: Path) -> None:
    files = {"src/mypkg/__init__.py": "", "src/mypkg/layers.py": LAYERS}
    for name, line in (("one", "from .layers"), ("two", "from mypkg.layers")):
        files[f"src/mypkg/{name}.py"] = MODELS.replace("from layers", line)
    names = (f"src/mypkg/{name}" for name in ("layers", "one", "two"))
    sections = (f"[backprop:{name}_grad.py]\nsource = {name}.py\n" for name in names)
    build(project(tmp_path, files, "\n".join(sections)))
    text = generated(tmp_path, "src/mypkg/one_grad.py")
    assert imports(text)[1:] == ["from .layers import width", f"from .layers_grad import {PAIRS}"]
    assert "from mypkg.layers_grad import" in generated(tmp_path, "src/mypkg/two_grad.py")
    holds = (f"hold('mypkg.{name}', 'mypkg.{name}_grad', 'net', {SHAPES})" for name in ("one", "two"))
    runs(tmp_path, "\n".join(holds), "src")


def test_names_that_packages_hand_on(tmp_path: Path) -> None:
    files = {
        "mypkg/__init__.py": "from .inner import *\nfrom .inner.layers import width\n",
        "mypkg/inner/__init__.py": "from .layers import affine as affine, halves\n",
        "mypkg/inner/layers.py": LAYERS,
        "models.py": MODELS.replace("from layers", "from mypkg"),
        "more.py": MODELS.replace(IMPORT, "import mypkg.inner\nimport mypkg as m")
        .replace("affine(", "mypkg.inner.layers.affine(")
        .replace("halves(", "mypkg.inner.halves(")
        .replace("width(", "m.width("),
    }
    configuration = "[backprop]\nsources = *.py mypkg/inner/*.py\noutput = generated\n"
    build(project(tmp_path, files, configuration))
    assert "from generated.layers import" in generated(tmp_path)
    holds = (f"hold('{name}', 'generated.{name}', 'net', {SHAPES})" for name in ("models", "more"))
    runs(tmp_path, "\n".join(holds))
