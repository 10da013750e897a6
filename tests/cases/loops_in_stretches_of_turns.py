# arguments rnn: x=(7,3), w=(3,3), h=(3,)
# arguments heat: u=(6,), k=0.1, n=5
# arguments rows: x=(5,3), w=(3,3), h=(3,)
# arguments pairs: x=(5,), y=(5,), first=1
# arguments in_an_arm: x=(4,), a=0.7
# arguments with_ten_states: x=(7,3), w=(3,3), h=(3,)
# arguments with_two_states: u=(6,), k=0.1, n=17
# arguments stopped_in_a_turn: x=(5,)
# arguments last_of_all: x=(5,)
# first order only rnn: what the two `_` of its backward pass stand for is not told apart
# first order only with_ten_states: a helper goes back through the turns, which no gate does
# first order only with_two_states: a helper goes back through the turns, which no gate does
import numpy as np


def rnn(x: "T D", w: "D D", h: "D"):
    loss = 0.0
    for t in range(x.shape[0]):  # backprop: checkpoint
        # one step
        a = x[t] @ w + h
        h = np.tanh(a)
        loss += np.sum(h**2)
    return loss


def heat(u: "N", k: float, n: int):
    v = u.copy()
    for _ in range(n):  # backprop: checkpoint
        v[1:-1] = v[1:-1] + k * np.sin(v[2:] - 2 * v[1:-1] + v[:-2])
    return np.sum(v**2)


def rows(x: "T D", w: "D D", h):
    for t, row in enumerate(x):  # backprop: checkpoint
        if t % 2 == 0:
            continue
        h = np.tanh(h @ w + row) * t
    return np.sum(h**2)


def pairs(x: "N", y: "N", first: int):
    s = 1.0
    for a, b in zip(x, y):  # backprop: checkpoint
        s = np.sin(s * a) + b
    for i in range(first, len(x)):  # backprop: checkpoint
        s = s * x[i] + y[i]
    return s


def in_an_arm(x: "N", a: float):
    s = a
    if a > 0:
        for k in range(3):
            for i in range(len(x)):  # backprop: checkpoint
                s = np.sin(s) * x[i] + k
    return s


def last_of_all(x: "N"):
    s = 0.0
    y = x * 2
    for i in range(len(x)):  # backprop: checkpoint
        y = np.cos(x) * x[i]
        s = s + y[i] * i
    return s * np.sum(y) * i


def with_ten_states(x: "T D", w: "D D", h: "D"):
    loss = 0.0
    for t in range(x.shape[0]):  # backprop: checkpoint(10)
        h = np.tanh(x[t] @ w + h)
        loss += np.sum(h**2)
    return loss


def with_two_states(u: "N", k: float, n: int):
    v = u.copy()
    for _ in range(1, n):  # backprop: checkpoint(2)
        v[1:-1] = v[1:-1] + k * np.sin(v[2:] - 2 * v[1:-1] + v[:-2])
    return np.sum(v**2)


def stopped_in_a_turn(x: "N"):
    s = 1.0
    for i in range(len(x)):  # backprop: checkpoint
        scale = 2 + np.floor(3 * x[i])  # backprop: stop
        s = np.sin(s * x[i]) * scale
    return s


# output
"""Forward and backward passes of loops_in_stretches_of_turns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def back_by_turns(forward, backward, ups, kept):
    """The gradients on the state before all turns, and on what else they are given."""
    bounds, keep, states, others = kept
    states, total = list(states), None
    for stretch in reversed(range(len(bounds) - 1)):
        state = state_before(forward, states, stretch, bounds, keep, others)
        if states[-1][0] == stretch:
            states.pop()
        *_, cache = forward(bounds[stretch], bounds[stretch + 1], *state, *others)
        gradients = backward(*ups, cache)
        gradients = gradients if isinstance(gradients, tuple) else (gradients,)
        ups, more = gradients[: len(ups)], gradients[len(ups) :]
        total = more if total is None else [g + d for g, d in zip(total, more)]
    return (*ups, *total)


def by_turns(forward, start, stop, keep, state, others):
    """What the turns from start to stop give, and what it takes to go back.

    They are gone through in stretches of `keep` turns. Up to `keep` states are kept on
    the way, and the last.
    """
    bounds = [*range(start, stop, keep), stop] if start < stop else [start, start]
    states = [(0, state)]
    last = len(bounds) - 2
    state = state_before(forward, states, last, bounds, keep, others)
    if states[-1][0] < last:
        states.append((last, state))
    *results, _ = forward(*bounds[-2:], *state, *others)
    return tuple(results), (bounds, keep, tuple(states), others)


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


def next_kept(stretches, keep):
    """How far on a state is kept, so that the fewest are gone through again.

    A state that is kept serves what is behind it; then what is before it has one more.
    This is the schedule of Griewank and Walther, "Algorithm 799: revolve", 2000: with
    `keep` states `reach` stretches can be gone back through, none of them more than
    `rounds` times forward.
    """
    rounds, reach = 0, 1
    while reach < stretches:
        rounds += 1
        reach = reach * (keep + rounds) // rounds
    behind = reach * keep // (keep + rounds)
    again = (reach - behind) * (rounds - 1) // (keep + rounds - 1)
    return max(1, stretches - behind, again)


def state_before(forward, states, stretch, bounds, keep, others):
    """The state before a stretch of turns, from the last kept; keeps others, too."""
    at, state = states[-1]
    while at < stretch:
        free = keep - len(states)
        behind = at + next_kept(stretch + 1 - at, free + 1) if free > 0 else stretch
        for i in range(at, behind):
            *state, _ = forward(bounds[i], bounds[i + 1], *state, *others)
        at = behind
        if at < stretch:
            states.append((at, state))
    return state


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def rnn_turns_forward(start: int, stop: int, h: "D", loss: float, w: "D D", x: "T D"):
    """Forward pass of rnn_turns.

    Gives h (D,), loss and the cache (references, not copies).
    """
    steps = []
    for t in range(start, stop):
        # one step
        a = x[t] @ w + h
        h = np.tanh(a)
        loss += np.sum(h**2)
        steps.append(h)
    cache = (start, stop, w, x, steps)
    return h, loss, cache


def rnn_turns_backward(dh, dloss, cache):
    """Backward pass of rnn_turns.

    Gives dh (D,), dloss, dw (D, D) and dx (T, D), from dh (D,) and dloss.
    """
    start, stop, w, x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    x_rows = []
    da_rows = []
    for t, h in zip(reversed(range(start, stop)), reversed(steps)):
        # backprop loss += np.sum(h**2)
        dh = dh + (2 * h) * dloss
        # backprop h = np.tanh(a)
        da = (1 - h**2) * dh
        # backprop a = x[t] @ w + h
        dx[t] += w @ da
        x_rows.append(x[t])
        da_rows.append(da)
        dh = 1 * da
    # backprop of all turns: a = x[t] @ w + h
    dw += np.array(x_rows).T @ np.array(da_rows)
    dh = 1.0 * dh
    return dh, dloss, dw, dx


def rnn_forward(x: "T D", w: "D D", h: "D"):
    """Forward pass of rnn: loss and the cache (references, not copies)."""
    loss = 0.0
    last = x.shape[0]
    every = int(max(last, 1) ** 0.5)
    steps = []
    for start in range(0, last, every):
        steps.append((h, loss))
        h, loss, _ = rnn_turns_forward(start, min(start + every, last), h, loss, w, x)
    cache = (x, w, steps, h)
    return loss, cache


def rnn_backward(dloss, cache):
    """Backward pass of rnn: dx (T, D), dw (D, D) and dh (D,), from dloss."""
    x, w, steps, h = cache
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    # computed again, not kept
    last = x.shape[0]
    every = int(max(last, 1) ** 0.5)
    for start, (h, loss) in zip(reversed(range(0, last, every)), reversed(steps)):
        # computed again, not kept
        _, _, rnn_turns_cache = rnn_turns_forward(
            start, min(start + every, last), h, loss, w, x
        )
        # backprop h, loss = rnn_turns(start, min(start + every, last), h, loss, w, x)
        dh, dloss, dw_rnn_turns, dx_rnn_turns = rnn_turns_backward(
            dh, dloss, rnn_turns_cache
        )
        dw += dw_rnn_turns
        dx += dx_rnn_turns
    return dx, dw, dh


def heat_turns_forward(start: int, stop: int, v_before: "N", k: float):
    """Forward pass of heat_turns: v (N,) and the cache (references, not copies)."""
    v = v_before.copy()
    steps = []
    for _ in range(start, stop):
        sin_in = v[2:] - 2 * v[1:-1] + v[:-2]
        sin_v = np.sin(sin_in)
        v[1:-1] = v[1:-1] + k * sin_v
        steps.append((sin_in, sin_v))
    cache = (k, steps)
    return v, cache


def heat_turns_backward(dv: "N", cache):
    """Backward pass of heat_turns: dv_before (N,) and dk, from dv (N,)."""
    k, steps = cache
    dk = 0.0
    dv = 1.0 * dv
    for sin_in, sin_v in reversed(steps):
        # backprop v[1:-1] = v[1:-1] + k * sin_v
        dk += sin_v @ dv[1:-1]
        dsin_v = k * dv[1:-1]
        # backprop sin_v = np.sin(sin_in)
        dsin_in = np.cos(sin_in) * dsin_v
        # backprop sin_in = v[2:] - 2 * v[1:-1] + v[:-2]
        dv[2:] += dsin_in
        dv[1:-1] -= 2 * dsin_in
        dv[:-2] += dsin_in
    # backprop v = v_before.copy()
    dv_before = dv
    return dv_before, dk


def heat_forward(u: "N", k: float, n: int):
    """Forward pass of heat: out and the cache (references, not copies)."""
    v = u.copy()
    every = int(max(n, 1) ** 0.5)
    v_before = []
    for start in range(0, n, every):
        v_before1 = v.copy()
        v_next, _ = heat_turns_forward(start, min(start + every, n), v, k)
        v[...] = v_next
        v_before.append(v_before1)
    out = np.sum(v**2)
    cache = (k, n, v_before, v)
    return out, cache


def heat_backward(dout, cache):
    """Backward pass of heat: du (N,) and dk, from dout."""
    k, n, v_before, v = cache
    # backprop out = np.sum(v**2)
    dv = (2 * v) * dout
    dk = 0.0
    # computed again, not kept
    every = int(max(n, 1) ** 0.5)
    for start, v_before1 in zip(reversed(range(0, n, every)), reversed(v_before)):
        # backprop v[...] = v_next
        dv_next = 1 * dv[...]
        dv[...] = 0.0
        # computed again, not kept
        _, heat_turns_cache = heat_turns_forward(
            start, min(start + every, n), v_before1, k
        )
        # backprop v_next = heat_turns(start, min(start + every, n), v, k)
        dv_heat_turns, dk_heat_turns = heat_turns_backward(dv_next, heat_turns_cache)
        dv += dv_heat_turns
        dk += dk_heat_turns
    # backprop v = u.copy()
    du = dv
    return du, dk


def rows_turns_forward(start: int, stop: int, h, x: "T D", w: "D D"):
    """Forward pass of rows_turns: h and the cache (references, not copies)."""
    steps = []
    for t, row in zip(range(start, stop), x[start:stop]):
        h_before = h
        h_at_w = None
        tanh_h = None
        h_test = t % 2 != 0
        if h_test:
            h_at_w = h @ w
            tanh_in = h_at_w + row
            tanh_h = np.tanh(tanh_in)
            h = tanh_h * t
        steps.append((h_before, t, h_test, h_at_w, tanh_h))
    cache = (start, stop, x, w, steps)
    return h, cache


def rows_turns_backward(dh, cache):
    """Backward pass of rows_turns: dh, dx (T, D) and dw (D, D), from dh."""
    start, stop, x, w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(steps))):
        h_before, t, h_test, h_at_w, tanh_h = steps[i]
        row = x[start:stop][i]
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
        if h_test:
            # backprop h = tanh_h * t
            dtanh_h = t * dh
            # backprop tanh_h = np.tanh(tanh_in)
            dtanh_in = (1 - tanh_h**2) * dtanh_h
            # backprop tanh_in = h_at_w + row
            dh_at_w = unbroadcast(dtanh_in, h_at_w)
            drow = unbroadcast(dtanh_in, row)
            # backprop h_at_w = h @ w
            dh = matmul_dx(dh_at_w, h_before, w)
            dw += matmul_dy(dh_at_w, h_before, w)
        dx[start:stop][i] += drow
    dh = 1 * dh
    return dh, dx, dw


def rows_forward(x: "T D", w: "D D", h):
    """Forward pass of rows: out and the cache (references, not copies)."""
    last = len(x)
    every = int(max(last, 1) ** 0.5)
    h_before = []
    for start in range(0, last, every):
        h_before.append(h)
        h, _ = rows_turns_forward(start, min(start + every, last), h, x, w)
    out = np.sum(h**2)
    cache = (x, w, h_before, h)
    return out, cache


def rows_backward(dout, cache):
    """Backward pass of rows: dx (T, D), dw (D, D) and dh, from dout."""
    x, w, h_before, h = cache
    # backprop out = np.sum(h**2)
    dh = (2 * h) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    # computed again, not kept
    last = len(x)
    every = int(max(last, 1) ** 0.5)
    for start, h in zip(reversed(range(0, last, every)), reversed(h_before)):
        # computed again, not kept
        _, rows_turns_cache = rows_turns_forward(
            start, min(start + every, last), h, x, w
        )
        # backprop h = rows_turns(start, min(start + every, last), h, x, w)
        dh, dx_rows_turns, dw_rows_turns = rows_turns_backward(dh, rows_turns_cache)
        dx += dx_rows_turns
        dw += dw_rows_turns
    return dx, dw, dh


def pairs_turns_forward(start: int, stop: int, s: float, y: "N", x: "N"):
    """Forward pass of pairs_turns: s and the cache (references, not copies)."""
    s_before = []
    for i in range(start, stop):
        s_before.append(s)
        s = s * x[i] + y[i]
    cache = (start, stop, y, x, s_before)
    return s, cache


def pairs_turns_backward(ds, cache):
    """Backward pass of pairs_turns: ds, dy (N,) and dx (N,), from ds."""
    start, stop, y, x, s_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for i, s in zip(reversed(range(start, stop)), reversed(s_before)):
        # backprop s = s * x[i] + y[i]
        dx[i] += s * ds
        dy[i] += ds
        ds = x[i] * ds
    return ds, dy, dx


def pairs_turns1_forward(start1: int, stop: int, s: float, x: "N", y: "N"):
    """Forward pass of pairs_turns1: s and the cache (references, not copies)."""
    steps = []
    for a, b in zip(x[start1:stop], y[start1:stop]):
        s_before = s
        sin_in = s * a
        s = np.sin(sin_in) + b
        steps.append((s_before, sin_in))
    cache = (start1, stop, x, y, steps)
    return s, cache


def pairs_turns1_backward(ds, cache):
    """Backward pass of pairs_turns1: ds, dx (N,) and dy (N,), from ds."""
    start1, stop, x, y, steps = cache
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(x[start1:stop]), len(y[start1:stop])))):
        s_before, sin_in = steps[i]
        a = x[start1:stop][i]
        # backprop s = np.sin(sin_in) + b
        dsin_in = np.cos(sin_in) * ds
        db = ds
        # backprop sin_in = s * a
        ds = a * dsin_in
        da = s_before * dsin_in
        dy[start1:stop][i] += db
        dx[start1:stop][i] += da
    return ds, dx, dy


def pairs_forward(x: "N", y: "N", first: int):
    """Forward pass of pairs: s and the cache (references, not copies)."""
    s = 1.0
    last1 = min(len(x), len(y))
    every1 = int(max(last1, 1) ** 0.5)
    s_before = []
    for start1 in range(0, last1, every1):
        s_before.append(s)
        s, _ = pairs_turns1_forward(start1, min(start1 + every1, last1), s, x, y)
    last = len(x)
    every = int(max(last - first, 1) ** 0.5)
    s_before1 = []
    for start in range(first, last, every):
        s_before1.append(s)
        s, _ = pairs_turns_forward(start, min(start + every, last), s, y, x)
    cache = (x, y, first, s_before, s_before1)
    return s, cache


def pairs_backward(ds, cache):
    """Backward pass of pairs: dx (N,) and dy (N,), from ds."""
    x, y, first, s_before, s_before1 = cache
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    # computed again, not kept
    last = len(x)
    every = int(max(last - first, 1) ** 0.5)
    for start, s in zip(reversed(range(first, last, every)), reversed(s_before1)):
        # computed again, not kept
        _, pairs_turns_cache = pairs_turns_forward(
            start, min(start + every, last), s, y, x
        )
        # backprop s = pairs_turns(start, min(start + every, last), s, y, x)
        ds, dy_pairs_turns, dx_pairs_turns = pairs_turns_backward(ds, pairs_turns_cache)
        dy += dy_pairs_turns
        dx += dx_pairs_turns
    # computed again, not kept
    last1 = min(len(x), len(y))
    every1 = int(max(last1, 1) ** 0.5)
    for start1, s in zip(reversed(range(0, last1, every1)), reversed(s_before)):
        # computed again, not kept
        _, pairs_turns1_cache = pairs_turns1_forward(
            start1, min(start1 + every1, last1), s, x, y
        )
        # backprop s = pairs_turns1(start1, min(start1 + every1, last1), s, x, y)
        ds, dx_pairs_turns1, dy_pairs_turns1 = pairs_turns1_backward(
            ds, pairs_turns1_cache
        )
        dx += dx_pairs_turns1
        dy += dy_pairs_turns1
    return dx, dy


def in_an_arm_turns_forward(start: int, stop: int, s: float, k: int, x: "N"):
    """Forward pass of in_an_arm_turns: s and the cache (references, not copies)."""
    steps = []
    for i in range(start, stop):
        s_before = s
        sin_s = np.sin(s)
        s = sin_s * x[i] + k
        steps.append((s_before, sin_s))
    cache = (start, stop, x, steps)
    return s, cache


def in_an_arm_turns_backward(ds, cache):
    """Backward pass of in_an_arm_turns: ds and dx (N,), from ds."""
    start, stop, x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i, (s_before, sin_s) in zip(reversed(range(start, stop)), reversed(steps)):
        # backprop s = sin_s * x[i] + k
        dsin_s = x[i] * ds
        dx[i] += sin_s * ds
        # backprop sin_s = np.sin(s)
        ds = np.cos(s_before) * dsin_s
    return ds, dx


def in_an_arm_forward(x: "N", a: float):
    """Forward pass of in_an_arm: s and the cache (references, not copies)."""
    s = a
    steps = None
    if a > 0:
        steps = []
        for k in range(3):
            last = len(x)
            every = int(max(last, 1) ** 0.5)
            s_before = []
            for start in range(0, last, every):
                s_before.append(s)
                s, _ = in_an_arm_turns_forward(start, min(start + every, last), s, k, x)
            steps.append(s_before)
    cache = (x, a, steps)
    return s, cache


def in_an_arm_backward(ds, cache):
    """Backward pass of in_an_arm: dx (N,) and da, from ds."""
    x, a, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if a > 0:
        for k in reversed(range(3)):
            s_before = steps[k]
            # computed again, not kept
            last = len(x)
            every = int(max(last, 1) ** 0.5)
            for start, s in zip(reversed(range(0, last, every)), reversed(s_before)):
                # computed again, not kept
                _, in_an_arm_turns_cache = in_an_arm_turns_forward(
                    start, min(start + every, last), s, k, x
                )
                # backprop s = in_an_arm_turns(start, min(start + every, last), s, k, x)
                ds, dx_in_an_arm_turns = in_an_arm_turns_backward(
                    ds, in_an_arm_turns_cache
                )
                dx += dx_in_an_arm_turns
    # backprop s = a
    da = ds
    return dx, da


def last_of_all_turns_forward(start: int, stop: int, s: float, x: "N"):
    """Forward pass of last_of_all_turns.

    Gives i, y (N,), s and the cache (references, not copies).
    """
    steps = []
    for i in range(start, stop):
        cos_x = np.cos(x)
        y = cos_x * x[i]
        s = s + y[i] * i
        steps.append((cos_x, y))
    cache = (start, stop, x, steps)
    return i, y, s, cache


def last_of_all_turns_backward(dy: "N", ds, cache):
    """Backward pass of last_of_all_turns: ds and dx (N,), from dy (N,) and ds."""
    start, stop, x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i, (cos_x, y) in zip(reversed(range(start, stop)), reversed(steps)):
        # backprop s = s + y[i] * i
        dy = 1.0 * dy
        dy[i] += i * ds
        # backprop y = cos_x * x[i]
        dcos_x = x[i] * dy
        dx[i] += cos_x @ dy
        # backprop cos_x = np.cos(x)
        dx -= np.sin(x) * dcos_x
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    return ds, dx


def last_of_all_forward(x: "N"):
    """Forward pass of last_of_all: out and the cache (references, not copies)."""
    s = 0.0
    y = x * 2
    last = len(x)
    every = int(max(last, 1) ** 0.5)
    steps = []
    for start in range(0, last, every):
        steps.append((y, s))
        i, y, s, _ = last_of_all_turns_forward(start, min(start + every, last), s, x)
    sum_y = np.sum(y)
    s_times_sum_y = s * sum_y
    out = s_times_sum_y * i
    cache = (x, steps, i, y, s, sum_y)
    return out, cache


def last_of_all_backward(dout, cache):
    """Backward pass of last_of_all: dx (N,), from dout."""
    x, steps, i, y, s, sum_y = cache
    # backprop out = s_times_sum_y * i
    ds_times_sum_y = i * dout
    # backprop s_times_sum_y = s * sum_y
    ds = sum_y * ds_times_sum_y
    dsum_y = s * ds_times_sum_y
    # backprop sum_y = np.sum(y)
    dy = np.ones_like(y) * dsum_y
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    # computed again, not kept
    last = len(x)
    every = int(max(last, 1) ** 0.5)
    for start, (y, s) in zip(reversed(range(0, last, every)), reversed(steps)):
        # computed again, not kept
        _, _, _, last_of_all_turns_cache = last_of_all_turns_forward(
            start, min(start + every, last), s, x
        )
        # backprop i, y, s = last_of_all_turns(start, min(start + every, last), s, x)
        ds, dx_last_of_all_turns = last_of_all_turns_backward(
            dy, ds, last_of_all_turns_cache
        )
        dx += dx_last_of_all_turns
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    # backprop y = x * 2
    dx += 2 * dy
    return dx


def with_ten_states_turns_forward(
    start: int, stop: int, h: "D", loss: float, w: "D D", x: "T D"
):
    """Forward pass of with_ten_states_turns.

    Gives h (D,), loss and the cache (references, not copies).
    """
    steps = []
    for t in range(start, stop):
        tanh_in = x[t] @ w + h
        h = np.tanh(tanh_in)
        loss += np.sum(h**2)
        steps.append(h)
    cache = (start, stop, w, x, steps)
    return h, loss, cache


def with_ten_states_turns_backward(dh, dloss, cache):
    """Backward pass of with_ten_states_turns.

    Gives dh (D,), dloss, dw (D, D) and dx (T, D), from dh (D,) and dloss.
    """
    start, stop, w, x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    x_rows = []
    dtanh_in_rows = []
    for t, h in zip(reversed(range(start, stop)), reversed(steps)):
        # backprop loss += np.sum(h**2)
        dh = dh + (2 * h) * dloss
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = x[t] @ w + h
        dx[t] += w @ dtanh_in
        x_rows.append(x[t])
        dtanh_in_rows.append(dtanh_in)
        dh = 1 * dtanh_in
    # backprop of all turns: tanh_in = x[t] @ w + h
    dw += np.array(x_rows).T @ np.array(dtanh_in_rows)
    dh = 1.0 * dh
    return dh, dloss, dw, dx


def with_ten_states_forward(x: "T D", w: "D D", h: "D"):
    """Forward pass of with_ten_states: loss and the cache (references, not copies)."""
    loss = 0.0
    last = x.shape[0]
    (h, loss), with_ten_states_turns_cache = by_turns(
        with_ten_states_turns_forward, 0, last, 10, (h, loss), (w, x)
    )
    cache = (h, with_ten_states_turns_cache)
    return loss, cache


def with_ten_states_backward(dloss, cache):
    """Backward pass of with_ten_states.

    Gives dx (T, D), dw (D, D) and dh (D,), from dloss.
    """
    h, with_ten_states_turns_cache = cache
    # backprop h, loss = with_ten_states_turns(0, last, h, loss, w, x)
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dh, _, dw, dx = back_by_turns(
        with_ten_states_turns_forward,
        with_ten_states_turns_backward,
        (dh, dloss),
        with_ten_states_turns_cache,
    )
    return dx, dw, dh


def with_two_states_turns_forward(start: int, stop: int, v_before: "N", k: float):
    """Forward pass of with_two_states_turns.

    Gives v (N,) and the cache (references, not copies).
    """
    v = v_before.copy()
    steps = []
    for _ in range(start, stop):
        sin_in = v[2:] - 2 * v[1:-1] + v[:-2]
        sin_v = np.sin(sin_in)
        v[1:-1] = v[1:-1] + k * sin_v
        steps.append((sin_in, sin_v))
    cache = (k, steps)
    return v, cache


def with_two_states_turns_backward(dv: "N", cache):
    """Backward pass of with_two_states_turns: dv_before (N,) and dk, from dv (N,)."""
    k, steps = cache
    dk = 0.0
    dv = 1.0 * dv
    for sin_in, sin_v in reversed(steps):
        # backprop v[1:-1] = v[1:-1] + k * sin_v
        dk += sin_v @ dv[1:-1]
        dsin_v = k * dv[1:-1]
        # backprop sin_v = np.sin(sin_in)
        dsin_in = np.cos(sin_in) * dsin_v
        # backprop sin_in = v[2:] - 2 * v[1:-1] + v[:-2]
        dv[2:] += dsin_in
        dv[1:-1] -= 2 * dsin_in
        dv[:-2] += dsin_in
    # backprop v = v_before.copy()
    dv_before = dv
    return dv_before, dk


def with_two_states_forward(u: "N", k: float, n: int):
    """Forward pass of with_two_states: out and the cache (references, not copies)."""
    v = u.copy()
    (v_next,), with_two_states_turns_cache = by_turns(
        with_two_states_turns_forward, 1, n, 2, (v,), (k,)
    )
    v1 = v.copy()
    v1[...] = v_next
    out = np.sum(v1**2)
    cache = (with_two_states_turns_cache, v1)
    return out, cache


def with_two_states_backward(dout, cache):
    """Backward pass of with_two_states: du (N,) and dk, from dout."""
    with_two_states_turns_cache, v1 = cache
    # backprop out = np.sum(v1**2)
    dv1 = (2 * v1) * dout
    # backprop v1 = v.copy(); v1[...] = v_next
    dv_next = 1 * dv1[...]
    dv1[...] = 0.0
    # backprop v_next = with_two_states_turns(1, n, v, k)
    dv_with_two_states_turns, dk = back_by_turns(
        with_two_states_turns_forward,
        with_two_states_turns_backward,
        (dv_next,),
        with_two_states_turns_cache,
    )
    dv1 += dv_with_two_states_turns
    # backprop v = u.copy()
    du = dv1
    return du, dk


def stopped_in_a_turn_turns_forward(start: int, stop: int, s: float, x: "N"):
    """Forward pass of stopped_in_a_turn_turns.

    Gives s and the cache (references, not copies).
    """
    steps = []
    for i in range(start, stop):
        s_before = s
        scale = 2 + np.floor(3 * x[i])  # backprop: stop
        sin_in = s * x[i]
        s = np.sin(sin_in) * scale
        steps.append((s_before, scale, sin_in))
    cache = (start, stop, x, steps)
    return s, cache


def stopped_in_a_turn_turns_backward(ds, cache):
    """Backward pass of stopped_in_a_turn_turns: ds and dx (N,), from ds."""
    start, stop, x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i, (s_before, scale, sin_in) in zip(
        reversed(range(start, stop)), reversed(steps)
    ):
        # backprop s = np.sin(sin_in) * scale
        dsin_in = np.cos(sin_in) * (scale * ds)
        # backprop sin_in = s * x[i]
        ds = x[i] * dsin_in
        dx[i] += s_before * dsin_in
    return ds, dx


def stopped_in_a_turn_forward(x: "N"):
    """Forward pass of stopped_in_a_turn: s and the cache (references, not copies)."""
    s = 1.0
    last = len(x)
    every = int(max(last, 1) ** 0.5)
    s_before = []
    for start in range(0, last, every):
        s_before.append(s)
        s, _ = stopped_in_a_turn_turns_forward(start, min(start + every, last), s, x)
    cache = (x, s_before)
    return s, cache


def stopped_in_a_turn_backward(ds, cache):
    """Backward pass of stopped_in_a_turn: dx (N,), from ds."""
    x, s_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    # computed again, not kept
    last = len(x)
    every = int(max(last, 1) ** 0.5)
    for start, s in zip(reversed(range(0, last, every)), reversed(s_before)):
        # computed again, not kept
        _, stopped_in_a_turn_turns_cache = stopped_in_a_turn_turns_forward(
            start, min(start + every, last), s, x
        )
        # backprop s = stopped_in_a_turn_turns(start, min(start + every, last), s, x)
        ds, dx_stopped_in_a_turn_turns = stopped_in_a_turn_turns_backward(
            ds, stopped_in_a_turn_turns_cache
        )
        dx += dx_stopped_in_a_turn_turns
    return dx
