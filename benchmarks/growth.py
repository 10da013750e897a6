"""Draws how the time grows: of generating with the statements of a function, of a build with the modules.

`python benchmarks/growth.py [-o docs/growth.svg]` measures both as `generating.py` and `building.py` do, and
prints what is drawn. A line of slope 1 stands beside each: as fast as the source grows.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from pathlib import Path

import matplotlib
from building import measured
from generating import LONG, seconds, straight
from matplotlib.axes import Axes
from matplotlib.figure import Figure

MODULES = (10, 100, 1000)
ROOT = Path(__file__).parents[1]
Curve = dict[int, float]  # CPU seconds by size


def generating() -> dict[str, Curve]:
    """Of a function of so many statements, in a process that has run once."""
    seconds(straight(20))
    return {"one function": {size: seconds(straight(size)) for size in LONG}}


def building() -> dict[str, Curve]:
    """Of builds of so many modules, as whole processes."""
    names = {"the first": "build -j 1, the first", "nothing to do": "build, nothing to do"}
    found = {modules: measured(modules, [1]) for modules in MODULES}
    return {name: {n: found[n][what][1] for n in MODULES} for name, what in names.items()}


def exponent(curve: Curve) -> float:
    """By what power of the size the time grows, from the least size to the largest."""
    first, last = min(curve), max(curve)
    return math.log(curve[last] / curve[first]) / math.log(last / first)


def draw(axes: Axes, title: str, unit: str, curves: dict[str, Curve]) -> None:
    """One of the two plots, both axes logarithmic."""
    for name, curve in curves.items():
        axes.plot(list(curve), list(curve.values()), "o-", label=f"{name}: exponent {exponent(curve):.2f}")
    whole = next(iter(curves.values()))
    first, last = min(whole), max(whole)
    axes.plot([first, last], [whole[first], whole[first] * last / first], "--", color="grey", label="slope 1")
    axes.set(title=title, xlabel=unit, ylabel="CPU seconds", xscale="log", yscale="log")
    axes.grid(alpha=0.3)
    axes.legend()


def main() -> None:
    """Measures, prints and draws."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "growth.svg")
    output = parser.parse_args().output
    os.environ["PYTHONPATH"] = str(ROOT)
    plots = [("Generating", "statements", generating()), ("Building", "modules", building())]
    matplotlib.rcParams["svg.hashsalt"] = "growth"  # the same numbers make the same file
    figure = Figure(figsize=(11, 4.2), layout="constrained")
    axes = figure.subplots(1, 2)
    for place, (title, unit, curves) in zip(axes, plots, strict=True):
        draw(place, title, unit, curves)
        for name, curve in curves.items():
            numbers = "; ".join(f"{size}: {took:.3g} s" for size, took in curve.items())
            print(f"{title}, {name}: {numbers}; exponent {exponent(curve):.2f}")
    figure.suptitle(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors", fontsize=10)
    figure.savefig(output, metadata={"Date": None})


if __name__ == "__main__":
    main()
