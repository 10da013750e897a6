# first order only spread: this writes into items, which a loop around it goes over
# arguments: rows=[[0.5, 0.6], [0.7, 0.2, 0.8]], a=0.7
def spread(rows, a):
    total = max(max(row) for row in rows) * a
    for row in rows:
        total = total * min(row)
    return total


# output
"""Forward and backward passes of largest_of_lists_without_arrays.py: do not edit.

Made by `backprop generate`.
"""


def spread_forward(rows, a):
    """Forward pass of spread: total and the cache (references, not copies)."""
    items = []
    steps = []
    for row1 in rows:
        largest = row1.index(max(row1))
        items.append(row1[largest])
        steps.append(largest)
    largest1 = items.index(max(items))
    total = items[largest1] * a
    steps1 = []
    for row in rows:
        smallest = row.index(min(row))
        steps1.append((total, smallest))
        total = total * row[smallest]
    cache = (rows, a, steps, items, largest1, steps1)
    return total, cache


def spread_backward(dtotal, cache):
    """Backward pass of spread: drows and da, from dtotal."""
    rows, a, steps, items, largest1, steps1 = cache
    drows = [([0.0] * len(row)) for row in rows]
    for i1 in reversed(range(len(rows))):
        total, smallest = steps1[i1]
        row = rows[i1]
        # backprop total = total * row[smallest]
        drow = [0.0] * len(row)
        drow[smallest] = total * dtotal
        dtotal = row[smallest] * dtotal
        drows[i1] = drow
    # backprop total = items[largest1] * a
    ditems = [0.0] * len(items)
    ditems[largest1] = a * dtotal
    da = items[largest1] * dtotal
    for i in reversed(range(len(rows))):
        largest = steps[i]
        row1 = rows[i]
        # backprop items.append(row1[largest])
        drow1 = [0.0] * len(row1)
        drow1[largest] = ditems.pop()
        drows[i] = [(item + more) for item, more in zip(drows[i], drow1)]
    return drows, da
