"""`pytest --backprop` in a user's project: what is collected, what fails or is skipped, how it is told."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# Loaded once, since what is run inside forgets what it has loaded.
import codegen.gradcheck
import codegen.shipped  # noqa: F401
from codegen.cli import main

ROOT = Path(__file__).parents[1]
LAYERS = """\
import numpy as np


def affine(x: "N D", w: "D M", b: "M"):
    return x @ w + b


# backprop: example x=(4,), n=3
def powers(x, n):
    return np.sum(x**n)


def scaled(x, factor):
    return factor * x
"""
NET = """\
import numpy as np

from layers import affine


def loss(x: "N D", w: "D C", b: "C", y: "N"):
    scores = affine(x, w, b)
    e = np.exp(scores)
    p = e / np.sum(e, axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(y)), y]))
"""
INI = """\
[backprop]
sources = models/*.py
output = generated

[tool:pytest]
addopts = --strict-markers --strict-config
xfail_strict = True
filterwarnings = error
testpaths = tests
"""
OWN = "def test_of_their_own():\n    pass\n"

Run = Callable[..., pytest.RunResult]


def options() -> tuple[str, ...]:
    """What loads the plugin, where it is not installed as this checkout has it."""
    found = importlib.metadata.entry_points(group="pytest11", name="backprop")
    return (
        () if any(one.value == "codegen.pytest_plugin" for one in found) else ("-p", "codegen.pytest_plugin")
    )


def written(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest in a project of two modules, whose passes have been written, with a test of its own."""
    # A module that another test has left on the path would be found before a folder without __init__.py.
    monkeypatch.setattr(sys, "path", [p for p in sys.path if not (Path(p) / "models.py").is_file()])
    for name in [name for name in sys.modules if name.partition(".")[0] in ("models", "layers", "net")]:
        monkeypatch.delitem(sys.modules, name)
    written({"setup.cfg": INI, "models/layers.py": LAYERS, "models/net.py": NET, "tests/test_own.py": OWN})
    assert main(["build", "-q", "-j", "1"]) == 0

    def run(*arguments: str) -> pytest.RunResult:
        return pytester.runpytest_inprocess(*options(), *arguments)

    return run


def edited(path: str, old: str, new: str) -> None:
    text = Path(path).read_text()
    assert text.count(old) == 1
    Path(path).write_text(text.replace(old, new))


def outcomes(result: pytest.RunResult) -> dict[str, str]:
    """What has become of each item, by its name below the source, of a run with -v."""
    found = (re.match(r"(\S+) (PASSED|FAILED|SKIPPED|ERROR)", line) for line in result.outlines)
    return {match[1].partition("::")[2].partition("::")[2] or match[1]: match[2] for match in found if match}


def test_all_that_is_configured_is_collected_and_right(run: Run) -> None:
    result = run("--backprop", "-v", "-rs")
    assert outcomes(result) == {
        "tests/test_own.py::test_of_their_own": "PASSED",
        "current": "PASSED",
        "gradients::affine": "PASSED",
        "gradients::powers": "PASSED",
        "gradients::scaled": "SKIPPED",
        "gradients::loss": "PASSED",
    }
    result.assert_outcomes(passed=6, skipped=1)
    result.stdout.fnmatch_lines(
        [
            f"backprop: {Path('setup.cfg').resolve()}",
            "SKIPPED [[]1[]] models/layers.py:13: scaled has no values of x, factor: "
            "write `# backprop: example x=..., factor=...` above it, or annotate shapes",
        ]
    )


def test_without_the_option_nothing_is_collected(run: Run) -> None:
    run("-v").assert_outcomes(passed=1)


def test_an_edit_by_hand_fails_with_all_that_is_known(run: Run) -> None:
    edited("generated/layers.py", "dw = x.T @ dout", "dw = 1.5 * x.T @ dout")
    result = run("--backprop", "-v")
    assert outcomes(result)["gradients::affine"] == "FAILED"
    # What calls it is wrong too.
    assert outcomes(result)["gradients::loss"] == "FAILED"
    result.assert_outcomes(passed=3, failed=3, skipped=1)
    result.stdout.fnmatch_lines(
        [
            "_* generated/layers.py is current _*",
            "generated/layers.py is not what models/layers.py gives now: run backprop build",
            "--- generated/layers.py",
            "-    dw = 1.5 * x.T @ dout",
            "+    dw = x.T @ dout",
            "_* gradients of affine _*",
            "affine: the gradient on w[[]*[]] is *, but by complex step it is *",
            "argument  entries  worst entry  analytic * numeric * error *by",
            "x  *ok",
            "w  *15 *w[[]*[]] *WRONG",
            "b  *ok",
            "at x=(7, 5), w=(5, 3), b=(3,), where shapes are drawn",
            "generated/layers.py:",
            "* def affine_forward(*",
            "* def affine_backward(*",
            "*     dw = 1.5 [*] x.T @ dout",
        ]
    )
    result.stdout.no_fnmatch_line("*codegen/*.py*")


@pytest.mark.exhaustive
def test_an_edit_that_changes_no_gradient_is_told_as_one(run: Run) -> None:
    edited("generated/layers.py", "dw = x.T @ dout", "dw = x.T @ dout  # by hand")
    result = run("--backprop", "-v")
    result.assert_outcomes(passed=5, failed=1, skipped=1)


@pytest.mark.exhaustive
def test_the_pair_on_disk_must_give_what_the_source_gives(run: Run) -> None:
    edited("models/layers.py", "x @ w + b", "x @ w - b")
    result = run("--backprop", "-v", "-k", "affine")
    result.assert_outcomes(failed=1, deselected=7 - 1)
    result.stdout.fnmatch_lines(["affine: affine_forward returns *", "*, but affine *"])


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "dw = x.T @ dout",
            "dw = x.T @ dour",
            "generated/layers.py:*: NameError: name 'dour' is not defined",
        ),
        ("def affine_backward(", "def affine_backwards(", "generated/layers.py has no affine_backward"),
        (
            "import numpy as np\n",
            "import numpi as np\n",
            "generated/layers.py cannot be imported: ModuleNotFoundError*",
        ),
        ("dw = x.T @ dout", "dw = = x.T @ dout", "generated/layers.py:*: it is no Python: *"),
        ("return dx, dw, db", "return dx, dw", "*takes*"),
    ],
)
def test_a_file_that_is_spoiled_fails(run: Run, old: str, new: str, told: str) -> None:
    edited("generated/layers.py", old, new)
    if told == "*takes*":  # there is nothing wrong with the gradients that are left
        run("--backprop", "-k", "affine").assert_outcomes(passed=1, deselected=6)
        run("--backprop", "-k", "layers and current").assert_outcomes(failed=1, deselected=6)
        return
    result = run("--backprop", "-k", "layers and gradients")
    assert result.ret == 1
    result.stdout.fnmatch_lines([told])


@pytest.mark.exhaustive
def test_an_output_that_is_not_there_fails(run: Run) -> None:
    Path("generated/net.py").unlink()
    result = run("--backprop", "-v", "-k", "net")
    assert outcomes(result) == {"current": "FAILED", "gradients": "FAILED"}
    result.stdout.fnmatch_lines(["--- /dev/null", "generated/net.py:1:1: *there is no such file*"])


@pytest.mark.exhaustive
def test_a_source_that_is_refused_is_told_with_its_place(run: Run) -> None:
    edited("models/layers.py", "return factor * x", "return factor * unknown")
    result = run("--backprop", "-k", "layers and current")
    result.stdout.fnmatch_lines(["models/layers.py:14:*error[[]E109[]]*"])
    result.assert_outcomes(failed=1, deselected=6)


@pytest.mark.exhaustive
def test_items_are_chosen_by_their_names(run: Run) -> None:
    for chosen, number in {
        "models/net.py": 2,
        "models": 6,
        "models/net.py::generated/net.py": 2,
        "models/layers.py::generated/layers.py::gradients": 3,
        "models/layers.py::generated/layers.py::gradients::affine": 1,
        "models/layers.py::generated/layers.py::current": 1,
        "tests": 1,
    }.items():
        result = run("--backprop", "--collect-only", "-q", chosen)
        assert sum("::" in line for line in result.outlines) == number, chosen


@pytest.mark.exhaustive
def test_what_has_failed_is_run_again(run: Run) -> None:
    edited("generated/layers.py", "dw = x.T @ dout", "dw = 1.5 * x.T @ dout")
    run("--backprop").assert_outcomes(passed=3, failed=3, skipped=1)
    run("--backprop", "--lf").assert_outcomes(failed=3)


@pytest.mark.exhaustive
def test_what_is_left_out_is_told(run: Run) -> None:
    result = run("--backprop", "tests", "models/net.py")
    result.stdout.fnmatch_lines(["backprop: not below the arguments, so not checked: models/layers.py"])
    result.assert_outcomes(passed=3)
    run("--backprop").stdout.no_fnmatch_line("backprop: not below*")


@pytest.mark.exhaustive
def test_a_source_is_no_module_of_tests(run: Run) -> None:
    written(
        {
            "models/test_it.py": "def test_it(x: 'N'):\n    return x * x\n",
            "models/bad.py": "raise SystemExit\n",
        }
    )
    edited("setup.cfg", "sources = models/*.py", "sources = models/net.py models/layers.py models/bad.py")
    result = run("--backprop", "models/bad.py")
    assert "SystemExit" not in result.stdout.str()
    edited("setup.cfg", "models/bad.py", "models/test_it.py")
    assert main(["build", "-q", "-j", "1"]) == 0
    result = run("--backprop", "-v", "models/test_it.py")
    result.assert_outcomes(passed=2, errors=1)  # as a test it has no fixture x


@pytest.mark.exhaustive
def test_an_example_that_does_not_fit_fails(run: Run) -> None:
    for example, told in {
        "x=(4,), n='a'": "models/layers.py:9: powers fails at its example: *",
        "x=(4,), m=3": "models/layers.py:9: powers has no argument m, as its example says",
        "x=open": "models/layers.py:9: the example above powers: open is no shape*",
    }.items():
        text = re.sub("example .*", lambda _, example=example: f"example {example}", LAYERS)
        Path("models/layers.py").write_text(text)
        result = run("--backprop", "-k", "powers")
        result.assert_outcomes(failed=1, deselected=6)
        result.stdout.fnmatch_lines([told])


@pytest.mark.exhaustive
def test_what_cannot_be_run_at_draws_is_skipped(run: Run) -> None:
    edited("models/layers.py", "return factor * x", "assert len(x) == 12345\n    return factor * x")
    edited("models/layers.py", "scaled(x, factor)", 'scaled(x: "N", factor: float)')
    assert main(["build", "-q", "-j", "1"]) == 0
    result = run("--backprop", "-rs", "-k", "scaled")
    result.assert_outcomes(skipped=1, deselected=6)
    result.stdout.fnmatch_lines(
        ["*scaled fails at what is drawn of its shapes (AssertionError*): *x=(7,), factor=()* above it"]
    )


@pytest.mark.exhaustive
def test_what_is_drawn_is_the_same_and_what_holds_no_number_is_told(run: Run) -> None:
    source = """\
import numpy as np


def dropout(x: "N D"):
    kept = np.random.rand(*x.shape) < 0.5
    return x * kept


# backprop: example xs=[]
def total(xs: list):
    s = 0.0
    for x in xs:
        s += x * x
    return s


# backprop: example x=3, y=-4
def whole(x, y):
    return x * y


# backprop: example x=3
def named(x, *, y=2.0):
    return x * y


# backprop: example x=3
def told(x):
    return Told(x)


class Told:
    def __init__(self, x):
        self.x = x
"""
    written({"models/drawn.py": source})
    assert main(["build", "-q", "-j", "1"]) == 0
    result = run("--backprop", "-v", "-rs", "models/drawn.py")
    assert outcomes(result) == {
        "current": "PASSED",
        "gradients::dropout": "PASSED",
        "gradients::total": "SKIPPED",
        "gradients::whole": "PASSED",
        "gradients::named": "SKIPPED",
        "gradients::told": "SKIPPED",
    }
    result.stdout.fnmatch_lines_random(
        [
            "*models/drawn.py:*: total is given no number at xs=[[][]], so no gradient is checked",
            "*models/drawn.py:*: named has arguments that are given by name alone",
            "*models/drawn.py:*: told gives no number that can be moved but a models.drawn.Told",
        ]
    )


@pytest.mark.exhaustive
def test_methods_and_classes_have_examples_too(run: Run) -> None:
    source = """\
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: "D M"
    b: "M"

    def forward(self, x: "N D"):
        h = np.tanh(x @ self.w + self.b)
        return h

    def halved(self, x):
        h = self.w * x
        return h / 2


# backprop: example layer={"w": (2, 3), "b": (3,)}
def energy(layer: Layer, x: "N"):
    return np.sum(layer.w**2) + np.sum(x)
"""
    own = "\n[backprop:generated/layer.py]\nonly = Layer.forward, Layer.halved, energy\n"
    written({"models/layer.py": source, "setup.cfg": INI + own})
    assert main(["build", "-q", "-j", "1"]) == 0
    result = run("--backprop", "-v", "-rs", "models/layer.py")
    assert outcomes(result) == {
        "current": "PASSED",
        "gradients::Layer.forward": "PASSED",
        "gradients::Layer.halved": "SKIPPED",
        "gradients::energy": "PASSED",
    }
    result.stdout.fnmatch_lines(
        ["SKIPPED [[]1[]] models/layer.py:15: Layer.halved has no values of x: annotate shapes"]
    )
    edited("generated/layer.py", " @ self.w.T", " @ -self.w.T")
    result = run("--backprop", "-k", "Layer.forward")
    result.stdout.fnmatch_lines(["at self={'w': (5, 3), 'b': (3,)}, x=(7, 5), where shapes are drawn"])


@pytest.mark.exhaustive
def test_warnings_are_not_what_is_asked(run: Run) -> None:
    edited("models/layers.py", "return factor * x", "return np.log(factor) * np.asarray(x)")
    edited("models/layers.py", "def scaled", "# backprop: example x=2.0, factor=0.5\ndef scaled")
    edited(
        "models/layers.py",
        "import numpy as np\n",
        "import warnings\n\nimport numpy as np\n\nwarnings.warn('once')\n",
    )
    assert main(["build", "-q", "-j", "1"]) == 0
    run("--backprop").assert_outcomes(passed=7)


@pytest.mark.exhaustive
def test_modules_of_the_same_names_are_not_mixed_up(run: Run) -> None:
    """A test's own `layers` is what the test has, before and after, and not what is checked."""
    test = "import layers\n\n\ndef test_own():\n    assert layers.OWN\n"
    written({"tests/layers.py": "OWN = True\n", "tests/test_a.py": test, "tests/test_z.py": test})
    run("--backprop", "tests/test_a.py", "models", "tests/test_z.py").assert_outcomes(passed=7, skipped=1)
    run("--backprop", "models", "tests/test_z.py").assert_outcomes(passed=6, skipped=1)


def test_packages_import_each_other(run: Run) -> None:
    written(
        {
            "src/pkg/__init__.py": "",
            "src/pkg/passes/__init__.py": "",
            "src/pkg/layers.py": LAYERS,
            "src/pkg/net.py": NET.replace("from layers", "from .layers"),
            "setup.cfg": INI.replace("models/", "src/pkg/")
            .replace("generated", "src/pkg/passes")
            .replace("src/pkg/*.py", "src/pkg/layers.py src/pkg/net.py"),
        }
    )
    assert main(["build", "-q", "-j", "1"]) == 0
    result = run("--backprop", "-v")
    result.assert_outcomes(passed=6, skipped=1)
    edited("src/pkg/passes/layers.py", "dw = x.T @ dout", "dw = -x.T @ dout")
    assert outcomes(run("--backprop", "-v"))["gradients::loss"] == "FAILED"


@pytest.mark.exhaustive
def test_a_configuration_that_is_wrong_is_wrong_usage(run: Run) -> None:
    edited("setup.cfg", "output = generated", "outptu = generated")
    result = run("--backprop")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *setup.cfg:3:1: error[[]E009[]]: outptu is not a key here"])
    written({"other.cfg": "[backprop]\nsources = models/net.py\noutput = other\n"})
    result = run("--backprop-config", "other.cfg", "-v", "models")
    assert outcomes(result) == {"current": "FAILED", "gradients": "FAILED"}


@pytest.mark.exhaustive
def test_processes_share_the_work(run: Run, pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    edited("generated/layers.py", "dw = x.T @ dout", "dw = 1.5 * x.T @ dout")
    result = pytester.runpytest_subprocess(*options(), "--backprop", "-n", "2")
    result.assert_outcomes(passed=3, failed=3, skipped=1)
    result.stdout.fnmatch_lines(["affine: the gradient on w[[]*[]] is *"])


@pytest.mark.exhaustive
def test_what_this_project_has_checked_in_is_right() -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        *options(),
        "--backprop",
        "-q",
        "-p",
        "no:cacheprovider",
        "examples",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None and int(passed[1]) > 40


def test_the_fixture_checks_gradients(run: Run) -> None:
    test = """\
import numpy as np


def doubled(x):
    return 2 * x


def wrong_forward(x):
    return 2 * x, ()


def wrong_backward(dout, cache):
    dx = 3 * dout
    return dx


def test_right(check_gradients):
    assert check_gradients(doubled, np.ones(3)).ok


def test_wrong(check_gradients):
    check_gradients(doubled, np.ones(3), pair=(wrong_forward, wrong_backward))


def test_wrong_but_told(check_gradients):
    assert not check_gradients(doubled, 1.0, pair=(wrong_forward, wrong_backward), raise_on_error=False).ok
"""
    written({"tests/test_gradients.py": test})
    result = run("tests/test_gradients.py")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [">       check_gradients(doubled, *", "E *GradientError: doubled: the gradient on x[[]*", "E *WRONG"]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_the_plugin_loads_nothing_until_it_is_asked(run: Run) -> None:
    code = (
        "import sys, pytest\n"
        f"code = pytest.main(['-q', {', '.join(map(repr, options()))}])\n"
        "assert 'codegen.pytest_plugin' in sys.modules\n"
        "loaded = {name for name in sys.modules if name.startswith('codegen.')} - {'codegen.pytest_plugin'}\n"
        "print(int(code), sorted(loaded), 'numpy' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)})
    assert done.stdout.splitlines()[-1] == "0 [] False", done.stdout + done.stderr
