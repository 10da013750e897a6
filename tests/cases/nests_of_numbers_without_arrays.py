# first order only from_the_end: gradients on items that may be lists are added
# first order only by_name: gradients on items that may be lists are added
# names matter: positions are counted by the names that are free
# arguments from_the_end: nest=[[(0.5, 0.6), (0.1, 0.4)], [(0.7, 0.2)]]
# arguments by_name: cube=[[[0.5, 0.6], [0.1, 0.4]], [[0.7, 0.2]], [[0.9, 0.3]]]
# arguments in_places: cube=[[[0.5, 0.6], [0.1, 0.4]], [[0.7, 0.2]], [[0.9, 0.3]]]
import math


def from_the_end(nest):
    total = 1.0
    for row, scale in zip(reversed(nest), range(1, 3)):
        for x, y in row:
            total = scale * total * x + math.sin(y)
    return total


def by_name(cube):
    total = 1.0
    for i in range(2):
        rows = cube[i]
        first = rows[0]
        total = total * first[0] + math.sin(first[1])
        total += cube[1 - i][0][1]
    return total


def in_places(cube: list[list[list[float]]]):
    total = 1.0
    for i in range(2):
        for row in cube[-1 - i]:
            for x in row:
                total = total * math.sin(x)
    return total


# output
"""Forward and backward passes of nests_of_numbers_without_arrays.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def from_the_end_forward(nest):
    """Forward pass of from_the_end: total and the cache (references, not copies)."""
    total = 1.0
    steps = []
    for row, scale in zip(reversed(nest), range(1, 3)):
        steps1 = []
        for x, y in row:
            scale_times_total = scale * total
            total = scale_times_total * x + math.sin(y)
            steps1.append(scale_times_total)
        steps.append((scale, steps1))
    cache = (nest, steps)
    return total, cache


def from_the_end_backward(dtotal, cache):
    """Backward pass of from_the_end: dnest, from dtotal."""
    nest, steps = cache
    dnest = [zeros_of(row) for row in nest]
    for i in reversed(range(len(steps))):
        scale, steps1 = steps[i]
        row = nest[-1 - i]
        drow = [None] * len(row)
        for i1 in reversed(range(len(row))):
            scale_times_total = steps1[i1]
            x, y = row[i1]
            # backprop total = scale_times_total * x + math.sin(y)
            dscale_times_total = x * dtotal
            dx = scale_times_total * dtotal
            dy = math.cos(y) * dtotal
            # backprop scale_times_total = scale * total
            dtotal = scale * dscale_times_total
            drow[i1] = dx, dy
        dnest[-1 - i] = added(dnest[-1 - i], drow)
    return dnest


def by_name_forward(cube):
    """Forward pass of by_name: total and the cache (references, not copies)."""
    total = 1.0
    steps = []
    for i in range(2):
        rows = cube[i]
        first = rows[0]
        steps.append((total, rows, first))
        total1 = total * first[0] + math.sin(first[1])
        total = total1 + cube[1 - i][0][1]
    cache = (cube, steps)
    return total, cache


def by_name_backward(dtotal, cache):
    """Backward pass of by_name: dcube, from dtotal."""
    cube, steps = cache
    dcube = [[([0.0] * len(row)) for row in rows] for rows in cube]
    for i in reversed(range(2)):
        total, rows, first = steps[i]
        # backprop total = total1 + cube[1 - i][0][1]
        dcube[1 - i][0][1] += dtotal
        dtotal1 = dtotal
        # backprop total1 = total * first[0] + math.sin(first[1])
        dfirst = [0.0] * len(first)
        dfirst[0] = total * dtotal1
        dfirst[1] += math.cos(first[1]) * dtotal1
        dtotal = first[0] * dtotal1
        # backprop first = rows[0]
        drows = [([0.0] * len(row)) for row in rows]
        drows[0] = [(item + more) for item, more in zip(drows[0], dfirst)]
        # backprop rows = cube[i]
        dcube[i] = added(dcube[i], drows)
    return dcube


def in_places_forward(cube: list[list[list[float]]]):
    """Forward pass of in_places: total and the cache (references, not copies)."""
    total = 1.0
    steps = []
    for i in range(2):
        steps1 = []
        for row in cube[-1 - i]:
            steps2 = []
            for x in row:
                total_before = total
                sin_x = math.sin(x)
                total = total * sin_x
                steps2.append((total_before, sin_x))
            steps1.append(steps2)
        steps.append(steps1)
    cache = (cube, steps)
    return total, cache


def in_places_backward(dtotal, cache):
    """Backward pass of in_places: dcube, from dtotal."""
    cube, steps = cache
    dcube = [[([0.0] * len(row)) for row in rows] for rows in cube]
    for i in reversed(range(2)):
        steps1 = steps[i]
        for i1 in reversed(range(len(cube[-1 - i]))):
            steps2 = steps1[i1]
            row = cube[-1 - i][i1]
            drow = [0.0] * len(row)
            for i2 in reversed(range(len(row))):
                total_before, sin_x = steps2[i2]
                x = row[i2]
                # backprop total = total * sin_x
                dsin_x = total_before * dtotal
                dtotal = sin_x * dtotal
                # backprop sin_x = math.sin(x)
                dx = math.cos(x) * dsin_x
                drow[i2] = dx
            dcube[-1 - i][i1] = added(dcube[-1 - i][i1], drow)
    return dcube
