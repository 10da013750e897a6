"""Calls of functions of other modules of a build: small projects, built by the command and run afresh."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from case_files import case_paths, read_case

from codegen.cli import main
from codegen.generate import generate_module
from codegen.modules import Build, Source
from codegen.options import Options
from codegen.problems import Refused
from codegen.reexports import Lookup

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
            more = ["--cache", ".cache"] if arguments[0] != "generate" else []
            code = main([arguments[0], *more, *(["-j", "1"] if more else []), *arguments[1:]])
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


FOLDER = Path(__file__).parent / "modules"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def test_each_case(tmp_path: Path) -> None:
    """Every folder of tests/modules: `f` of its `models.py` calls its `layers.py`."""
    files, sections, script = {}, [], ""
    for case in CASES:
        for name in ("layers", "models"):
            files[f"{case}/{name}.py"] = (FOLDER / case / f"{name}.py").read_text()
            sections.append(f"[backprop:out/{case}/{name}.py]\nsource = {case}/{name}.py\n")
        shapes = re.match(r"# shapes: (.*)\n", files[f"{case}/models.py"])
        assert shapes is not None
        script += f"hold('{case}.models', 'out.{case}.models', 'f', *arrays({shapes[1]},))\n"
    build(project(tmp_path, files, "\n".join(sections)))
    for case in CASES:
        text = generated(tmp_path, f"out/{case}/models.py")
        assert "from .layers import" in text or case == "without_gradient"
    runs(tmp_path, script)


def two_modules(folder: Path, layers: str, models: str, configuration: str = CONFIGURATION) -> Path:
    head = "import numpy as np\n"
    return project(folder, {"layers.py": head + layers, "models.py": head + models}, configuration)


F = "from layers import g\n\n\ndef f(x: 'N'):\n    return np.sum(g(x))\n"
SQUARE = "def g(x):\n    return x * x\n"
SECTION = "\n[backprop:generated/layers.py]\nsource = layers.py\n"
REFUSED = {
    "skipped": (
        f"# backprop: skip\n{SQUARE}def h(x):\n    return x\n",
        CONFIGURATION,
        "E308",
        "it is marked `# backprop: skip` in layers.py:3",
    ),
    "not asked for": (
        f"{SQUARE}def h(x):\n    return x\n",
        f"{CONFIGURATION}{SECTION}only = h\n",
        "E308",
        "generated/layers.py has no pair of it",
    ),
    "refused": (
        f"{SQUARE}def h(x):\n    return x * y\n",
        CONFIGURATION,
        "E308",
        "layers.py is refused: E109 in line 5",
    ),
    "no Python": ("def g(x:\n", CONFIGURATION, "E308", "layers.py is refused: E001 in line 2"),
    "two outputs, equally near": (
        SQUARE,
        "[backprop]\nsources = models.py\noutput = generated\n"
        "[backprop:a/one.py]\nsource = layers.py\n[backprop:a/two.py]\nsource = layers.py\n",
        "E308",
        "a/one.py and a/two.py are generated of it",
    ),
    "a folder that is no name": (
        SQUARE,
        CONFIGURATION.replace("generated", "my-output"),
        "E308",
        "my-output/layers.py has no name that can be imported",
    ),
    "an output by the name of its source": (
        SQUARE,
        "[backprop]\nsources = models.py\noutput = generated\n"
        "[backprop:layers/__init__.py]\nsource = layers.py\n",
        "E308",
        "layers/__init__.py would be imported by the name of its source, layers",
    ),
    "left out": (
        SQUARE.replace("(x)", "(x, w=2.0)"),
        f"{CONFIGURATION}{SECTION}wrt = g: w\n",
        "E302",
        "leaves out",
    ),
    "writes": (
        "def g(x):\n    x[0] = 1.0\n    return x\n",
        CONFIGURATION,
        "E307",
        "g writes into its argument x",
    ),
    "a lambda": (
        f"g = lambda x: x * x\n{SQUARE.replace('g', 'h')}",
        CONFIGURATION,
        "E308",
        "has no pair of it",
    ),
    "takes a function": (
        f"def g(x, by=np.sin):\n    return by(x)\n{SQUARE.replace('g', 'h')}",
        CONFIGURATION,
        "E308",
        "has no pair of it",
    ),
    "a class": (
        "from typing import NamedTuple as T\nclass P(T):\n    w: float\ndef g(x: 'N'):\n    return P(x)\n",
        CONFIGURATION,
        "E308",
        "it takes or gives what is of a class in layers.py",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_called_is_refused_at_the_call(name: str, tmp_path: Path) -> None:
    layers, configuration, code, why = REFUSED[name]
    problems = refused(two_modules(tmp_path, layers, F, configuration))
    assert re.search(rf"models.py:6:19: error\[{code}\]: .*{re.escape(why)}", problems), problems


def test_a_module_without_arrays_is_given_none(tmp_path: Path) -> None:
    files = {"layers.py": "def scaled(x, s):\n    return x * s\n"}
    call = "from layers import scaled\n\n\ndef f({}):\n    return scaled(x, s)\n"
    for number, (parameters, good) in enumerate(
        [("x, s", True), ("x: float, s: float", True), ("x: 'N D', s: 'D'", False)]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        project(folder, {**files, "models.py": call.format(parameters)})
        if good:
            build(folder)
        else:
            assert "models.py:5:19: error[E303]: scaled of layers.py is read as one of" in refused(folder)


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_modules_that_call_each_other(jobs: str, tmp_path: Path) -> None:
    """Each call in the ring is refused, and so is each of a module in it, whatever is read first."""
    ring = {
        f"m{k}.py": f"from m{j} import f{j}\n\n\ndef f{k}(x: float):\n    return f{j}(x)\n"
        for k, j in ((0, 1), (1, 2), (2, 0))
    }
    files = {**ring, "a.py": "import m1\n\n\ndef f(x: float):\n    return m1.f1(x) * x\n"}
    project(tmp_path, files)
    code, _, problems = run(tmp_path, "build", "-j", jobs)
    assert code == 1
    steps = [f"m{k}.py:1 imports f{(k + 1) % 3} from m{(k + 1) % 3}.py" for k in range(3)]
    for k in range(3):
        why = f"modules call each other: {', '.join([*steps[k:], *steps[:k]])}"
        assert f"m{k}.py:5:12: error[E308]: f{(k + 1) % 3} of m{(k + 1) % 3}.py" in problems
        assert why in problems
    assert (
        "a.py:5:12: error[E308]: f1 of m1.py has no pair that can be called here: m1.py is refused"
        in problems
    )


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    """The pair of another module's function gives way to nothing that the source has under its name."""
    for number, (more, code) in enumerate(
        [("g_forward = 3.0\n", "E305"), ("def g_backward(x):\n    return x\n", "E305"), ("", "")]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        two_modules(folder, SQUARE, more + F)
        if code:
            assert f"error[{code}]" in refused(folder)
        else:
            build(folder)


def test_a_diamond_to_second_order(tmp_path: Path) -> None:
    """The outputs are sources of another build, whose outputs import each other in turn."""
    files = {
        "low.py": "import numpy as np\n\n\ndef low(x):\n    return np.sin(x) * x\n",
        "left.py": "from low import low\n\n\ndef left(x):\n    return low(x) * 2\n",
        "right.py": "import numpy as np\nimport low as l\n\n\ndef right(x):\n    return np.cos(l.low(x))\n",
        "top.py": "import numpy as np\nfrom left import left\nfrom right import right\n\n\n"
        "def top(x: 'N'):\n    return np.sum(left(x) * right(x))\n",
    }
    project(tmp_path, files)
    build(tmp_path)
    runs(tmp_path, "hold('top', 'generated.top', 'top', *arrays((3,)))")
    (tmp_path / "setup.cfg").write_text("[backprop]\nsources = generated/*.py\noutput = second\n")
    build(tmp_path)
    assert "from second.right import (" in generated(tmp_path, "second/top.py")
    script = """
from generated.top import top_forward, top_backward
import second.top as second
x, = arrays((3,))
(value, cache), (of_out, of_cache) = top_forward(x), (0.0, None)
gradient, kept = second.top_backward_forward(1.0, cache)
direction = np.array([0.3, -0.2, 0.5])
dout, dcache = second.top_backward_backward(direction, kept)
v, c, kept = second.top_forward_forward(x)
found = second.top_forward_backward(0.0, dcache, kept)
ends = [top_backward(1.0, top_forward(x + s * 1e-6 * np.eye(3)[k])[1]) for k in range(3) for s in (1, -1)]
numeric = [(ends[2 * k] - ends[2 * k + 1]) @ direction / 2e-6 for k in range(3)]
assert np.allclose(found, numeric, rtol=1e-5), (found, numeric)
"""
    runs(tmp_path, script)


def test_what_a_module_calls_makes_it_stale(tmp_path: Path) -> None:
    project(tmp_path, {"layers.py": LAYERS, "models.py": MODELS})
    build(tmp_path)
    before = generated(tmp_path)
    (tmp_path / "layers.py").write_text(LAYERS.replace("np.sin(x), np.cos(2 * x)", "x, np.cos(2 * x)"))
    code, diff, _ = run(tmp_path, "check")
    assert code == 1
    assert "generated/layers.py" in diff
    build(tmp_path)
    (tmp_path / "setup.cfg").write_text(f"{CONFIGURATION}{SECTION}wrt = halves: x\n")
    build(tmp_path)
    assert generated(tmp_path) == before
    (tmp_path / "setup.cfg").write_text(f"{CONFIGURATION}{SECTION}wrt = affine: w\n")
    assert "models.py:7:9: error[E302]" in refused(tmp_path)
    (tmp_path / "setup.cfg").write_text(CONFIGURATION)
    (tmp_path / "layers.py").write_text(LAYERS.replace("def halves(x):", "# backprop: skip\ndef halves(x):"))
    assert "models.py:8:12: error[E308]" in refused(tmp_path)
    (tmp_path / "layers.py").write_text(LAYERS)
    build(tmp_path)
    assert generated(tmp_path) == before


def test_any_number_of_processes(tmp_path: Path) -> None:
    """What is first is not what others import: the same bytes, and the same problems."""
    files = {
        f"m{k}.py": f"from m{k + 1} import f as g\n\n\ndef f(x: float):\n    return g(x) * x\n"
        for k in range(5)
    }
    project(tmp_path, {**files, "m5.py": "def f(x: float):\n    return x * x\n"})
    found = []
    for jobs in ("1", "3"):
        assert run(tmp_path, "build", "--no-cache", "-j", jobs)[::2] == (0, "")
        found.append([(tmp_path / "generated" / f"m{k}.py").read_text() for k in range(6)])
        for k in range(6):
            (tmp_path / "generated" / f"m{k}.py").unlink()
    assert found[0] == found[1]


def test_one_file_alone_knows_of_no_other(tmp_path: Path) -> None:
    project(tmp_path, {"layers.py": LAYERS, "models.py": MODELS})
    code, _, problems = run(tmp_path, "generate", "models.py")
    assert code == 1
    assert "error[E201]: layers.halves, called like this, has no gate" in problems
    assert "put both files in the `sources` of a configuration" in problems


G = "def f(x):\n    return x\n"
HANDED_ON = [
    ("from .a import f\n", {}, "p/a.py"),
    ("from .a import *\n", {}, "p/a.py"),
    ("from .a import f\nfrom .b import *\n", {}, "may be that of p/a.py or p/b.py"),
    ("from .b import *\nfrom .a import f\n", {}, "may be that of p/a.py or p/b.py"),
    (f"{G}from .b import *\n", {}, "may be that of p/__init__.py or p/b.py"),
    (f"from .b import *\n{G}", {}, "p/__init__.py"),
    ("from .a import f\nfrom numpy import *\n", {}, ""),
    ("from .a import f\nf = 3\n", {}, ""),
    ("from .a import f\nif 1:\n    f = 3\n", {}, ""),
    ("from .a import f\nfrom .c import *\n", {"c": "f = [3]\n"}, ""),
    ("from .a import f\nfrom .c import *\n", {"c": "g = 3\n"}, "p/a.py"),
    ("from .a import f\nfrom .c import *\n", {"c": "__all__ = ['g']\nf = 3\n"}, "p/a.py"),
    ("from .c import *\n", {"c": f"__all__ = ['g']\n{G}"}, ""),
    (
        "from .c import *\nfrom .d import *\n",
        {"c": "from .a import f\n", "d": "from .a import *\n"},
        "p/a.py",
    ),
    ("from .c import *\n", {"c": "from .d import *\n", "d": f"from .c import *\n{G}"}, "p/d.py"),
    ("f = [3]\n", {"f": G}, ""),
    ("", {"f": G}, ""),
    ("from .f import f\n", {"f": G}, "p/f.py"),
    ("from .f import g as f\n", {"f": G + G.replace("f(", "g(")}, "p/f.py"),
]


@pytest.mark.parametrize(("init", "more", "where"), HANDED_ON)
def test_which_function_a_package_hands_on(init: str, more: dict[str, str], where: str) -> None:
    """The one that Python would find, or none where that is not certain."""
    files = {
        "p/__init__.py": init,
        "p/a.py": G,
        "p/b.py": G,
        **{f"p/{k}.py": text for k, text in more.items()},
    }
    sources = {path: Source(path, text) for path, text in {**files, "m.py": "from p import f\n"}.items()}
    found = Lookup(Build("m.py", "out/m.py", sources, frozenset(["p"]))).inside("m.py", ("f",))
    assert (found is None) == (not where)
    if found is not None:
        assert where in (found.path, found.why[found.why.find("may be") :])


@pytest.mark.parametrize(
    ("importing", "level", "module", "files"),
    [
        ("src/p/m.py", 1, "a", ("src/p/a.py",)),
        ("src/p/m.py", 0, "p.a", ("src/p/a.py",)),
        ("src/p/m.py", 0, "a", ("flat/a.py", "low/a.py")),  # not the one beside it, which is in a package
        ("flat/m.py", 0, "a", ("flat/a.py",)),
        ("flat/m.py", 0, "flat.a", ("flat/a.py",)),
        ("other/m.py", 0, "a", ("flat/a.py", "low/a.py")),
        ("low/m.py", 0, "a", ("low/a.py",)),
        ("low/m.py", 0, "math", ()),  # which is Python's, whatever stands beside it
        ("low/m.py", 2, "flat.a", ("flat/a.py",)),
        ("low/m.py", 3, "flat.a", ()),
        ("src/p/m.py", 2, "flat", ()),
    ],
)
def test_which_file_an_import_means(importing: str, level: int, module: str, files: tuple[str, ...]) -> None:
    paths = ("src/p/__init__.py", "src/p/a.py", "flat/a.py", "low/a.py", "low/math.py")
    sources = {path: Source(path, "") for path in paths}
    found = Build(importing, "out/m.py", sources, frozenset(["src/p"])).files(importing, level, module)
    assert found == files


def test_a_file_of_classes_and_numbers_alone(tmp_path: Path) -> None:
    """It gives an output, without functions, since others may need what is in it."""
    files = {
        "params.py": "from typing import NamedTuple\n\nRATE = 0.5\n\n\nclass P(NamedTuple):\n    w: 'N'\n",
        "layers.py": "import numpy as np\nfrom params import P, RATE\n\n\n"
        "def g(p: P, x: 'N'):\n    return p.w * x * RATE\n",
        "models.py": "import numpy as np\nfrom layers import g\nfrom params import P\n\n\n"
        "def f(w: 'N', x: 'N'):\n    return np.sum(g(P(w * w), x))\n",
    }
    build(project(tmp_path, files))
    assert ast.parse(generated(tmp_path, "generated/params.py")).body[1:] == []
    runs(tmp_path, "hold('models', 'generated.models', 'f', *arrays((3,), (3,)))")
    (tmp_path / "params.py").write_text(files["params.py"] + "\n\ndef nothing():\n    return 1.0\n")
    assert "params.py:1:1: error[E003]" in refused(tmp_path)


def functions(text: str) -> dict[str, str]:
    nodes = (node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef))
    return {node.name: ast.unparse(node) for node in nodes}


def over_two_modules(text: str) -> tuple[str, str] | None:
    """A source as two: functions that call none of the others, and the rest, which imports these."""
    nodes = {n.name: n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef)}
    named = {
        name: {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} & {*nodes} - {name}
        for name, node in nodes.items()
    }
    called = {name for name in nodes if not named[name]}
    if not any(named[name] & called for name in nodes):
        return None

    def without(names: set[str]) -> str:
        lines: list[str | None] = list(text.split("\n"))
        for node in (nodes[name] for name in names):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            while (lines[first - 2] or "").startswith("#"):
                first -= 1
            lines[first - 1 : node.end_lineno] = [None] * (node.end_lineno - first + 1)
        return "\n".join(line for line in lines if line is not None)

    return without({*nodes} - called), f"from layers import {', '.join(sorted(called))}\n{without(called)}"


def test_cases_over_two_modules_have_the_same_passes() -> None:
    """Whatever a function calls in another module: it is refused, or as if that stood in its own."""
    same = 0
    for case in map(read_case, case_paths()):
        two = None if case.not_yet or case.options.only else over_two_modules(case.source)
        if two is None or "from __future__" in case.source:
            continue
        plain = Options(wrt={})
        sources = {
            "layers.py": Source("layers.py", two[0], "out/layers.py", plain, f"{case.name} layers"),
            "models.py": Source("models.py", two[1], "out/models.py", plain, f"{case.name} models"),
        }
        around = Build("models.py", "out/models.py", sources, key=f"{case.name} models")
        try:
            found = functions(generate_module(two[1], "models.py", plain, around))
        except Refused:
            continue
        whole = functions(case.output)
        assert [name for name in found if found[name] != whole.get(name, found[name])] == [], case.name
        same += 1
    assert same > 25
