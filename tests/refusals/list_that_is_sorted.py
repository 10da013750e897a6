# expect: E103 at 4:5 under: items.sort()
def f(x: float, y: float):
    items = [x, y]
    items.sort()
    return items[0] * items[1] ** 2
