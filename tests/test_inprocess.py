"""Functions in, functions out: what they compute, and that they can be stepped through."""

from __future__ import annotations

import inspect
import linecache
import math
import pdb
import subprocess
import sys
import traceback
import types
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import codegen
from codegen import Refused

RATE = 0.5


def product(x, w):
    y = x * w
    return y * y


def wave(x: float, k: float = 2.0):
    return math.sin(k * x) * RATE


def energy(x: "N"):
    return np.sum(np.exp(x) * x)


def spread(x: "N"):
    return 2 * x


def pair(x: float, y: float):
    return x * y, x + y


def keywords(x: float, *, power: float = 3.0):
    return x**power


def awkward(cache: float, value: float, upstream: float):
    out = cache * value
    return out * upstream


def identity(function: Any) -> Any:
    def replaced(x: float) -> Any:
        return function(x)

    return replaced


@identity
def decorated(x: float) -> float:
    return x * x


def made_by_exec(text: str, name: str) -> Any:
    """A function whose source is in linecache alone."""
    filename = f"<made {name} {hash(text)}>"
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    namespace: dict[str, Any] = {"__name__": "made"}
    exec(compile(text, filename, "exec"), namespace)
    return namespace[name]


def test_generate_gives_the_text_of_a_module() -> None:
    text = codegen.generate(
        "def f(x, w):\n    return x * w\n\n\ndef g(x):\n    return x\n", only="f", wrt={"f": "w"}
    )
    assert "def f_backward(dout, cache):" in text
    assert "return dw\n" in text
    assert "def g_" not in text
    with pytest.raises(Refused) as caught:
        codegen.generate("def f(x:\n")
    assert caught.value.problems[0].code == "E001"
    with pytest.raises(ValueError, match="no style 'loud'"):
        codegen.generate("def f(x):\n    return x\n", style="loud")


def test_importing_the_package_is_quick_and_its_names_are_there() -> None:
    code = (
        "import sys, codegen\n"
        "assert not {'numpy', 'black', 'astor'} & set(sys.modules)\n"
        "from codegen.generate import Options\n"
        "for name in codegen.__all__: assert getattr(codegen, name) is not None\n"
        "assert codegen.generate('def f(x):\\n    return x * x\\n')\n"
        "import codegen.generate\n"
    )
    root = str(Path(codegen.__file__).parents[1])
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)
    assert set(codegen.__all__) <= set(dir(codegen))
    with pytest.raises(AttributeError):
        _ = codegen.no_such_name


def test_backprop_gives_the_pair() -> None:
    forward, backward = codegen.backprop(product)
    value, cache = forward(3.0, 2.0)
    assert value == 36.0
    assert backward(1.0, cache) == (24.0, 36.0)
    _, backward_w = codegen.backprop(product, wrt="w")
    assert backward_w(1.0, cache) == 36.0


def test_module_constants_and_defaults_are_carried() -> None:
    forward, _ = codegen.backprop(wave)
    assert forward(1.0)[0] == wave(1.0)
    assert codegen.grad(wave, wrt="x")(1.0) == pytest.approx(math.cos(2.0))


def test_a_constant_that_was_rebound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "RATE", 2.0)
    with pytest.raises(ValueError, match="RATE is no longer what the module's source says"):
        codegen.backprop(wave)


def test_grad_and_value_and_grad() -> None:
    assert codegen.grad(product)(3.0, 2.0) == (24.0, 36.0)
    assert codegen.grad(product, wrt="x")(3.0, 2.0) == 24.0
    assert codegen.grad(product, wrt=("w", "x"))(3.0, 2.0) == (36.0, 24.0)
    assert codegen.value_and_grad(product)(3.0, 2.0) == (36.0, (24.0, 36.0))
    assert codegen.value_and_grad(product, wrt="w")(3.0, 2.0) == (36.0, 36.0)
    x = np.array([0.5, -1.0])
    np.testing.assert_allclose(codegen.grad(energy)(x), np.exp(x) * (x + 1))
    assert codegen.grad(keywords, wrt="x")(2.0, power=3.0) == pytest.approx(12.0)


def test_names_of_the_user_are_not_captured() -> None:
    assert codegen.grad(awkward)(2.0, 3.0, 5.0) == (15.0, 10.0, 6.0)


def test_the_signature_is_that_of_the_function() -> None:
    for function in (product, wave, energy, keywords):
        found = inspect.signature(codegen.grad(function))
        expected = inspect.signature(function)
        assert [(p.name, p.kind, p.default) for p in found.parameters.values()] == [
            (p.name, p.kind, p.default) for p in expected.parameters.values()
        ]
    assert inspect.signature(codegen.grad(energy)).parameters["x"].annotation.strip("'") == "N"


def test_float32_stays_float32() -> None:
    assert codegen.grad(energy)(np.ones(3, np.float32)).dtype == np.float32


def test_an_output_that_is_no_scalar_is_refused_when_it_runs() -> None:
    with pytest.raises(TypeError, match=r"spread: the output is not a scalar \(shape \(3,\)\)"):
        codegen.grad(spread)(np.ones(3))
    with pytest.raises(TypeError, match="pair: it has 2 outputs"):
        codegen.grad(pair)


def test_gradients_of_gradients() -> None:
    second = codegen.grad(codegen.grad(wave, wrt="x"), wrt="x")
    assert second(1.0) == pytest.approx(-2 * math.sin(2.0))
    third = codegen.grad(second, wrt="x")
    assert third(1.0) == pytest.approx(-4 * math.cos(2.0))


def test_a_hessian_vector_product() -> None:
    text = "import numpy as np\n" + inspect.getsource(energy) + inspect.getsource(codegen.grad(energy))
    assert "def energy_grad" in text
    forward, backward = codegen.backprop(codegen.grad(energy))
    x, v = np.array([0.5, -1.0]), np.array([1.0, 2.0])
    _, cache = forward(x)
    np.testing.assert_allclose(backward(v, cache), np.exp(x) * (x + 2) * v)


def test_generated_functions_have_source_and_can_be_stepped_through() -> None:
    forward, backward = codegen.backprop(product)
    linecache.checkcache()
    assert inspect.getsource(forward).startswith("def product_forward(x, w):\n")
    assert "# backprop y = x * w\n" in inspect.getsource(backward)
    assert inspect.getsourcefile(forward) == forward.__code__.co_filename
    assert pdb.Pdb().canonic(forward.__code__.co_filename) == forward.__code__.co_filename
    with pytest.raises(TypeError) as caught:
        backward("a", forward(3.0, 2.0)[1])
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert last.name == "product_backward"
    assert last.line


def test_functions_made_by_exec_have_gradients_too() -> None:
    f = made_by_exec("def helper(x):\n    return x * x\n\n\ndef f(x):\n    return helper(x) * 3\n", "f")
    assert codegen.grad(f)(2.0) == 12.0


SHAPES = """from typing import NamedTuple

class Rect(NamedTuple):
    w: float
    h: float

    def area(self, scale: float):
        area = self.w * self.h
        return area * scale
"""


def test_a_method_is_differentiated_as_a_function_of_its_instance() -> None:
    area = made_by_exec(SHAPES, "Rect").area
    rect = area.__globals__["Rect"](2.0, 3.0)
    of_rect, of_scale = codegen.grad(area)(rect, 4.0)
    assert (of_rect.w, of_rect.h, of_scale) == (12.0, 8.0, 6.0) and type(of_rect) is type(rect)
    assert codegen.grad(area, wrt="scale")(rect, 4.0) == 6.0
    assert "def rect_area_backward(dout, cache):" in codegen.generate(SHAPES, only="Rect.area")
    with pytest.raises(codegen.Refused, match="no function to generate from"):
        codegen.generate(SHAPES)
    with pytest.raises(TypeError, match=r"give Rect\.area, and the instance as its first argument"):
        codegen.grad(rect.area)


def test_a_method_of_a_class_that_does_more_is_refused() -> None:
    source = "class Rect:\n    def area(self, w):\n        return w * self.h\n"
    with pytest.raises(TypeError, match=r"Rect\.area: it is a method of a class that does more"):
        codegen.grad(made_by_exec(source, "Rect").area)


def test_what_has_no_source_of_its_own_is_refused() -> None:
    def nested(x: float) -> float:
        return x * x

    class Model:
        def method(self, x: float) -> float:
            return x * x

    refusals = [
        (lambda x: x * x, "a lambda"),
        (nested, "nested: it is defined inside another function"),
        (Model.method, "method: it is defined inside another function"),
        (Model().method, "method: a method has no Python source"),
        (math.sin, "sin: a builtin_function_or_method has no Python source"),
        (Model, "Model: a type has no Python source"),
        (3, "3: a int has no Python source"),
        (decorated, "it is defined inside another function"),
    ]
    for function, words in refusals:
        with pytest.raises(TypeError, match=words):
            codegen.backprop(function)  # type: ignore[arg-type]


def test_source_that_is_not_what_runs_is_refused() -> None:
    f = made_by_exec("def f(x):\n    return x * x\n", "f")
    changed = "# a line more\ndef f(x):\n    return x * x * x\n"
    linecache.cache[f.__code__.co_filename] = (0, None, changed.splitlines(keepends=True), "")
    with pytest.raises(ValueError, match="is not what runs"):
        codegen.grad(f)
    del linecache.cache[f.__code__.co_filename]
    with pytest.raises(ValueError, match="its source cannot be found"):
        codegen.grad(f)
    twice = made_by_exec("def f(x):\n    return x\n\n\nfirst = f\n\n\ndef f(x):\n    return x * x\n", "first")
    with pytest.raises(ValueError, match="is not what runs"):
        codegen.grad(twice)


def test_wrt_must_name_arguments() -> None:
    with pytest.raises(ValueError, match=r"product: there is no argument y \(there are x, w\)"):
        codegen.grad(product, wrt="y")
    with pytest.raises(ValueError, match="wrt names no argument"):
        codegen.grad(product, wrt=())


def test_the_passes_depend_on_nothing_of_the_generator() -> None:
    forward, _ = codegen.backprop(energy)
    modules = {v.__name__ for v in forward.__globals__.values() if isinstance(v, types.ModuleType)}
    assert modules == {"numpy", "builtins"} or modules == {"numpy"}
