"""The checker itself: it must call right right, wrong wrong, and know a kink from an error."""

from __future__ import annotations

import linecache
import math
import random
import runpy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

import codegen
from codegen import GradientError, check_gradients
from codegen.differences import Differences, Direction

Wrong = Callable[[Callable[..., Any]], None]


def smooth(x: "N", w: "N"):
    return np.exp(x) * w


def by_math(x: float, y: float):
    return math.log(x) * math.atan2(y, x)


def relu(x: "N"):
    return np.maximum(0, x)


def size(x: "N"):
    return np.sum(np.abs(x))


def pair(x: float, y: float):
    return x * y, x - y


def counted(x: float, n: int):
    return x * n


class Layer(NamedTuple):
    w: "D"
    b: float
    power: int


@dataclass(frozen=True)
class Model:
    layer: Layer
    scale: np.ndarray


def modelled(m: Model, x: "D"):
    inner = Layer(w=m.layer.w * x, b=m.layer.b, power=1)
    return Model(inner, m.scale**m.layer.power)


def loss_of(m: Model):
    return np.sum(m.layer.w**2) * m.layer.b


def steep(x: float):
    return np.exp(1000 * x) + np.log(np.abs(x))


class Foreign:
    """An array as of another library, in single precision, of which NumPy makes its own."""

    def __init__(self, array: Any) -> None:
        array = np.asarray(array)
        self.array = array.astype(np.complex64 if array.dtype.kind == "c" else np.float32)
        self.dtype = self.array.dtype

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.asarray(self.array, dtype)


def foreign(x):
    return Foreign(x * x), Foreign(np.sum(x))


def foreign_forward(x):
    return Foreign(x * x), Foreign(np.sum(x)), x


def foreign_backward(da, db, cache):
    dx = Foreign(2 * cache * da + db)
    return dx


def wrong_backward(da, db, cache):
    dx = Foreign(2.02 * cache * da + db)
    return dx


def dropout(h: "N D", w: "D M"):
    a = h @ w
    kept = (np.random.rand(*a.shape) < 0.7) / 0.7
    return a * kept


def drawn_in_python(x: float):
    return x * random.random()


def written(folder: Path, text: str, name: str = "written_passes") -> tuple[Any, Any]:
    """The passes of `smooth` in a module that stands on disk."""
    (folder / f"{name}.py").write_text(text)
    module = runpy.run_path(str(folder / f"{name}.py"))
    linecache.checkcache()
    return module["smooth_forward"], module["smooth_backward"]


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> Wrong:
    """Makes the backward pass of every function give what `change` makes of its gradients."""

    def install(change: Callable[..., Any]) -> None:
        import codegen.gradcheck as module

        right = module.run_passes

        def changed(passes: Any) -> Any:
            forward, backward = right(passes)
            return forward, lambda *given: change(backward(*given))

        monkeypatch.setattr(module, "run_passes", changed)

    return install


@pytest.mark.parametrize(
    ("function", "args", "method"),
    [
        (smooth, (np.array([0.1, 2.0]), np.array([3.0, -1.0])), "complex step"),
        (smooth, (np.array([0.1, 2.0], np.float32), np.ones(2, np.float32)), "complex step"),
        (by_math, (0.3, -0.4), "central differences"),
        (by_math, (1e-7, 1e-9), "central differences"),
        (relu, (np.array([-1.0, 2.0]),), "complex step"),
        (size, (np.array([-1.0, 2.0]),), "central differences"),
        (pair, (3.0, 4.0), "complex step"),
        (pair, (3, 4), "complex step"),
    ],
)
def test_right_gradients_pass(function: Any, args: tuple[Any, ...], method: str) -> None:
    report = check_gradients(function, *args)
    assert report.ok
    assert report.complaint == ""
    assert {argument.method for argument in report.arguments} == {method}


def test_lists_of_numbers_have_gradients_entry_by_entry() -> None:
    notes = Path(__file__).parents[1] / "examples" / "notes.py"
    neuron = runpy.run_path(str(notes))["neuron"]
    for args in (([2, -3, -3], [-1, -2]), ([2.0, -3.0, -3.0], (-1.0, -2.0))):
        report = check_gradients(neuron, *args)
        assert [argument.entries for argument in report.arguments] == [3, 2]


def test_classes_that_hold_values_are_nests_whose_gradients_are_instances_of_the_same_class() -> None:
    x, model = np.array([2.0, 0.5]), Model(Layer(np.array([1.0, 3.0]), 0.5, 3), np.array([2.0]))
    report = check_gradients(modelled, model, x)
    assert [a.entries for a in report.arguments] == [4, 2]
    assert report.arguments[0].worst.startswith(("m.layer.", "m.scale"))
    gradient = codegen.grad(loss_of)(model)
    assert type(gradient) is Model and type(gradient.layer) is Layer
    assert gradient.layer.w.tolist() == [1.0, 3.0] and gradient.scale.tolist() == [0.0]


def test_kinks_are_no_errors() -> None:
    assert check_gradients(relu, np.array([0.0, 1e-7, -1e-9, 3.0])).ok
    assert check_gradients(size, np.array([0.0, 1e-7])).ok


def test_an_argument_without_gradient_is_left_alone() -> None:
    report = check_gradients(counted, 1.5, 3)
    assert [argument.name for argument in report.arguments] == ["x"]


def test_the_arguments_are_not_touched() -> None:
    x, w = np.array([0.1, 2.0]), np.array([3.0, -1.0])
    check_gradients(smooth, x, w)
    assert x.tolist() == [0.1, 2.0]
    assert w.tolist() == [3.0, -1.0]


def test_a_wrong_gradient_is_named_by_its_worst_entry(wrong: Wrong) -> None:
    wrong(lambda gradients: (gradients[0] * [1.0, 1.01], gradients[1] * [1.0001, 1.0]))
    with pytest.raises(GradientError, match=r"smooth: the gradient on x\[1\] is ") as caught:
        check_gradients(smooth, np.array([0.1, 2.0]), np.array([3.0, -1.0]))
    report = caught.value.report
    assert [(argument.name, argument.worst) for argument in report.arguments] == [
        ("x", "x[1]"),
        ("w", "w[0]"),
    ]
    assert not report.ok
    assert str(report).count("WRONG") == 2
    assert str(report) in str(caught.value)


def test_a_slightly_wrong_gradient_is_found_by_both_methods(wrong: Wrong) -> None:
    wrong(lambda gradients: tuple(gradient * (1 + 1e-6) for gradient in gradients))
    for function, args in ((smooth, (np.array([0.1]), np.array([3.0]))), (by_math, (0.3, -0.4))):
        assert not check_gradients(function, *args, raise_on_error=False).ok


def test_a_gradient_outside_of_a_kink_is_wrong(wrong: Wrong) -> None:
    wrong(lambda gradient: gradient + 5.0)
    assert not check_gradients(relu, np.array([0.0, 1.0]), raise_on_error=False).ok


def test_a_gradient_of_another_shape_is_wrong(wrong: Wrong) -> None:
    wrong(lambda gradient: np.sum(gradient))
    with pytest.raises(GradientError, match=r"the gradient on x has the shape \(\), not \(2,\)"):
        check_gradients(relu, np.array([1.0, 2.0]))


def test_an_infinite_or_missing_number_is_wrong(wrong: Wrong) -> None:
    wrong(lambda gradient: gradient * np.nan)
    assert not check_gradients(relu, np.array([1.0, 2.0]), raise_on_error=False).ok


def test_a_complex_step_that_leaves_something_out_is_no_error_of_the_gradient(wrong: Wrong) -> None:
    assert check_gradients(steep, 0.01).arguments[0].method == "central differences"
    wrong(lambda gradient: gradient * (1 + 1e-5))
    assert not check_gradients(steep, 0.01, raise_on_error=False).ok


def test_arrays_of_other_libraries_are_what_numpy_makes_of_them() -> None:
    x = np.array([0.5, 2.0])
    assert check_gradients(foreign, x, pair=(foreign_forward, foreign_backward)).ok
    with pytest.raises(GradientError, match=r"foreign: the gradient on x\[\d\] is "):
        check_gradients(foreign, x, pair=(foreign_forward, wrong_backward))


def test_what_a_function_draws_is_drawn_alike() -> None:
    for function, args in ((dropout, (np.ones((5, 4)), np.ones((4, 6)))), (drawn_in_python, (2.0,))):
        assert check_gradients(function, *args).ok


def test_a_pair_that_is_there_is_checked_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = codegen.generate(Path(__file__).read_text(), only="smooth", wrt={"smooth": "w"})
    monkeypatch.setattr("codegen.gradcheck.find_passes", None)
    x, w = np.array([0.1, 2.0]), np.array([3.0, -1.0])
    report = check_gradients(smooth, x, w, pair=written(tmp_path, text))
    assert [(argument.name, argument.ok) for argument in report.arguments] == [("w", True)]
    (line,) = (line for line in text.splitlines() if line.strip().startswith("dw = "))
    changed = written(tmp_path, text.replace(line, f"{line} * 1.001"))
    with pytest.raises(GradientError, match=r"smooth: the gradient on w\[\d\] is "):
        check_gradients(smooth, x, w, pair=changed)


def test_what_a_pair_gives_is_not_left_out_for_how_it_is_written(tmp_path: Path) -> None:
    text, args = codegen.generate(Path(__file__).read_text(), only="smooth"), (np.ones(2), np.ones(2))
    assert check_gradients(
        smooth, *args, pair=written(tmp_path, text.replace("return dx, dw", "return (+dx, +dw)"))
    ).ok
    wrong = written(tmp_path, text.replace("return dx, dw", "return dx, 2 * dw"))
    assert [a.ok for a in check_gradients(smooth, *args, pair=wrong, raise_on_error=False).arguments] == [
        True,
        False,
    ]
    unclear = written(tmp_path, text.replace("return dx, dw", "return 2 * dw"))
    with pytest.raises(ValueError, match=r"smooth: which arguments 2 \* dw belong to is not clear"):
        check_gradients(smooth, *args, pair=unclear)
    returned = " = cache\n    if dout is not None:\n        return (1,)\n"
    early = written(tmp_path, text.replace(" = cache\n", returned))
    with pytest.raises(ValueError, match="smooth_backward gives 1 gradients, and not the 2 of its last line"):
        check_gradients(smooth, *args, pair=early)


def test_a_pair_must_give_what_the_function_gives(tmp_path: Path) -> None:
    text = codegen.generate(Path(__file__).read_text(), only="smooth")
    other = written(tmp_path, text.replace("np.exp(x)", "np.exp(x + 1)"))
    with pytest.raises(ValueError, match=r"smooth_forward returns .*, but smooth "):
        check_gradients(smooth, np.ones(2), np.ones(2), pair=other)
    with pytest.raises(TypeError, match="a pair is as it is"):
        check_gradients(smooth, np.ones(2), np.ones(2), pair=other, wrt="w")


def test_tolerances_can_be_given(wrong: Wrong) -> None:
    wrong(lambda gradient: gradient * 1.01)
    assert check_gradients(relu, np.array([1.0, 2.0]), rtol=0.1, atol=0.0).ok
    assert not check_gradients(relu, np.array([1.0, 2.0]), rtol=1e-3, atol=0.0, raise_on_error=False).ok


def test_large_arguments_are_sampled() -> None:
    report = check_gradients(relu, np.linspace(1.0, 2.0, 2000), entries=30)
    assert report.arguments[0].entries == 30


def test_the_seed_decides_what_is_drawn() -> None:
    x, w = np.array([0.1, 2.0]), np.array([3.0, -1.0])
    assert check_gradients(smooth, x, w, seed=1) == check_gradients(smooth, x, w, seed=1)
    assert check_gradients(smooth, x, w, seed=1) != check_gradients(smooth, x, w, seed=2)


def test_the_report_is_a_table() -> None:
    lines = str(check_gradients(pair, 3.0, 4.0)).splitlines()
    assert lines[0].split() == ["argument", "entries", "worst", "entry", "analytic", "numeric", "error", "by"]
    assert [line.split()[0] for line in lines[1:]] == ["x", "y"]
    assert all(line.endswith("ok") for line in lines[1:])


def test_the_functions_are_those_of_the_package() -> None:
    assert codegen.check_gradients is check_gradients
    assert issubclass(GradientError, AssertionError)


def differences(function: Callable[[Any], Any], at: float) -> Differences:
    return Differences(
        lambda args: (complex(function(args[0])), abs(complex(function(args[0])))), [at], 2.2e-16, None, None
    )


@pytest.mark.parametrize(
    ("function", "at", "derivative", "wrong"),
    [
        (lambda x: x**3, 2.0, 12.0, 12.00001),
        (lambda x: x**3, 1e6, 3e12, 3.00001e12),
        (math.sqrt, 1e-8, 5e3, 5.001e3),
        (math.log, 1e-12, 1e12, 1.01e12),
        (lambda x: abs(x - 1e-8), 0.0, -1.0, 1.01),
        (lambda x: max(x, 0.0), 0.0, 1.0, 1.01),
        (lambda x: max(x, 0.0), 0.0, 0.0, -0.01),
        (lambda x: math.exp(20 * x), 1.0, 20 * math.exp(20), 20.001 * math.exp(20)),
        (lambda x: math.sin(1000 * x), 0.3, 1000 * math.cos(300), 1001 * math.cos(300)),
    ],
)
def test_central_differences_tell_right_from_wrong(
    function: Callable[[float], float], at: float, derivative: float, wrong: float
) -> None:
    found, direction = differences(function, at), Direction(0, {(): 1.0}, abs(at))
    assert found.along_real(direction, derivative)[1]
    assert not found.along_real(direction, wrong)[1]
