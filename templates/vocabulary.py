"""How people spell what the gates are written for: names, methods, arguments.

A call is brought into one form before it is matched: the function's full NumPy name, arguments by
the names of its signature, those equal to their default left out. `x.sum(1)`, `np.sum(x, 1)` and
`numpy.sum(x, axis=1, keepdims=False)` are then the same. An argument that no gate mentions (`dtype=`)
means that no gate fits.
"""

from __future__ import annotations

# Namespaces with NumPy's functions under NumPy's names.
NAMESPACES: dict[str, str] = {
    "autograd.numpy": "numpy",
    "jax.numpy": "numpy",
    "cupy": "numpy",
    "autograd.scipy": "scipy",
    "jax.scipy": "scipy",
    "cupyx.scipy": "scipy",
}

# Namespaces whose functions take numbers and give numbers.
SCALAR: tuple[str, ...] = ("math",)

# Other names for the function on the right. Read backwards, the entries of `math` say how a line that
# mirrors a call of math spells NumPy's functions; what has no entry there cannot be used in it.
SAME_AS: dict[str, str] = {
    "math.acos": "numpy.arccos",
    "math.acosh": "numpy.arccosh",
    "math.asin": "numpy.arcsin",
    "math.asinh": "numpy.arcsinh",
    "math.atan": "numpy.arctan",
    "math.atan2": "numpy.arctan2",
    "math.atanh": "numpy.arctanh",
    "math.cbrt": "numpy.cbrt",
    "math.copysign": "numpy.copysign",
    "math.cos": "numpy.cos",
    "math.cosh": "numpy.cosh",
    "math.degrees": "numpy.degrees",
    "math.e": "numpy.e",
    "math.exp": "numpy.exp",
    "math.exp2": "numpy.exp2",
    "math.expm1": "numpy.expm1",
    "math.fmod": "numpy.fmod",
    "math.hypot": "numpy.hypot",
    "math.inf": "numpy.inf",
    "math.isfinite": "numpy.isfinite",
    "math.isinf": "numpy.isinf",
    "math.isnan": "numpy.isnan",
    "math.ldexp": "numpy.ldexp",
    "math.log": "numpy.log",
    "math.log10": "numpy.log10",
    "math.log1p": "numpy.log1p",
    "math.log2": "numpy.log2",
    "math.nan": "numpy.nan",
    "math.pi": "numpy.pi",
    "math.pow": "numpy.power",
    "math.radians": "numpy.radians",
    "math.sin": "numpy.sin",
    "math.sinh": "numpy.sinh",
    "math.sqrt": "numpy.sqrt",
    "math.tan": "numpy.tan",
    "math.tanh": "numpy.tanh",
    "numpy.abs": "numpy.absolute",
    "numpy.acos": "numpy.arccos",
    "numpy.acosh": "numpy.arccosh",
    "numpy.amax": "numpy.max",
    "numpy.amin": "numpy.min",
    "numpy.around": "numpy.round",
    "numpy.asin": "numpy.arcsin",
    "numpy.asinh": "numpy.arcsinh",
    "numpy.atan": "numpy.arctan",
    "numpy.atan2": "numpy.arctan2",
    "numpy.atanh": "numpy.arctanh",
    "numpy.concat": "numpy.concatenate",
    "numpy.deg2rad": "numpy.radians",
    "numpy.fabs": "numpy.absolute",
    "numpy.fix": "numpy.trunc",
    "numpy.mod": "numpy.remainder",
    "numpy.permute_dims": "numpy.transpose",
    "numpy.pow": "numpy.power",
    "numpy.rad2deg": "numpy.degrees",
    "numpy.round_": "numpy.round",
    "numpy.true_divide": "numpy.divide",
    "numpy.linalg.outer": "numpy.outer",
    "numpy.linalg.matmul": "numpy.matmul",
}

# Methods of arrays that are functions of NumPy with the array as first argument. What is not here
# (`x.dot(y)`, `x.flatten()`) and attributes (`x.T`) have gates written as they are spelled.
METHODS: dict[str, str] = {
    "all": "numpy.all",
    "any": "numpy.any",
    "argmax": "numpy.argmax",
    "argmin": "numpy.argmin",
    "argsort": "numpy.argsort",
    "clip": "numpy.clip",
    "copy": "numpy.copy",
    "cumprod": "numpy.cumprod",
    "cumsum": "numpy.cumsum",
    "diagonal": "numpy.diagonal",
    "max": "numpy.max",
    "mean": "numpy.mean",
    "min": "numpy.min",
    "prod": "numpy.prod",
    "ravel": "numpy.ravel",
    "repeat": "numpy.repeat",
    "reshape": "numpy.reshape",
    "round": "numpy.round",
    "squeeze": "numpy.squeeze",
    "std": "numpy.std",
    "sum": "numpy.sum",
    "swapaxes": "numpy.swapaxes",
    "take": "numpy.take",
    "trace": "numpy.trace",
    "transpose": "numpy.transpose",
    "var": "numpy.var",
}

# Methods whose last argument may be given as several: x.reshape(2, 3) is np.reshape(x, (2, 3)).
# (One argument alone is that argument: x.reshape(-1) is np.reshape(x, -1).)
SPREAD: dict[str, str] = {"reshape": "shape", "transpose": "axes"}

# Parameters with their defaults, as in a `def`. A function that is not here takes its arguments by
# position, and keywords keep it from matching.
SIGNATURES: dict[str, str] = {
    "numpy.all": "a, axis=None, out=None, keepdims=False, where=True",
    "numpy.any": "a, axis=None, out=None, keepdims=False, where=True",
    "numpy.argmax": "a, axis=None, out=None, keepdims=False",
    "numpy.argmin": "a, axis=None, out=None, keepdims=False",
    "numpy.argsort": "a, axis=-1, kind=None, order=None, stable=None",
    "numpy.broadcast_to": "array, shape, subok=False",
    "numpy.clip": "a, a_min=None, a_max=None, out=None",
    "numpy.copy": "a, order='K', subok=False",
    "numpy.cumprod": "a, axis=None, dtype=None, out=None",
    "numpy.cumsum": "a, axis=None, dtype=None, out=None",
    "numpy.diagonal": "a, offset=0, axis1=0, axis2=1",
    "numpy.dot": "a, b, out=None",
    "numpy.expand_dims": "a, axis",
    "numpy.inner": "a, b",
    "numpy.max": "a, axis=None, out=None, keepdims=False, initial=None, where=True",
    "numpy.mean": "a, axis=None, dtype=None, out=None, keepdims=False, where=True",
    "numpy.min": "a, axis=None, out=None, keepdims=False, initial=None, where=True",
    "numpy.outer": "a, b, out=None",
    "numpy.prod": "a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True",
    "numpy.ravel": "a, order='C'",
    "numpy.repeat": "a, repeats, axis=None",
    "numpy.reshape": "a, shape, order='C'",
    "numpy.round": "a, decimals=0, out=None",
    "numpy.squeeze": "a, axis=None",
    "numpy.std": "a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True",
    "numpy.sum": "a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True",
    "numpy.swapaxes": "a, axis1, axis2",
    "numpy.take": "a, indices, axis=None, out=None, mode='raise'",
    "numpy.trace": "a, offset=0, axis1=0, axis2=1, dtype=None, out=None",
    "numpy.transpose": "a, axes=None",
    "numpy.var": "a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=True",
    "numpy.where": "condition, x, y",
}
