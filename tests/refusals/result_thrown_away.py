# expect: E103 at 4:5 under: items.append(extra)

def f(items: "2", extra: float):
    items.append(extra)
    return items[0] * items[1]
