# expect: E103 at 11:9 under: np.put(M, [0, 1], 5.0)
# expect: E103 at 17:9 under: M.sort()
# expect: E103 at 23:22 under: np.exp(S, out=M)
# expect: E103 at 29:12 under: M.fill(1.0)
# expect: E103 at 36:9 under: rng.shuffle(M)
import numpy as np


def put(S: "D D"):
    M = 2 * S
    x = np.put(M, [0, 1], 5.0)
    return M


def sorted_in_place(S: "D D"):
    M = 2 * S
    x = M.sort()
    return M


def given(S: "D D"):
    M = 2 * S
    x = np.ones_like(np.exp(S, out=M))
    return M


def tested(S: "D D"):
    M = 2 * S
    assert M.fill(1.0) is None
    return M


def shuffled(S: "D D"):
    M = 2 * S
    rng = np.random.default_rng(0)
    x = rng.shuffle(M)
    return M
