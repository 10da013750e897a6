# expect: E201 at 9:12 under: sum(d)
# expect: E201 at 14:12 under: sum(d)
def made(x: "N"):
    return {1: x[0], 2: x[1]}


def of_what_a_function_gives(x: "N"):
    d = made(x)
    return sum(d) * x[0]


def of_its_own(x: "N"):
    d = {1: x[0], 2: x[1]}
    return sum(d) * x[0]
