# arguments beside_a_loop: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# arguments both_ways: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# arguments in_two_loops: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# arguments left_early: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# arguments again_in_turns: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# arguments by_names: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# arguments appended: s=0.7
# arguments written_before: grid=[[0.1, 0.5], [0.7, -0.3]], s=0.7
# first order only beside_a_loop: this writes into items, which a loop around it goes over
# first order only both_ways: this writes into items, which a loop around it goes over
# first order only in_two_loops: this writes into items, which a loop around it goes over
# first order only left_early: this writes into items, which a loop around it goes over
# first order only again_in_turns: this writes into items, which a loop around it goes over
# first order only by_names: this writes into an item of dfirst
# first order only appended: this writes into items, which a loop around it goes over
# first order only written_before: dgrid may be a list, and is given rows
def beside_a_loop(grid: list[list[float]], s: float):
    total = 0.0
    for row in grid:
        total += sum(row) * s
    return total + grid[0][1]


def both_ways(grid: list[list[float]], s: float):
    total = 0.0
    for m, row in enumerate(grid):
        for j, v in enumerate(row):
            total += v * s * grid[j][m]
    return total


def in_two_loops(grid: list[list[float]], s: float):
    total = grid[0][1]
    for row in grid:
        total += sum(row) * s
    for row in grid:
        total += row[0] * row[1]
    return total


def left_early(grid: list[list[float]], s: float):
    total = 1.0
    for row in grid:
        if row[0] > 0.5:
            break
        total += sum(row) * s
    for row in grid:
        total *= row[1]
    return total * grid[-1][0]


def again_in_turns(grid: list[list[float]], s: float):
    total = 0.0
    for k in range(2):
        for row in grid:
            for v in row:
                total += v * s * grid[k][0]
    return total


def by_names(grid: list[list[float]], s: float):
    first = grid[0]
    last = grid[-1]
    return sum(a * b for a, b in zip(first, last)) + sum(first) * s + grid[0][1]


def appended(s: float):
    pairs = []
    for k in range(3):
        pairs.append([s * k, s**2])
    total = 0.0
    for p in pairs:
        total += p[0] * p[1]
    return total + pairs[0][1] * pairs[2][0]


def written_before(grid: list[list[float]], s: float):
    grid[0][1] = s
    total = 0.0
    for row in grid:
        total += row[0] * row[1]
    return total + sum(grid[0])


# output
"""Forward and backward passes of list_of_lists_read_in_several_places.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


def beside_a_loop_forward(grid: list[list[float]], s: float):
    """Forward pass of beside_a_loop: out and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for row in grid:
        sum_row = sum(row)
        total += sum_row * s
        steps.append(sum_row)
    out = total + grid[0][1]
    cache = (grid, s, steps)
    return out, cache


def beside_a_loop_backward(dout, cache):
    """Backward pass of beside_a_loop: dgrid and ds, from dout."""
    grid, s, steps = cache
    # backprop out = total + grid[0][1]
    dtotal = dout
    dgrid = [([0.0] * len(row)) for row in grid]
    dgrid[0][1] += dout
    ds = 0.0
    for i in reversed(range(len(grid))):
        sum_row = steps[i]
        row = grid[i]
        # backprop total += sum_row * s
        dsum_row = s * dtotal
        ds += sum_row * dtotal
        # backprop sum_row = sum(row)
        drow = [dsum_row] * len(row)
        dgrid[i] = [(item + more) for item, more in zip(dgrid[i], drow)]
    return dgrid, ds


def both_ways_forward(grid: list[list[float]], s: float):
    """Forward pass of both_ways: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for m, row in enumerate(grid):
        steps1 = []
        for j, v in enumerate(row):
            v_times_s = v * s
            total += v_times_s * grid[j][m]
            steps1.append(v_times_s)
        steps.append(steps1)
    cache = (grid, s, steps)
    return total, cache


def both_ways_backward(dtotal, cache):
    """Backward pass of both_ways: dgrid and ds, from dtotal."""
    grid, s, steps = cache
    dgrid = [([0.0] * len(row)) for row in grid]
    ds = 0.0
    for m in reversed(range(len(grid))):
        steps1 = steps[m]
        row = grid[m]
        drow = [0.0] * len(row)
        for j in reversed(range(len(row))):
            v_times_s = steps1[j]
            v = row[j]
            # backprop total += v_times_s * grid[j][m]
            dv_times_s = grid[j][m] * dtotal
            dgrid[j][m] += v_times_s * dtotal
            # backprop v_times_s = v * s
            dv = s * dv_times_s
            ds += v * dv_times_s
            drow[j] = dv
        dgrid[m] = [(item + more) for item, more in zip(dgrid[m], drow)]
    return dgrid, ds


def in_two_loops_forward(grid: list[list[float]], s: float):
    """Forward pass of in_two_loops: total and the cache (references, not copies)."""
    total = grid[0][1]
    steps = []
    for row in grid:
        sum_row = sum(row)
        total += sum_row * s
        steps.append(sum_row)
    for row in grid:
        total += row[0] * row[1]
    cache = (grid, s, steps)
    return total, cache


def in_two_loops_backward(dtotal, cache):
    """Backward pass of in_two_loops: dgrid and ds, from dtotal."""
    grid, s, steps = cache
    dgrid = [([0.0] * len(row)) for row in grid]
    for i1 in reversed(range(len(grid))):
        row = grid[i1]
        # backprop total += row[0] * row[1]
        drow = [0.0] * len(row)
        drow[0] = row[1] * dtotal
        drow[1] += row[0] * dtotal
        dgrid[i1] = drow
    ds = 0.0
    for i in reversed(range(len(grid))):
        sum_row = steps[i]
        row = grid[i]
        # backprop total += sum_row * s
        dsum_row = s * dtotal
        ds += sum_row * dtotal
        # backprop sum_row = sum(row)
        drow = [dsum_row] * len(row)
        dgrid[i] = [(item + more) for item, more in zip(dgrid[i], drow)]
    # backprop total = grid[0][1]
    dgrid[0][1] += dtotal
    return dgrid, ds


def left_early_forward(grid: list[list[float]], s: float):
    """Forward pass of left_early: out and the cache (references, not copies)."""
    total = 1.0
    steps = []
    for row in grid:
        stopped = False
        sum_row = None
        if row[0] > 0.5:
            stopped = True
        else:
            sum_row = sum(row)
            total += sum_row * s
        steps.append(sum_row)
        if stopped:
            break
    total_before = []
    for row in grid:
        total_before.append(total)
        total *= row[1]
    out = total * grid[-1][0]
    cache = (grid, s, steps, total_before, total)
    return out, cache


def left_early_backward(dout, cache):
    """Backward pass of left_early: dgrid and ds, from dout."""
    grid, s, steps, total_before, total = cache
    # backprop out = total * grid[-1][0]
    dtotal = grid[-1][0] * dout
    dgrid = [([0.0] * len(row)) for row in grid]
    dgrid[-1][0] += total * dout
    for i1 in reversed(range(len(grid))):
        total = total_before[i1]
        row = grid[i1]
        # backprop total *= row[1]
        drow = [0.0] * len(row)
        drow[1] = total * dtotal
        dtotal = row[1] * dtotal
        dgrid[i1] = [(item + more) for item, more in zip(dgrid[i1], drow)]
    ds = 0.0
    for i in reversed(range(len(steps))):
        sum_row = steps[i]
        row = grid[i]
        drow = [0.0] * len(row or ())
        if not row[0] > 0.5:
            # backprop total += sum_row * s
            dsum_row = s * dtotal
            ds += sum_row * dtotal
            # backprop sum_row = sum(row)
            drow = [dsum_row] * len(row)
        dgrid[i] = [(item1 + more1) for item1, more1 in zip(dgrid[i], drow)]
    return dgrid, ds


def again_in_turns_forward(grid: list[list[float]], s: float):
    """Forward pass of again_in_turns: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for k in range(2):
        steps1 = []
        for row in grid:
            steps2 = []
            for v in row:
                v_times_s = v * s
                total += v_times_s * grid[k][0]
                steps2.append(v_times_s)
            steps1.append(steps2)
        steps.append(steps1)
    cache = (grid, s, steps)
    return total, cache


def again_in_turns_backward(dtotal, cache):
    """Backward pass of again_in_turns: dgrid and ds, from dtotal."""
    grid, s, steps = cache
    dgrid = [([0.0] * len(row)) for row in grid]
    ds = 0.0
    for k in reversed(range(2)):
        steps1 = steps[k]
        for i in reversed(range(len(grid))):
            steps2 = steps1[i]
            row = grid[i]
            drow = [0.0] * len(row)
            for i1 in reversed(range(len(row))):
                v_times_s = steps2[i1]
                v = row[i1]
                # backprop total += v_times_s * grid[k][0]
                dv_times_s = grid[k][0] * dtotal
                dgrid[k][0] += v_times_s * dtotal
                # backprop v_times_s = v * s
                dv = s * dv_times_s
                ds += v * dv_times_s
                drow[i1] = dv
            dgrid[i] = [(item + more) for item, more in zip(dgrid[i], drow)]
    return dgrid, ds


def by_names_forward(grid: list[list[float]], s: float):
    """Forward pass of by_names: out and the cache (references, not copies)."""
    first = grid[0]
    last = grid[-1]
    total = 0
    for a, b in zip(first, last):
        total += a * b
    sum_first = sum(first)
    out = total + sum_first * s + grid[0][1]
    cache = (grid, s, first, last, sum_first)
    return out, cache


def by_names_backward(dout, cache):
    """Backward pass of by_names: dgrid and ds, from dout."""
    grid, s, first, last, sum_first = cache
    # backprop out = total + sum_first * s + grid[0][1]
    dtotal = dout
    dsum_first = s * dout
    ds = sum_first * dout
    dgrid = [([0.0] * len(row)) for row in grid]
    dgrid[0][1] += dout
    # backprop sum_first = sum(first)
    dfirst = [dsum_first] * len(first)
    dlast = [0.0] * len(last)
    for i in reversed(range(min(len(first), len(last)))):
        a = first[i]
        b = last[i]
        # backprop total += a * b
        da = b * dtotal
        db = a * dtotal
        dlast[i] = db
        dfirst[i] += da
    # backprop last = grid[-1]
    dgrid[-1] = [(item + more) for item, more in zip(dgrid[-1], dlast)]
    # backprop first = grid[0]
    dgrid[0] = [(item1 + more1) for item1, more1 in zip(dgrid[0], dfirst)]
    return dgrid, ds


def appended_forward(s: float):
    """Forward pass of appended: out and the cache (references, not copies)."""
    pairs = []
    for k in range(3):
        pairs.append([s * k, s**2])
    total = 0.0
    for p in pairs:
        total += p[0] * p[1]
    out = total + pairs[0][1] * pairs[2][0]
    cache = (s, pairs)
    return out, cache


def appended_backward(dout, cache):
    """Backward pass of appended: ds, from dout."""
    s, pairs = cache
    # backprop out = total + pairs[0][1] * pairs[2][0]
    dtotal = dout
    dpairs = [([0.0] * len(row)) for row in pairs]
    dpairs[0][1] += pairs[2][0] * dout
    dpairs[2][0] += pairs[0][1] * dout
    for i in reversed(range(len(pairs))):
        p = pairs[i]
        # backprop total += p[0] * p[1]
        dp = [p[1] * dtotal, p[0] * dtotal]
        dpairs[i] = [(item + more) for item, more in zip(dpairs[i], dp)]
    ds = 0.0
    for k in reversed(range(3)):
        # backprop pairs.append([s * k, s**2])
        dpairs_last = list(dpairs.pop())
        ds += k * dpairs_last[0]
        ds += (2 * s) * dpairs_last[1]
    return ds


def written_before_forward(grid: list[list[float]], s: float):
    """Forward pass of written_before: out and the cache (references, not copies)."""
    if overlap(grid):
        raise ValueError("written_before: values in grid overlap")
    grid[0][1] = s
    total = 0.0
    for row in grid:
        total += row[0] * row[1]
    grid_0 = grid[0]
    out = total + sum(grid_0)
    cache = (grid, grid_0)
    return out, cache


def written_before_backward(dout, dgrid, cache):
    """Backward pass of written_before: dgrid and ds, from dout and dgrid."""
    grid, grid_0 = cache
    # backprop out = total + sum(grid_0)
    dtotal = dout
    dgrid_0 = [dout] * len(grid_0)
    # backprop grid_0 = grid[0]
    dgrid = copy_of(dgrid)
    dgrid[0] = [(item + more) for item, more in zip(dgrid[0], dgrid_0)]
    for i in reversed(range(len(grid))):
        row = grid[i]
        # backprop total += row[0] * row[1]
        drow = [0.0] * len(row)
        drow[0] = row[1] * dtotal
        drow[1] += row[0] * dtotal
        dgrid[i] = [(item1 + more1) for item1, more1 in zip(dgrid[i], drow)]
    # backprop grid[0][1] = s
    ds = dgrid[0][1]
    dgrid[0][1] = 0.0
    return dgrid, ds
