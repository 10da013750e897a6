"""How long a build takes: of a project that is made for it, as whole processes, and how the time grows.

`python benchmarks/building.py [--modules 10,100,1000] [--jobs 1,2]` prints a table: the first build, over so
many processes; then, with what it has kept, a build that has nothing to do, a check, and a build of which one
module has changed. Seconds are by the clock, the least of several runs but for the first build; CPU seconds
are of all processes. `growth` is the exponent between a row and the one before: 1 is as fast as the project
grows. `--project FOLDER` only makes the project, for profiles.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
CONFIGURATION = "[backprop]\nsources = models/*.py\noutput = generated\n"
MODULE = '''\
"""Layers of model {number}."""

import numpy as np

SCALE = {number}.0


def affine_{number}(x: "N D", w: "D M", b: "M"):
    return x @ w + b


def normalised_{number}(x: "N D"):
    centred = x - np.mean(x, axis=0)
    return centred / np.sqrt(np.mean(centred**2, axis=0) + 1e-5)


def loss_{number}(x: "N D", w1: "D H", b1: "H", w2: "H C", b2: "C", y: "N C"):
    h = np.tanh(affine_{number}(normalised_{number}(x), w1, b1))
    scores = affine_{number}(h, w2, b2)
    e = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    p = e / np.sum(e, axis=1, keepdims=True)
    return -np.sum(y * np.log(p)) / x.shape[0] + SCALE * np.sum(w1 * w1)


def steps_{number}(x: float, v: float, k: float, n: int):
    for i in range(n):
        v = v - {number}.5 * k * x
        x = x + 0.01 * v
    return x * x + v * v
'''


def project(folder: Path, modules: int) -> None:
    """A project of so many modules, of four functions each."""
    (folder / "models").mkdir(parents=True)
    (folder / "setup.cfg").write_text(CONFIGURATION, encoding="utf-8")
    for number in range(modules):
        path = folder / "models" / f"model_{number:05}.py"
        path.write_text(MODULE.format(number=number), encoding="utf-8")


def timed(folder: Path, *arguments: str) -> tuple[float, float]:
    """Seconds by the clock, and of the processors, of the command with its start."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-m", "codegen", *arguments]
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    took, after = time.perf_counter() - start, os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return took, used


def least(folder: Path, *arguments: str) -> tuple[float, float]:
    """The least of several runs."""
    runs = [timed(folder, *arguments) for _ in range(RUNS)]
    return min(took for took, _ in runs), min(used for _, used in runs)


def changed(folder: Path) -> tuple[float, float]:
    """A build of which one module has changed, the least of several runs."""
    path, runs = folder / "models" / "model_00000.py", []
    for run in range(RUNS):
        path.write_text(f"{MODULE.format(number=0)}\n\nRUN = {run}\n", encoding="utf-8")
        runs.append(timed(folder, "build"))
    return min(took for took, _ in runs), min(used for _, used in runs)


def measured(modules: int, jobs: list[int]) -> dict[str, tuple[float, float]]:
    """Seconds of each sort of build of a project of so many modules."""
    found = {}
    for job in jobs:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "project"
            project(folder, modules)
            found[f"build -j {job}, the first"] = timed(folder, "build", "-j", str(job))
            if job == jobs[-1]:
                found["build, nothing to do"] = least(folder, "build")
                found["check, all as it should be"] = least(folder, "check")
                found["build, one module changed"] = changed(folder)
    return found


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    numbers = {"type": lambda text: [int(part) for part in text.split(",")], "metavar": "N,N"}
    parser.add_argument("--modules", default=[10, 100, 1000], **numbers)
    parser.add_argument("--jobs", default=[1, len(os.sched_getaffinity(0))], **numbers)
    parser.add_argument("--project", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.project:
        project(arguments.project, arguments.modules[-1])
        return
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
    print(f"Python {sys.version.split()[0]}, {platform.machine()}, {os.cpu_count()} processors\n")
    print("| modules | what | seconds | CPU seconds | growth |\n|---|---|---|---|---|")
    before: tuple[int, dict[str, tuple[float, float]]] = (0, {})
    for modules in arguments.modules:
        found = measured(modules, arguments.jobs)
        for what, (took, used) in found.items():
            growth = ""
            if before[0]:
                growth = f"{math.log(used / before[1][what][1]) / math.log(modules / before[0]):.2f}"
            print(f"| {modules} | {what} | {took:.2f} | {used:.2f} | {growth} |", flush=True)
        before = (modules, found)


if __name__ == "__main__":
    main()
