# expect: E103 at 15:9 under: bins[i].append(v)
# expect: E103 at 23:9 under: bins[i].append(v)
# expect: E103 at 32:9 under: bins[i].append(v)
# expect: E103 at 40:9 under: bins[i].append(v)
# expect: E103 at 46:9 under: bins[i].append(v)
# expect: E103 at 55:9 under: groups[k].append(v)
# expect: E103 at 65:9 under: grid[i][0].append(v)
# expect: E103 at 74:9 under: bins[i].append(v)


def read_between(x: "N", which: list):
    bins = [[] for _ in range(3)]
    total = 0.0
    for i, v in zip(which, x):
        bins[i].append(v)
        total += bins[i][0] * v
    return total


def the_same_list_three_times(x: "N", which: list):
    bins = [[]] * 3
    for i, v in zip(which, x):
        bins[i].append(v)
    return sum(v * k for k, v in enumerate(bins[0]))


def one_list_at_two_places(x: "N", which: list):
    row = []
    bins = [row, row, []]
    for i, v in zip(which, x):
        # also by way of bins[0] and bins[1]
        bins[i].append(v)
    return sum(v * k for k, v in enumerate(bins[0]))


def another_name_beforehand(x: "N", which: list):
    bins = [[] for _ in range(3)]
    first = bins[0]
    for i, v in zip(which, x):
        bins[i].append(v)
    return sum(first) ** 2


def of_an_argument(x: "N", bins: list, which: list):
    for i, v in zip(which, x):
        bins[i].append(v)
    return sum(bins[0])


def new_list_in_its_place(x: "N", keys: list):
    groups = {}
    for k, v in zip(keys, x):
        if v > 0:
            groups[k] = []
        groups[k].append(v)
    return sum(groups["a"])


def deeper(x: "N", which: list):
    grid = []
    for _ in range(3):
        row = [[], []]
        grid.append(row)
    for i, v in zip(which, x):
        grid[i][0].append(v)
    return sum(grid[0][0])


def asked_for_a_list_and_not_for_a_place(x: "N"):
    bins = [[] for _ in range(2)]
    for i, v in enumerate(x):
        if i not in bins:
            bins[i] = [v, v]
        bins[i].append(v)
    return sum(bins[0])
