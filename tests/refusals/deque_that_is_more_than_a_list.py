# expect: E103 at 9:5 under: window.rotate(1)
# expect: E103 at 18:9 under: q.append(v)
from collections import deque

def turned(x: "N"):
    window = deque()
    for v in x:
        window.append(v)
    window.rotate(1)
    acc = 0.0
    for v in window:
        acc = acc * 0.5 + v
    return acc

def of_a_length_that_changes(x: "N", n: int):
    q = deque(maxlen=n)
    for v in x:
        q.append(v)
        n = n + 1
    return sum(q)
