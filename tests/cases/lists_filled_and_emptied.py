# arguments means: xs=[0.3, 0.9, 0.5, 0.7, 0.8], n=2
# arguments means: xs=[], n=2
# arguments chunks: xs=[0.3, 0.9, 0.5, 0.7, 0.8], n=2
# arguments runs: xs=[0.3, 0.9, 0.5, 0.7, 0.8]
# arguments together: xs=[0.3, 0.9, 0.5, 0.7, 0.8], n=2
# arguments batches: A=(5, 2), w=(2,), n=2
# arguments by_functions: xs=[0.3, 0.9, 0.5, 0.7, 0.8], limit=1.0, turn=0.5
# arguments in_each_turn: xs=[0.3, 0.9, 0.5], n=2
# arguments best: xs=[0.3, 0.9, 0.5, 0.7, 0.8]
# arguments without_annotations: xs=[0.3, 0.9, 0.5, 0.7, 0.8], n=2
# arguments without_annotations: xs=[(2,), (2,), (2,)], n=2
# names matter: counters and values of ours take the names that are free
# first order only means: the method pop writes into an array or a list, and stands in an expres
# first order only chunks: the method pop writes into an array or a list, and stands in an expres
# first order only runs: the method pop writes into an array or a list, and stands in an expres
# first order only together: an append to what is not known to be a list
# first order only batches: an append to what is not known to be a list
# first order only by_functions: mean_cache_before is a list, a tuple or a dict that a block makes anew
# first order only in_each_turn: the method pop writes into an array or a list, and stands in an expres
# first order only best: an append to what is not known to be a list
# first order only without_annotations: an append to what is not known to be a list
import numpy as np


def means(xs: list[float], n: int):
    out = []
    buf = []
    for v in xs:
        buf.append(v * v)
        if len(buf) == n:
            out.append(sum(buf) / n)
            buf = []
    if buf:
        out.append(sum(buf) / len(buf))
    return out


def chunks(xs: list[float], n: int):
    rows = []
    row = []
    for v in xs:
        row.append(v * v)
        if len(row) == n:
            rows.append(row)
            row = []
    return [max(r) * r[0] for r in rows]


def runs(xs: list[float]):
    lengths = []
    run = [xs[0]]
    for a, b in zip(xs, xs[1:]):
        if b > a:
            run.append(b)
        else:
            lengths.append(sum(run))
            run = [b, 0.5 * a]
    return lengths[0] * sum(run)


def together(xs: list[float], n: int):
    us, vs = [], []
    s = 0.0
    for x in xs:
        us.append(x)
        vs.append(x * x)
        if len(us) >= n:
            s += sum(u * v for u, v in zip(us, vs))
            us, vs = [], []
    return s


def batches(A: "m 2", w: "2", n: int):
    batch = []
    loss = 0.0
    for row in A:
        batch.append(row * w)
        if len(batch) == n:
            loss += np.sum(np.tanh(np.array(batch)))
            del batch[:]
    return loss


def mean(values: list[float]):
    return sum(values) / len(values)


def by_functions(xs: list[float], limit: float, turn: float):
    part = []
    s = turn
    i = 0
    while i < len(xs):
        part.append(xs[i])
        i += 1
        if sum(part) > limit:
            s += mean(part) * part[-1]
            part.clear()
            continue
        s += turn * xs[i - 1]
    return s


def in_each_turn(xs: list[float], n: int):
    total = 0.0
    for k in range(3):
        buf = []
        for v in xs:
            buf.append(v * k)
            if len(buf) == n:
                total += buf[0] * buf[1]
                buf = [v]
        total += sum(buf)
    return total


def best(xs: list[float]):
    found = []
    run = []
    for v in xs:
        run.append(v)
        if v < 0.75:
            if sum(run) > sum(found):
                found = list(run)
            run = []
    return sum(v * v for v in found)


def without_annotations(xs, n):
    buf = []
    s = 0.0
    for v in xs:
        buf.append(v * v)
        if len(buf) == n:
            s = s * 0.5 + buf[0] * buf[1]
            buf = []
    return s


# output
"""Forward and backward passes of lists_filled_and_emptied.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def means_forward(xs: list[float], n: int):
    """Forward pass of means: out and the cache (references, not copies)."""
    out = []
    buf = []
    steps = []
    for v in xs:
        buf.append(v * v)
        buf_before = copy_of(buf)
        len_buf_eq_n = len(buf) == n
        if len_buf_eq_n:
            sum_buf = sum(buf)
            out.append(sum_buf / n)
            buf.clear()
        steps.append((buf_before, len_buf_eq_n))
    if buf:
        out.append(sum(buf) / len(buf))
    cache = (xs, n, steps, buf)
    return out, cache


def means_backward(dout, cache):
    """Backward pass of means: dxs, from dout."""
    xs, n, steps, buf = cache
    dbuf = zeros_of(buf)
    if buf:
        # backprop out.append(sum(buf) / len(buf))
        dout = copy_of(dout)
        dbuf = [dout.pop() / len(buf)] * len(buf)
    dxs = [0.0] * len(xs)
    dout = copy_of(dout)
    for i in reversed(range(len(xs))):
        buf_before, len_buf_eq_n = steps[i]
        v = xs[i]
        if len_buf_eq_n:
            for _ in range(len(buf_before)):
                # backprop buf.clear()
                dbuf.append(0.0)
            # backprop out.append(sum_buf / n)
            dsum_buf = dout.pop() / n
            # backprop sum_buf = sum(buf)
            dbuf = [(item + dsum_buf) for item in dbuf]
        # backprop buf.append(v * v)
        dv = (2 * v) * dbuf.pop()
        dxs[i] = dv
    return dxs


def chunks_forward(xs: list[float], n: int):
    """Forward pass of chunks: items and the cache (references, not copies)."""
    rows = []
    row = []
    steps = []
    for v in xs:
        row.append(v * v)
        row_before = copy_of(row)
        len_row_eq_n = len(row) == n
        if len_row_eq_n:
            rows.append(row.copy())
            row.clear()
        steps.append((row_before, len_row_eq_n))
    items = []
    steps1 = []
    for r in rows:
        largest = r.index(max(r))
        items.append(r[largest] * r[0])
        steps1.append(largest)
    cache = (xs, steps, row, rows, steps1)
    return items, cache


def chunks_backward(ditems, cache):
    """Backward pass of chunks: dxs, from ditems."""
    xs, steps, row, rows, steps1 = cache
    drows = [None] * len(rows)
    ditems = copy_of(ditems)
    for i1 in reversed(range(len(rows))):
        largest = steps1[i1]
        r = rows[i1]
        # backprop items.append(r[largest] * r[0])
        ditems_last = ditems.pop()
        dr = [0.0] * len(r)
        dr[largest] = r[0] * ditems_last
        dr[0] += r[largest] * ditems_last
        drows[i1] = dr
    drow = zeros_of(row)
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        row_before, len_row_eq_n = steps[i]
        v = xs[i]
        if len_row_eq_n:
            for _ in range(len(row_before)):
                # backprop row.clear()
                drow.append(0.0)
            # backprop rows.append(row.copy())
            drows_last = list(drows.pop())
            drow = [(item + more) for item, more in zip(drow, drows_last)]
        # backprop row.append(v * v)
        dv = (2 * v) * drow.pop()
        dxs[i] = dv
    return dxs


def runs_forward(xs: list[float]):
    """Forward pass of runs: out and the cache (references, not copies)."""
    lengths = []
    run = [xs[0]]
    run_before = []
    for a, b in zip(xs, xs[1:]):
        run_before1 = copy_of(run)
        if b > a:
            run.append(b)
        else:
            lengths.append(sum(run))
            run.clear()
            run.append(b)
            run.append(0.5 * a)
        run_before.append(run_before1)
    sum_run = sum(run)
    out = lengths[0] * sum_run
    cache = (xs, run_before, run, lengths, sum_run)
    return out, cache


def runs_backward(dout, cache):
    """Backward pass of runs: dxs, from dout."""
    xs, run_before, run, lengths, sum_run = cache
    # backprop out = lengths[0] * sum_run
    dlengths = zeros_of(lengths)
    dlengths[0] = sum_run * dout
    dsum_run = lengths[0] * dout
    # backprop sum_run = sum(run)
    drun = [dsum_run] * len(run)
    dxs = [0.0] * len(xs)
    for i in reversed(range(min(len(xs), len(xs[1:])))):
        run_before1 = run_before[i]
        a = xs[i]
        b = xs[1:][i]
        if b > a:
            # backprop run.append(b)
            db = drun.pop()
            da = 0.0
        else:
            # backprop run.append(0.5 * a)
            da = 0.5 * drun.pop()
            # backprop run.append(b)
            db = drun.pop()
            for _ in range(len(run_before1)):
                # backprop run.clear()
                drun.append(0.0)
            # backprop lengths.append(sum(run))
            dlengths_last = dlengths.pop()
            drun = [(item + dlengths_last) for item in drun]
        dxs[i + 1] += db
        dxs[i] += da
    # backprop run = [xs[0]]
    dxs[0] += drun[0]
    return dxs


def together_forward(xs: list[float], n: int):
    """Forward pass of together: s and the cache (references, not copies)."""
    us, vs = [], []
    s = 0.0
    steps = []
    for x in xs:
        us.append(x)
        us_before = copy_of(us)
        vs.append(x * x)
        vs_before = copy_of(vs)
        len_us_ge_n = len(us) >= n
        if len_us_ge_n:
            total = 0
            for u, v in zip(us, vs):
                total += u * v
            s += total
            us.clear()
            vs.clear()
        steps.append((us_before, vs_before, len_us_ge_n))
    cache = (xs, steps, us, vs)
    return s, cache


def together_backward(ds, cache):
    """Backward pass of together: dxs, from ds."""
    xs, steps, us, vs = cache
    dus = zeros_of(us)
    dvs = zeros_of(vs)
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        us_before, vs_before, len_us_ge_n = steps[i]
        x = xs[i]
        if len_us_ge_n:
            for _ in range(len(vs_before)):
                # backprop vs.clear()
                dvs.append(0.0)
            for _ in range(len(us_before)):
                # backprop us.clear()
                dus.append(0.0)
            # backprop s += total
            dtotal = ds
            for i1 in reversed(range(min(len(us_before), len(vs_before)))):
                u = us_before[i1]
                v = vs_before[i1]
                # backprop total += u * v
                du = v * dtotal
                dv = u * dtotal
                dvs[i1] += dv
                dus[i1] += du
        # backprop vs.append(x * x)
        dx = (2 * x) * dvs.pop()
        # backprop us.append(x)
        dx += dus.pop()
        dxs[i] = dx
    return dxs


def batches_forward(A: "m 2", w: "2", n: int):
    """Forward pass of batches: loss and the cache (references, not copies)."""
    batch = []
    loss = 0.0
    steps = []
    for row in A:
        batch.append(row * w)
        sum_in = None
        steps1 = None
        len_batch_eq_n = len(batch) == n
        if len_batch_eq_n:
            sum_in = np.tanh(np.array(batch))
            loss += np.sum(sum_in)
            steps1 = []
            for turn in range(len(batch)):
                batch_part = batch.pop()
                steps1.append(batch_part)
        steps.append((len_batch_eq_n, sum_in, steps1))
    cache = (A, w, steps, batch)
    return loss, cache


def batches_backward(dloss, cache):
    """Backward pass of batches: dA (m, 2) and dw (2,), from dloss."""
    A, w, steps, batch = cache
    dbatch = zeros_of(batch)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i in reversed(range(len(A))):
        len_batch_eq_n, sum_in, steps1 = steps[i]
        row = A[i]
        if len_batch_eq_n:
            for batch_part in reversed(steps1):
                # backprop batch_part = batch.pop()
                dbatch.append(
                    np.zeros_like(batch_part, dtype=np.result_type(batch_part, 1.0))
                )
            # backprop loss += np.sum(sum_in)
            dsum_in = np.ones_like(sum_in) * dloss
            # backprop sum_in = np.tanh(np.array(batch))
            dbatch = [
                (item + more) for item, more in zip(dbatch, (1 - sum_in**2) * dsum_in)
            ]
        # backprop batch.append(row * w)
        dbatch_last = dbatch.pop()
        drow = w * dbatch_last
        dw += row * dbatch_last
        dA[i] = drow
    return dA, dw


def mean_forward(values: list[float]):
    """Forward pass of mean: out and the cache (references, not copies)."""
    out = sum(values) / len(values)
    cache = (values,)
    return out, cache


def mean_backward(dout, cache):
    """Backward pass of mean: dvalues, from dout."""
    (values,) = cache
    # backprop out = sum(values) / len(values)
    dvalues = [dout / len(values)] * len(values)
    return dvalues


def by_functions_forward(xs: list[float], limit: float, turn: float):
    """Forward pass of by_functions: s and the cache (references, not copies)."""
    part = []
    s = turn
    i = 0
    steps = []
    while i < len(xs):
        i_before = i
        part.append(xs[i])
        part_before = copy_of(part)
        i += 1
        mean_cache_before = None
        mean_part = None
        part_part = None
        sum_part_gt_limit = sum(part) > limit
        if sum_part_gt_limit:
            mean_part, mean_cache = mean_forward(part)
            part_part = part[-1]
            mean_cache_before = copy_of(mean_cache)
            s += mean_part * part_part
            part.clear()
        else:
            s += turn * xs[i - 1]
        steps.append(
            (
                i_before,
                part_before,
                i,
                sum_part_gt_limit,
                mean_cache_before,
                mean_part,
                part_part,
            )
        )
    cache = (xs, turn, steps, part)
    return s, cache


def by_functions_backward(ds, cache):
    """Backward pass of by_functions: dxs, dlimit and dturn, from ds."""
    xs, turn, steps, part = cache
    dpart = zeros_of(part)
    dturn = 0.0
    dxs = [0.0] * len(xs)
    for (
        i_before,
        part_before,
        i,
        sum_part_gt_limit,
        mean_cache_before,
        mean_part,
        part_part,
    ) in reversed(steps):
        if sum_part_gt_limit:
            for _ in range(len(part_before)):
                # backprop part.clear()
                dpart.append(0.0)
            # backprop s += mean_part * part_part
            dmean_part = part_part * ds
            dpart_part = mean_part * ds
            # backprop part_part = part[-1]
            dpart[-1] += dpart_part
            # backprop mean_part = mean(part)
            dpart_mean = mean_backward(dmean_part, mean_cache_before)
            dpart = [(item + more) for item, more in zip(dpart, dpart_mean)]
        else:
            # backprop s += turn * xs[i - 1]
            dturn += xs[i - 1] * ds
            dxs[i - 1] += turn * ds
        # backprop part.append(xs[i])
        dxs[i_before] += dpart.pop()
    # backprop s = turn
    dturn += ds
    dlimit = 0.0
    return dxs, dlimit, dturn


def in_each_turn_forward(xs: list[float], n: int):
    """Forward pass of in_each_turn: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for k in range(3):
        buf = []
        steps1 = []
        for v in xs:
            buf.append(v * k)
            buf_before = copy_of(buf)
            buf_0 = None
            buf_1 = None
            len_buf_eq_n = len(buf) == n
            if len_buf_eq_n:
                buf_0 = buf[0]
                buf_1 = buf[1]
                buf_0_times_buf_1 = buf_0 * buf_1
                total += buf_0_times_buf_1
                buf.clear()
                buf.append(v)
            steps1.append((buf_before, len_buf_eq_n, buf_0, buf_1))
        sum_buf = sum(buf)
        total += sum_buf
        steps.append((steps1, buf))
    cache = (xs, steps)
    return total, cache


def in_each_turn_backward(dtotal, cache):
    """Backward pass of in_each_turn: dxs, from dtotal."""
    xs, steps = cache
    dxs = [0.0] * len(xs)
    for k in reversed(range(3)):
        steps1, buf = steps[k]
        # backprop total += sum_buf
        dsum_buf = np.sum(dtotal)
        # backprop sum_buf = sum(buf)
        dbuf = zeros_of(buf)
        dbuf = [(item + dsum_buf) for item in dbuf]
        for i in reversed(range(len(xs))):
            buf_before, len_buf_eq_n, buf_0, buf_1 = steps1[i]
            dv = 0.0
            if len_buf_eq_n:
                # backprop buf.append(v)
                dv = dbuf.pop()
                for _ in range(len(buf_before)):
                    # backprop buf.clear()
                    dbuf.append(0.0)
                # backprop total += buf_0_times_buf_1
                dbuf_0_times_buf_1 = np.sum(dtotal)
                # backprop buf_0_times_buf_1 = buf_0 * buf_1
                dbuf_0 = buf_1 * dbuf_0_times_buf_1
                dbuf_1 = buf_0 * dbuf_0_times_buf_1
                # backprop buf_1 = buf[1]
                dbuf[1] += dbuf_1
                # backprop buf_0 = buf[0]
                dbuf[0] += dbuf_0
            # backprop buf.append(v * k)
            dv += k * dbuf.pop()
            dxs[i] += dv
    return dxs


def best_forward(xs: list[float]):
    """Forward pass of best: total and the cache (references, not copies)."""
    found = []
    run = []
    steps = []
    for v in xs:
        found_before = found
        run.append(v)
        run_before = copy_of(run)
        sum_run_gt_sum_found = None
        if v < 0.75:
            sum_run_gt_sum_found = sum(run) > sum(found)
            if sum_run_gt_sum_found:
                found = run.copy()
            run.clear()
        steps.append((found_before, run_before, sum_run_gt_sum_found))
    total = 0
    for v1 in found:
        total += v1 * v1
    cache = (xs, steps, run, found)
    return total, cache


def best_backward(dtotal, cache):
    """Backward pass of best: dxs, from dtotal."""
    xs, steps, run, found = cache
    dfound = [None] * len(found)
    for i1 in reversed(range(len(found))):
        v1 = found[i1]
        # backprop total += v1 * v1
        dv1 = (2 * v1) * dtotal
        dfound[i1] = dv1
    drun = zeros_of(run)
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        found_before, run_before, sum_run_gt_sum_found = steps[i]
        v = xs[i]
        if v < 0.75:
            for _ in range(len(run_before)):
                # backprop run.clear()
                drun.append(0.0)
            if sum_run_gt_sum_found:
                # backprop found = run.copy()
                drun = [(item + more) for item, more in zip(drun, dfound)]
                dfound = zeros_of(found_before)
        # backprop run.append(v)
        dv = drun.pop()
        dxs[i] = dv
    return dxs


def without_annotations_forward(xs, n):
    """Forward pass of without_annotations: s and the cache (references, not copies)."""
    buf = []
    s = 0.0
    steps = []
    for v in xs:
        s_before = s
        buf.append(v * v)
        buf_0 = None
        buf_1 = None
        steps1 = None
        len_buf_eq_n = len(buf) == n
        if len_buf_eq_n:
            buf_0 = buf[0]
            buf_1 = buf[1]
            s = s * 0.5 + buf_0 * buf_1
            steps1 = []
            for turn in range(len(buf)):
                buf_part = buf.pop()
                steps1.append(buf_part)
        steps.append((s_before, len_buf_eq_n, buf_0, buf_1, steps1))
    cache = (xs, n, steps, buf)
    return s, cache


def without_annotations_backward(ds, cache):
    """Backward pass of without_annotations: dxs and dn, from ds."""
    xs, n, steps, buf = cache
    dbuf = zeros_of(buf)
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs))):
        s_before, len_buf_eq_n, buf_0, buf_1, steps1 = steps[i]
        v = xs[i]
        if len_buf_eq_n:
            for buf_part in reversed(steps1):
                # backprop buf_part = buf.pop()
                dbuf.append(zeros_of(buf_part))
            # backprop s = s * 0.5 + buf_0 * buf_1
            dbuf_0 = unbroadcast(buf_1 * ds, buf_0)
            dbuf_1 = unbroadcast(buf_0 * ds, buf_1)
            ds = unbroadcast(0.5 * ds, s_before)
            # backprop buf_1 = buf[1]
            dbuf[1] += dbuf_1
            # backprop buf_0 = buf[0]
            dbuf[0] += dbuf_0
        # backprop buf.append(v * v)
        dv = (2 * v) * dbuf.pop()
        dxs[i] += dv
    dn = np.zeros_like(n, dtype=np.result_type(n, 1.0))
    return dxs, dn
