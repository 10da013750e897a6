# expect: E203 at 5:9 under: row
import numpy as np

def f(rows, k: float):
    for row in rows:
        k = np.sin(k) * row[0] * row[1]
    for row in rows:
        k = np.sin(k) + row[0] * row[1]
    return k
