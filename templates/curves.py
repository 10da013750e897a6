"""Values along a line: differences, slopes, areas, polynomials."""

from __future__ import annotations

import numpy as np


def diff_behind_number(x, p: float) -> same(x):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, prepend=p)
    dx = undiff(dz, 0, 1)
    dp = -np.sum(dz[..., 0])


def diff_behind_number_axis(x, p: float, axis: int) -> along(x, axis):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, axis=axis, prepend=p)
    dx = undiff(dz, 0, 1, axis)
    dp = -np.sum(np.take(dz, 0, axis=axis))


def diff_before_number(x, p: float) -> same(x):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, append=p)
    dx = undiff(dz, 1, 0)
    dp = np.sum(dz[..., -1])


def diff_before_number_axis(x, p: float, axis: int) -> along(x, axis):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, axis=axis, append=p)
    dx = undiff(dz, 1, 0, axis)
    dp = np.sum(np.take(dz, -1, axis=axis))


def diff_between_numbers(x, p: float, q: float) -> longer(x, 1, -1):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, prepend=p, append=q)
    dx = undiff(dz, 0, 0)
    dp = -np.sum(dz[..., 0])
    dq = np.sum(dz[..., -1])


def diff_between_numbers_axis(x, p: float, q: float, axis: int) -> longer(x, 1, axis):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, axis=axis, prepend=p, append=q)
    dx = undiff(dz, 0, 0, axis)
    dp = -np.sum(np.take(dz, 0, axis=axis))
    dq = np.sum(np.take(dz, -1, axis=axis))


def ediff1d_vector(x: "N") -> differences(x, 1, -1):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.ediff1d(x)
    dx = -np.diff(np.pad(dz, 1))


def ediff1d(x) -> differences_flat(x):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.ediff1d(x)
    dx = np.reshape(diff_dx(dz, np.ravel(x)), np.shape(x))


# Slopes. The steps between values are numbers, or places along the axis.


def gradient(x: "N") -> "N":
    """Shares the gradient on each slope out between the values on both sides."""
    z = np.gradient(x)
    dx = gradient_dx(dz, x)


def gradient_step(x: "N", h: float) -> "N":
    """Shares the gradient on each slope out between the values on both sides; a step makes it less."""
    z = np.gradient(x, h)
    dx = gradient_dx(dz, x, h)
    dh = (-z / h) * dz


def gradient_places(x: "N", t: "N") -> "N":
    """Shares the gradient on each slope out between the values on both sides.

    domain: 0.1 < np.diff(t)
    refused: t
    """
    z = np.gradient(x, t)
    dx = gradient_dx(dz, x, t)


def gradient_order(x: "N", order: int) -> "N":
    """Shares the gradient on each slope out between the values on both sides.

    order: one of 1, 2
    """
    z = np.gradient(x, edge_order=order)
    dx = gradient_dx(dz, x, 1, -1, order)


def gradient_step_order(x: "N", h: float, order: int) -> "N":
    """Shares the gradient on each slope out between the values on both sides; a step makes it less.

    order: one of 1, 2
    """
    z = np.gradient(x, h, edge_order=order)
    dx = gradient_dx(dz, x, h, -1, order)
    dh = (-z / h) * dz


def gradient_places_order(x: "N", t: "N", order: int) -> "N":
    """Shares the gradient on each slope out between the values on both sides.

    domain: 0.1 < np.diff(t)
    order: one of 1, 2
    refused: t
    """
    z = np.gradient(x, t, edge_order=order)
    dx = gradient_dx(dz, x, t, -1, order)


def gradient_of_grid(x: "N M") -> ("N M", "N M"):
    """Shares the gradient on each slope out between the values on both sides."""
    down, right = np.gradient(x)
    dx = gradient_dx(ddown, x, 1, 0)
    dx = gradient_dx(dright, x, 1, 1)


def gradient_of_grid_step(x: "N M", h: float) -> ("N M", "N M"):
    """Shares the gradient on each slope out between the values on both sides; a step makes it less."""
    down, right = np.gradient(x, h)
    dx = gradient_dx(ddown, x, h, 0)
    dx = gradient_dx(dright, x, h, 1)
    dh = -np.sum(down * ddown) / h
    dh = -np.sum(right * dright) / h


def gradient_of_grid_order(x: "N M", order: int) -> ("N M", "N M"):
    """Shares the gradient on each slope out between the values on both sides.

    order: one of 1, 2
    """
    down, right = np.gradient(x, edge_order=order)
    dx = gradient_dx(ddown, x, 1, 0, order)
    dx = gradient_dx(dright, x, 1, 1, order)


def gradient_of_grid_step_order(x: "N M", h: float, order: int) -> ("N M", "N M"):
    """Shares the gradient on each slope out between the values on both sides; a step makes it less.

    order: one of 1, 2
    """
    down, right = np.gradient(x, h, edge_order=order)
    dx = gradient_dx(ddown, x, h, 0, order)
    dx = gradient_dx(dright, x, h, 1, order)
    dh = -np.sum(down * ddown) / h
    dh = -np.sum(right * dright) / h


def gradient_of_grid_steps(x: "N M", h: float, l: float) -> ("N M", "N M"):
    """Shares the gradient on each slope out between the values on both sides; a step makes it less."""
    down, right = np.gradient(x, h, l)
    dx = gradient_dx(ddown, x, h, 0)
    dx = gradient_dx(dright, x, l, 1)
    dh = -np.sum(down * ddown) / h
    dl = -np.sum(right * dright) / l


def gradient_of_grid_places(x: "N M", s: "N", t: "M") -> ("N M", "N M"):
    """Shares the gradient on each slope out between the values on both sides.

    domain: 0.1 < np.abs(np.diff(s)), 0.1 < np.abs(np.diff(t))
    refused: s, t
    """
    down, right = np.gradient(x, s, t)
    dx = gradient_dx(ddown, x, s, 0)
    dx = gradient_dx(dright, x, t, 1)


def gradient_axis(x, axis: int) -> along(x, axis):
    """Shares the gradient on each slope out between the values on both sides."""
    z = np.gradient(x, axis=axis)
    dx = gradient_dx(dz, x, 1, axis)


def gradient_step_axis(x, h: float, axis: int) -> along(x, axis):
    """Shares the gradient on each slope out between the values on both sides; a step makes it less."""
    z = np.gradient(x, h, axis=axis)
    dx = gradient_dx(dz, x, h, axis)
    dh = (-z / h) * dz


def gradient_places_axis(x, t, axis: int) -> along(x, axis):
    """Shares the gradient on each slope out between the values on both sides.

    domain: 0.1 < np.diff(t), np.ndim(t) == 1
    refused: t
    """
    z = np.gradient(x, t, axis=axis)
    dx = gradient_dx(dz, x, t, axis)


def gradient_axis_order(x, axis: int, order: int) -> along(x, axis):
    """Shares the gradient on each slope out between the values on both sides.

    order: one of 1, 2
    """
    z = np.gradient(x, axis=axis, edge_order=order)
    dx = gradient_dx(dz, x, 1, axis, order)


def gradient_step_axis_order(x, h: float, axis: int, order: int) -> along(x, axis):
    """Shares the gradient on each slope out between the values on both sides; a step makes it less.

    order: one of 1, 2
    """
    z = np.gradient(x, h, axis=axis, edge_order=order)
    dx = gradient_dx(dz, x, h, axis, order)
    dh = (-z / h) * dz


def gradient_places_axis_order(x, t, axis: int, order: int) -> along(x, axis):
    """Shares the gradient on each slope out between the values on both sides.

    order: one of 1, 2
    domain: 0.1 < np.diff(t), np.ndim(t) == 1
    refused: t
    """
    z = np.gradient(x, t, axis=axis, edge_order=order)
    dx = gradient_dx(dz, x, t, axis, order)


# Areas, as if the values were joined by straight lines.


def trapezoid_vector(y: "N") -> "":
    """Gives every value half of the gradient for each step beside it.

    needs: NumPy 2
    """
    z = np.trapezoid(y)
    dy = trapezoid_weights(y) * dz


def trapezoid_step_vector(y: "N", h: float) -> "":
    """Gives every value the gradient times half a step for each one beside it.

    needs: NumPy 2
    """
    z = np.trapezoid(y, dx=h)
    dy = (h * trapezoid_weights(y)) * dz
    dh = (z / h) * dz


def trapezoid_unit(y) -> reduced_array(y, -1):
    """Gives every value half of the gradient for each step beside it.

    needs: NumPy 2
    """
    z = np.trapezoid(y)
    dy = trapezoid_weights(y) * np.expand_dims(dz, -1)


def trapezoid_unit_axis(y, axis: int) -> reduced_array(y, axis):
    """Gives every value half of the gradient for each step beside it.

    needs: NumPy 2
    """
    z = np.trapezoid(y, axis=axis)
    dy = trapezoid_weights(y, axis) * np.expand_dims(dz, axis)


def trapezoid_step(y, h: float) -> reduced_array(y, -1):
    """Gives every value the gradient times half a step for each one beside it.

    needs: NumPy 2
    """
    z = np.trapezoid(y, dx=h)
    dy = (h * trapezoid_weights(y)) * np.expand_dims(dz, -1)
    dh = np.sum(z / h * dz)


def trapezoid_step_axis(y, h: float, axis: int) -> reduced_array(y, axis):
    """Gives every value the gradient times half a step for each one beside it.

    needs: NumPy 2
    """
    z = np.trapezoid(y, dx=h, axis=axis)
    dy = (h * trapezoid_weights(y, axis)) * np.expand_dims(dz, axis)
    dh = np.sum(z / h * dz)


def trapezoid_places(y, t: "N") -> reduced_array(y, -1):
    """Gives every value the gradient times half of the steps beside it; a place, what it moves over.

    needs: NumPy 2
    domain: np.shape(t)[0] == np.shape(y)[-1]
    """
    z = np.trapezoid(y, t)
    dy = trapezoid_dy(dz, y, t)
    dt = trapezoid_dt(dz, y, t)


def trapezoid_places_axis(y, t: "N", axis: int) -> reduced_array(y, axis):
    """Gives every value the gradient times half of the steps beside it; a place, what it moves over.

    needs: NumPy 2
    domain: np.shape(t)[0] == np.shape(y)[axis]
    """
    z = np.trapezoid(y, t, axis=axis)
    dy = trapezoid_dy(dz, y, t, axis)
    dt = trapezoid_dt(dz, y, t, axis)


def trapezoid_lines(y, t) -> integrated(y, t, -1):
    """Gives every value the gradient times half of the steps beside it; a place, what it moves over.

    needs: NumPy 2
    t: like y
    """
    z = np.trapezoid(y, t)
    dy = trapezoid_dy(dz, y, t)
    dt = trapezoid_dt(dz, y, t)


def trapezoid_lines_axis(y, t, axis: int) -> integrated(y, t, axis):
    """Gives every value the gradient times half of the steps beside it; a place, what it moves over.

    needs: NumPy 2
    t: like y
    """
    z = np.trapezoid(y, t, axis=axis)
    dy = trapezoid_dy(dz, y, t, axis)
    dt = trapezoid_dt(dz, y, t, axis)


# Polynomials, with the coefficient of the highest power first.


def polyval(p, x) -> polynomial(p, x):
    """Scales the gradient by the polynomial's slope; every coefficient is given it times its power.

    domain: 0 < np.shape(p)[0]
    """
    z = np.polyval(p, x)
    dp = polyval_dp(dz, p, x)
    dx = unbroadcast(np.polyval(polyder(p), x) * dz, x)


def vander(x: "N") -> "N N":
    """Adds the gradients on the powers up, each times the slope of its power."""
    z = np.vander(x)
    dx = vander_dx(dz, x)


def vander_of_size(x: "N", n: int) -> vandermonde(x, n):
    """Adds the gradients on the powers up, each times the slope of its power."""
    z = np.vander(x, n)
    dx = vander_dx(dz, x)


def vander_increasing(x: "N") -> "N N":
    """Adds the gradients on the powers up, each times the slope of its power."""
    z = np.vander(x, increasing=True)
    dx = vander_dx(dz[:, ::-1], x)


def vander_of_size_increasing(x: "N", n: int) -> vandermonde(x, n):
    """Adds the gradients on the powers up, each times the slope of its power."""
    z = np.vander(x, n, increasing=True)
    dx = vander_dx(dz[:, ::-1], x)


def polyfit(x: "N", y, n: int) -> coefficients(y, n):
    """Gives every value the gradient times what it contributes to the coefficients.

    domain: -1 < n < np.shape(x)[0], 0.1 < np.diff(np.sort(x))
    """
    z = np.polyfit(x, y, n)
    dx = polyfit_dx(dz, x, y, z)
    dy = polyfit_dy(dz, x)
