"""Making arrays, copying and converting them, and questions with a yes or no.

holomorphic: *_complex, zeros_like, ones_like, empty_like, array, copy, asarray, ascontiguousarray, is*, *equal, allclose
"""

from __future__ import annotations

import numpy as np


def zeros(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape)


def zeros_float(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape, dtype=float)


def zeros_float64(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape, dtype=np.float64)


def zeros_float32(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape, dtype=np.float32)


def zeros_int(shape: int | tuple) -> int[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape, dtype=int)


def zeros_bool(shape: int | tuple) -> bool[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape, dtype=bool)


def zeros_of_type(shape: int | tuple, dtype: object) -> dtype[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.zeros(shape, dtype=dtype)


def zeros_like(x) -> same(x):
    """Takes the shape of its input and not its values: no gradient."""
    z = np.zeros_like(x)


def zeros_complex(shape: int | tuple) -> complex[filled(shape)]:
    """Does not depend on values."""
    z = np.zeros(shape, dtype=complex)


def ones(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape)


def ones_float(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape, dtype=float)


def ones_float64(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape, dtype=np.float64)


def ones_float32(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape, dtype=np.float32)


def ones_int(shape: int | tuple) -> int[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape, dtype=int)


def ones_bool(shape: int | tuple) -> bool[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape, dtype=bool)


def ones_of_type(shape: int | tuple, dtype: object) -> dtype[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.ones(shape, dtype=dtype)


def ones_like(x) -> same(x):
    """Takes the shape of its input and not its values: no gradient."""
    z = np.ones_like(x)


def ones_complex(shape: int | tuple) -> complex[filled(shape)]:
    """Does not depend on values."""
    z = np.ones(shape, dtype=complex)


def empty(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape)


def empty_float(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape, dtype=float)


def empty_float64(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape, dtype=np.float64)


def empty_float32(shape: int | tuple) -> float[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape, dtype=np.float32)


def empty_int(shape: int | tuple) -> int[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape, dtype=int)


def empty_bool(shape: int | tuple) -> bool[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape, dtype=bool)


def empty_complex(shape: int | tuple) -> complex[filled(shape)]:
    """Does not depend on values."""
    z = np.empty(shape, dtype=complex)


def empty_of_type(shape: int | tuple, dtype: object) -> dtype[filled(shape)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.empty(shape, dtype=dtype)


def empty_like(x) -> same(x):
    """Takes the shape of its input and not its values: no gradient."""
    z = np.empty_like(x)


def full(shape: int | tuple, value) -> filled(shape):
    """Sums the gradient (which the generator does)."""
    z = np.full(shape, value)
    dvalue = dz


def full_of_type(shape: int | tuple, value, dtype: object) -> dtype[filled(shape)]:
    """Sums the gradient (which the generator does)."""
    z = np.full(shape, value, dtype=dtype)
    dvalue = dz


def full_like(x, value) -> x[same(x)]:
    """Sums the gradient (which the generator does); of x, only the shape is used."""
    z = np.full_like(x, value)
    dvalue = dz
    dx = 0


def eye(n: int, k: int = 0) -> float[filled(n, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.eye(n, k=k)


def eye_dtype(n: int, dtype: object, k: int = 0) -> dtype[filled(n, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.eye(n, k=k, dtype=dtype)


def eye_rectangular(n: int, m: int, k: int = 0) -> float[filled(n, m)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.eye(n, m, k)


def eye_bool(n: int, m: int, k: int = 0) -> bool[filled(n, m)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.eye(n, m, k, dtype=bool)


def tri(n: int, k: int = 0) -> float[counted_both(n, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.tri(n, k=k)


def tri_dtype(n: int, dtype: object, k: int = 0) -> float[counted_both(n, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.tri(n, k=k, dtype=dtype)


def tri_rectangular(n: int, m: int, k: int = 0) -> float[counted_both(n, m)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.tri(n, m, k)


def tri_bool(n: int, m: int, k: int = 0) -> bool[counted_both(n, m)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.tri(n, m, k, dtype=bool)


def identity(n: int) -> float[filled(n, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.identity(n)


def arange(n: int) -> int[counted(n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.arange(n)


def arange_between(n: int, m: int) -> int[counted(m, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.arange(n, m)


def arange_step(n: int, m: int, k: int) -> int[steps()]:
    """Starts from constants, so there is no gradient to pass on."""
    z = np.arange(n, m, k)


def call_range(n: int) -> int[counted(n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = range(n)


def call_range_between(n: int, m: int) -> int[counted(m, n)]:
    """Starts from constants, so there is no gradient to pass on."""
    z = range(n, m)


def call_range_step(n: int, m: int, k: int) -> int[steps()]:
    """Starts from constants, so there is no gradient to pass on."""
    z = range(n, m, k)


def linspace(a: float, b: float, n: int) -> counted(n):
    """Shares the gradient out between the ends by their distances."""
    z = np.linspace(a, b, n)
    da = (1 - np.linspace(0, 1, n)) * dz
    db = np.linspace(0, 1, n) * dz


def linspace_open(a: float, b: float, n: int) -> counted(n):
    """Shares the gradient out between the ends by their distances."""
    z = np.linspace(a, b, n, endpoint=False)
    da = (1 - np.linspace(0, 1, n, endpoint=False)) * dz
    db = np.linspace(0, 1, n, endpoint=False) * dz


def linspace_step(a: float, b: float, n: int) -> (counted(n), ""):
    """Shares the gradient out between the ends by their distances.

    domain: n > 1
    """
    z, step = np.linspace(a, b, n, retstep=True)
    da = (1 - np.linspace(0, 1, n)) * dz
    db = np.linspace(0, 1, n) * dz
    da = -dstep / (n - 1)
    db = dstep / (n - 1)


def linspace_of_arrays(a, b, n: int) -> lined_up(a, b, n):
    """Shares the gradient out between the ends by their distances."""
    z = np.linspace(a, b, n)
    da = unbroadcast(np.tensordot((1 - np.linspace(0, 1, n)).astype(z.dtype), dz, axes=1), a)
    db = unbroadcast(np.tensordot(np.linspace(0, 1, n).astype(z.dtype), dz, axes=1), b)


def linspace_of_arrays_last(a, b, n: int) -> lined_up(a, b, n, -1):
    """Shares the gradient out between the ends by their distances."""
    z = np.linspace(a, b, n, axis=-1)
    da = unbroadcast(np.dot(dz, (1 - np.linspace(0, 1, n)).astype(z.dtype)), a)
    db = unbroadcast(np.dot(dz, np.linspace(0, 1, n).astype(z.dtype)), b)


def logspace(a: float, b: float, n: int) -> counted(n):
    """Shares the gradient, scaled by the output times ln 10, out between the ends by their distances."""
    z = np.logspace(a, b, n)
    da = (1 - np.linspace(0, 1, n)) * (2.302585092994046 * z) * dz
    db = np.linspace(0, 1, n) * (2.302585092994046 * z) * dz


def logspace_to_base(a: float, b: float, n: int, c: literal) -> counted(n):
    """Shares the gradient, scaled by the output times ln c, out between the ends by their distances.

    domain: c > 0
    """
    z = np.logspace(a, b, n, base=c)
    da = (1 - np.linspace(0, 1, n)) * (np.log(c) * z) * dz
    db = np.linspace(0, 1, n) * (np.log(c) * z) * dz


def geomspace(a: float, b: float, n: int) -> counted(n):
    """Shares the gradient, scaled by the output over each end, out between the ends by their distances.

    domain: a > 0, b > 0
    """
    z = np.geomspace(a, b, n)
    da = (1 - np.linspace(0, 1, n)) * (z / a) * dz
    db = np.linspace(0, 1, n) * (z / b) * dz


# Copies and conversions.


def array(x) -> same(x):
    """Passes the gradient through."""
    z = np.array(x)
    dx = dz


def copy(x) -> same(x):
    """Passes the gradient through."""
    z = np.copy(x)
    dx = dz


def asarray(x) -> same(x):
    """Passes the gradient through.

    view: x
    """
    z = np.asarray(x)
    dx = dz


def ascontiguousarray(x) -> at_least(x, 1):
    """Passes the gradient through.

    view: x
    """
    z = np.ascontiguousarray(x)
    dx = dz


def astype_float(x) -> float[same(x)]:
    """Passes the gradient through."""
    z = x.astype(float)
    dx = dz


def np_astype_float(x) -> float[same(x)]:
    """Passes the gradient through.

    needs: NumPy 2
    """
    z = np.astype(x, float)
    dx = dz


def np_astype_float64(x) -> float[same(x)]:
    """Passes the gradient through.

    needs: NumPy 2
    """
    z = np.astype(x, np.float64)
    dx = dz


def np_astype_float32(x) -> float[same(x)]:
    """Passes the gradient through.

    needs: NumPy 2
    """
    z = np.astype(x, np.float32)
    dx = dz


def to_int64(x) -> int:
    """Blocks the gradient: its output is a step function."""
    z = np.int64(x)


def to_int32(x) -> int:
    """Blocks the gradient: its output is a step function."""
    z = np.int32(x)


def array_float(x) -> float[same(x)]:
    """Passes the gradient through."""
    z = np.array(x, dtype=float)
    dx = dz


def asarray_float(x) -> float[same(x)]:
    """Passes the gradient through.

    view: x
    """
    z = np.asarray(x, dtype=float)
    dx = dz


def astype_float64(x) -> float[same(x)]:
    """Passes the gradient through."""
    z = x.astype(np.float64)
    dx = dz


def array_float64(x) -> float[same(x)]:
    """Passes the gradient through."""
    z = np.array(x, dtype=np.float64)
    dx = dz


def asarray_float64(x) -> float[same(x)]:
    """Passes the gradient through.

    view: x
    """
    z = np.asarray(x, dtype=np.float64)
    dx = dz


def astype_float32(x) -> float[same(x)]:
    """Passes the gradient through."""
    z = x.astype(np.float32)
    dx = dz


def array_float32(x) -> float[same(x)]:
    """Passes the gradient through."""
    z = np.array(x, dtype=np.float32)
    dx = dz


def asarray_float32(x) -> float[same(x)]:
    """Passes the gradient through.

    view: x
    """
    z = np.asarray(x, dtype=np.float32)
    dx = dz


def call_float64(x) -> float[same(x)]:
    """Passes the gradient through.

    view: x
    """
    z = np.float64(x)
    dx = dz


def call_float32(x) -> float[same(x)]:
    """Passes the gradient through.

    view: x
    """
    z = np.float32(x)
    dx = dz


def astype_complex(x) -> complex[same(x)]:
    """Passes the gradient through."""
    z = x.astype(complex)
    dx = dz


def array_complex(x) -> complex[same(x)]:
    """Passes the gradient through."""
    z = np.array(x, dtype=complex)
    dx = dz


def asarray_complex(x) -> complex[same(x)]:
    """Passes the gradient through.

    view: x
    """
    z = np.asarray(x, dtype=complex)
    dx = dz


def astype_int(x) -> int[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = x.astype(int)


def astype_bool(x) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = x.astype(bool)


def item(x) -> float[""]:
    """Passes the gradient through."""
    z = x.item()
    dx = dz


def nan_to_num(x):
    """Lets the gradient pass where the input is finite."""
    z = np.nan_to_num(x)
    dx = np.isfinite(x) * dz


def nan_to_number(x, nan: float):
    """Lets the gradient pass where the input is finite.

    refused: nan
    """
    z = np.nan_to_num(x, nan=nan)
    dx = np.isfinite(x) * dz


def infinite_to_numbers(x, posinf: float, neginf: float):
    """Lets the gradient pass where the input is finite.

    refused: posinf, neginf
    """
    z = np.nan_to_num(x, posinf=posinf, neginf=neginf)
    dx = np.isfinite(x) * dz


def posinf_to_number(x, posinf: float):
    """Lets the gradient pass where the input is finite.

    refused: posinf
    """
    z = np.nan_to_num(x, posinf=posinf)
    dx = np.isfinite(x) * dz


def neginf_to_number(x, neginf: float):
    """Lets the gradient pass where the input is finite.

    refused: neginf
    """
    z = np.nan_to_num(x, neginf=neginf)
    dx = np.isfinite(x) * dz


def nan_and_infinite_to_numbers(x, nan: float, posinf: float, neginf: float):
    """Lets the gradient pass where the input is finite.

    refused: nan, posinf, neginf
    """
    z = np.nan_to_num(x, nan=nan, posinf=posinf, neginf=neginf)
    dx = np.isfinite(x) * dz


# Questions.


def isnan(x) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.isnan(x)


def isinf(x) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.isinf(x)


def isfinite(x) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.isfinite(x)


def signbit(x) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.signbit(x)


def logical_not(x) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.logical_not(x)


def logical_and(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.logical_and(x, y)


def logical_or(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.logical_or(x, y)


def logical_xor(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.logical_xor(x, y)


def greater(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.greater(x, y)


def greater_equal(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.greater_equal(x, y)


def less(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.less(x, y)


def less_equal(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.less_equal(x, y)


def equal(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.equal(x, y)


def not_equal(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.not_equal(x, y)


def isclose(x, y) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = np.isclose(x, y)


def allclose(x, y) -> bool[""]:
    """Blocks the gradient: its output is true or false."""
    z = np.allclose(x, y)


def array_equal(x, y) -> bool[""]:
    """Blocks the gradient: its output is true or false."""
    z = np.array_equal(x, y)


def zeros_like_of_type(x, dtype: object) -> dtype[same(x)]:
    """Takes the shape of its input and not its values: no gradient."""
    z = np.zeros_like(x, dtype=dtype)


def ones_like_of_type(x, dtype: object) -> dtype[same(x)]:
    """Takes the shape of its input and not its values: no gradient."""
    z = np.ones_like(x, dtype=dtype)


def empty_like_of_type(x, dtype: object) -> dtype[same(x)]:
    """Takes the shape of its input and not its values: no gradient."""
    z = np.empty_like(x, dtype=dtype)
