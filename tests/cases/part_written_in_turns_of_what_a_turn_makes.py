# arguments: y=(3,), v=(3,), b=0.3
def part_written_in_turns_of_what_a_turn_makes(y, v, b):
    for i in range(2):
        y = y * v[i]
        for j in range(2):
            y[2] -= b
    return y


# output
