# arguments: z=1.3
def grown(z):
    acc = 0.1
    for t in range(3):
        for k in range(t, 3):
            acc = acc * (acc * z)
    return acc


# output
"""Forward and backward passes of loops_of_numbers_in_a_nest.py: do not edit.

Made by `backprop generate`.
"""


def grown_forward(z):
    """Forward pass of grown: acc and the cache (references, not copies)."""
    acc = 0.1
    steps = []
    for t in range(3):
        steps1 = []
        for k in range(t, 3):
            acc_before = acc
            acc_times_z = acc * z
            acc = acc * acc_times_z
            steps1.append((acc_before, acc_times_z))
        steps.append(steps1)
    cache = (z, steps)
    return acc, cache


def grown_backward(dacc, cache):
    """Backward pass of grown: dz, from dacc."""
    z, steps = cache
    dz = 0.0
    for steps1 in reversed(steps):
        for acc_before, acc_times_z in reversed(steps1):
            # backprop acc = acc * acc_times_z
            dacc_times_z = acc_before * dacc
            dacc = acc_times_z * dacc
            # backprop acc_times_z = acc * z
            dacc += z * dacc_times_z
            dz += acc_before * dacc_times_z
    return dz
