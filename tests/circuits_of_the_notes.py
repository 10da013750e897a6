"""The three circuits of the notes, with the numbers that stand in their figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What goes in (a name, its value, its gradient), and what each gate gives (its sign, and these)."""

    inputs: list[tuple[str, str, str]]
    gates: list[tuple[str, str, str]]


FIGURES = {
    "circuit": Figure(
        [("x", "-2", "-4"), ("y", "5", "-4"), ("z", "-4", "3")],
        [("+", "3", "-4"), ("*", "-12", "1")],
    ),
    "neuron": Figure(
        [
            ("w[0]", "2.00", "-0.20"),
            ("x[0]", "-1.00", "0.39"),
            ("w[1]", "-3.00", "-0.39"),
            ("x[1]", "-2.00", "-0.59"),
            ("w[2]", "-3.00", "0.20"),
        ],
        [
            ("*", "-2.00", "0.20"),
            ("*", "6.00", "0.20"),
            ("+", "4.00", "0.20"),
            ("+", "1.00", "0.20"),
            ("*-1", "-1.00", "-0.20"),
            ("exp", "0.37", "-0.53"),
            ("+1", "1.37", "-0.53"),
            ("1/x", "0.73", "1.00"),
        ],
    ),
    "patterns": Figure(
        [("x", "3.00", "-8.00"), ("y", "-4.00", "6.00"), ("z", "2.00", "2.00"), ("w", "-1.00", "0.00")],
        [("*", "-12.00", "2.00"), ("max", "2.00", "2.00"), ("+", "-10.00", "2.00"), ("*2", "-20.00", "1.00")],
    ),
}
