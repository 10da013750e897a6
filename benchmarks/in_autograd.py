"""The functions that are timed under HIPS autograd and under tangent: their own sources, where these do."""

import linecache
import types

import numpy

# autograd refuses writes into arrays, so that what is written in place is put together anew.
WITHOUT_WRITES = """\
import autograd.numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm(xs, h0, Wx, Wh, b):
    h, c = h0, np.zeros(len(h0))
    hs = []
    for a in np.dot(xs, Wx) + b:
        a = a + np.dot(h, Wh)
        i, f, o, g = np.split(a, 4)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        hs.append(h)
    return np.stack(hs)


def heat(u0, rate, steps):
    top, bottom, left, right = u0[:1], u0[-1:], u0[1:-1, :1], u0[1:-1, -1:]
    u = u0
    for _ in range(steps):
        around = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]
        inner = u[1:-1, 1:-1] + rate * (around - 4 * u[1:-1, 1:-1])
        u = np.concatenate([top, np.concatenate([left, inner, right], axis=1), bottom])
    return u
"""


def module_of(text, name):
    """A module of a text whose functions can be inspected, as tangent does."""
    path = f"<{name}>"
    linecache.cache[path] = (len(text), None, text.splitlines(True), path)
    module = types.ModuleType(f"timed_{name}")
    exec(compile(text, path, "exec"), module.__dict__)
    return module


def autograd_runner(function, given, upstream):
    """Both passes by autograd, which builds its graph in each call."""
    from autograd.builtins import tuple as as_tuple
    from autograd.core import make_vjp

    if function.name in ("lstm", "heat"):
        text = WITHOUT_WRITES
    else:
        text = function.source().replace("import numpy as np", "import autograd.numpy as np")
        text = text.replace("math.", "np.").replace("import math\n", "import autograd.numpy as np\n")
    f = getattr(module_of(text, function.name), function.name)
    several = len(upstream) > 1

    def of_these(differentiated):
        filled = list(given)
        for place, value in zip(function.differentiable, differentiated):
            filled[place] = value
        out = f(*filled)
        return as_tuple(out) if several else out

    start = as_tuple(given[place] for place in function.differentiable)

    def run():
        back, _ = make_vjp(of_these, start)
        return back(upstream if several else upstream[0])

    return run, lambda: [numpy.asarray(x) for x in run()]


def tangent_runner(function, given, upstream):
    """Both passes by the function that tangent makes of the source."""
    import tangent

    text = function.source().replace("math.", "np.")  # it knows no functions of math
    f = getattr(module_of(text, function.name), function.name)
    made = tangent.grad(f, wrt=function.differentiable, check_dims=False)
    start = upstream if len(upstream) > 1 else upstream[0]

    def run():
        return made(*given, start)

    def as_numpy():
        got = run()
        return [numpy.asarray(x) for x in (got if isinstance(got, tuple) else (got,))]

    return run, as_numpy
