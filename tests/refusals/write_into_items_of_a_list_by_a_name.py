# expect: E307 at 6:9 under: row[0] = 3.0
import numpy as np
def f(x: "M N"):
    rows = [2 * r for r in x]
    for row in rows:
        row[0] = 3.0
    return np.array(rows)
