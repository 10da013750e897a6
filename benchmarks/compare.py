"""How fast generated pairs are: against passes by hand, HIPS autograd, PyTorch, JAX and tangent.

`python benchmarks/compare.py [FUNCTION...]` prints the table; `--page` writes it into
docs/performance.md. Everything runs in one process on one thread, by turns: in each round each
system has a turn, in another order each time, so that what else the machine does meets all of them
alike. What counts is the time of the processor, of all threads: that is the time on the wall where nothing
else runs. A ratio is the median of those of each round; beside it stands that of the least times, which is
about the same where the machine had little else to do. What is not installed is left out. Before anything
is timed the gradients are compared.
"""

from __future__ import annotations

import os

for setting in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"):
    os.environ[setting] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import argparse
import gc
import importlib.metadata
import importlib.util
import math
import platform
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import generated_pairs as pairs
import numpy as np
from sources import FUNCTIONS, Arguments, Function

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- begin: made by benchmarks/compare.py -->\n", "<!-- end -->"
HAND, MADE = "by hand", "generated"
SYSTEMS = {  # what is shown, and the distribution that must be there
    HAND: "numpy",
    MADE: "numpy",
    "autograd": "autograd",
    "PyTorch": "torch",
    "JAX jit": "jax",
    "tangent": "tangent-ad",
    "numba": "numba",
}
LEAST_TURN = 2e-3  # seconds: what takes less is called several times in a turn
ROUNDS = (15, 300)  # at least, and at most
FEW = 5  # rounds that a system takes part in that takes too long for all
Run = Callable[[], Any]


@dataclass
class Row:
    """One function: seconds by system, why a system has none, kept bytes, seconds of compiling."""

    function: Function
    times: dict[str, list[float]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    compiling: dict[str, float] = field(default_factory=dict)

    def ratio(self, system: str, to: str, least: bool = False) -> float:
        """How many times as long one system takes as another, in the middle one of the rounds of both."""
        one, other = self.times[system], self.times[to]
        if least:
            return min(one) / min(other)
        return statistics.median(a / b for a, b in zip(one, other))


def kept_bytes(cache: Any, function_arguments: Arguments) -> int:
    """The bytes of what a cache holds that the caller does not hold anyway, each array once."""
    theirs = {id(_base(x)) for x in function_arguments if isinstance(x, np.ndarray)}
    seen: set[int] = set()

    def size(value: Any) -> int:
        if isinstance(value, (tuple, list)):
            return sum(size(item) for item in value)
        base = _base(value)
        if id(base) in theirs or id(base) in seen:
            return 0
        if isinstance(base, np.ndarray):
            seen.add(id(base))
            return int(base.nbytes)
        return 8

    return size(cache)


def _base(value: Any) -> Any:
    while isinstance(value, np.ndarray) and value.base is not None:
        value = value.base
    return value


def pair_runner(pair: pairs.Pair, given: Arguments, upstream: tuple[Any, ...]) -> tuple[Run, Run]:
    """Both passes of a pair."""
    forward, backward = pair

    def run() -> Any:
        *_, cache = forward(*given)
        return backward(*upstream, cache)

    def as_numpy() -> Any:
        made = run()
        return made if isinstance(made, tuple) else (made,)

    return run, as_numpy


def runner(system: str, function: Function, given: Arguments, upstream: tuple[Any, ...]) -> tuple[Run, Run]:
    """What is timed, and the same with gradients that can be compared."""
    if system == HAND:
        return pair_runner(pairs.pair_by_hand(function), given, upstream)
    if system == MADE:
        return pair_runner(pairs.pair_generated(function), given, upstream)
    if system == "numba":
        return pair_runner(pairs.pair_generated(function, compiled=True), given, upstream)
    if system == "autograd":
        from in_autograd import autograd_runner

        return autograd_runner(function, given, upstream)
    if system == "tangent":
        from in_autograd import tangent_runner

        return tangent_runner(function, given, upstream)
    module = __import__({"PyTorch": "in_torch", "JAX jit": "in_jax"}[system])
    return module.runner(function.name, function.differentiable, given, upstream)


def runners(row: Row, systems: list[str]) -> dict[str, Run]:
    """What is timed by system, each held against the gradients of the pair by hand and run once more."""
    given = row.function.given(False)
    upstream = pairs.upstream(pairs.outputs_of(row.function, given))
    found: dict[str, Run] = {}
    expected: list[Any] = []
    for system in systems:
        if system == "numba" and not row.function.compiled:
            continue
        try:
            start = time.perf_counter()
            run, as_numpy = runner(system, row.function, given, upstream)
            got = [np.asarray(x) for x in as_numpy()]
            row.compiling[system] = time.perf_counter() - start
            expected = expected or got
            for one, other in zip(got, expected, strict=True):
                np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-8 * max(1.0, np.max(np.abs(other))))
            run()
        except Exception as problem:  # of a competitor, which is said in the table
            if system in (HAND, MADE):
                raise
            row.notes[system] = said_by(problem)
            continue
        found[system] = run
    for system, pair in ((HAND, pairs.pair_by_hand), (MADE, pairs.pair_generated)):
        row.kept[system] = kept_bytes(pair(row.function)[0](*given)[-1], given)
    return found


def said_by(problem: Exception) -> str:
    """Why a system has no time, in a line."""
    if isinstance(problem, AssertionError):
        return "its gradient is another one."
    words = str(problem).replace("=", " ").encode("ascii", "ignore").decode().split()
    text = " ".join(words)
    return f"{type(problem).__name__}: {text[:117]}{'...' if text[117:] else ''}"


def measure(row: Row, found: Mapping[str, Run], seconds: float) -> None:
    """Times all systems by turns, each of them for half of so many seconds."""
    calls = {}
    for system, run in found.items():
        start = time.perf_counter()
        run()
        calls[system] = max(1, math.ceil(LEAST_TURN / (time.perf_counter() - start)))
    row.times = {system: [] for system in found}
    order = list(found)
    gc.collect()
    gc.freeze()
    for number in range(ROUNDS[1]):
        if number >= ROUNDS[0] and calls[MADE] * sum(row.times[MADE]) > seconds / 2:
            break
        order = order[1:] + order[:1] if number % 2 else order[::-1]
        for system in order:
            run, count, taken = found[system], calls[system], row.times[system]
            if len(taken) >= FEW and count * sum(taken) > seconds / 2:
                continue
            start = time.process_time()
            for _ in range(count):
                run()
            taken.append((time.process_time() - start) / count)
    gc.unfreeze()


def mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def shown(seconds: float) -> str:
    """Seconds in a unit that suits them."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size or unit == "µs":
            return f"{seconds / size:.3g} {unit}"
    raise AssertionError


def table(rows: list[Row], systems: list[str]) -> str:
    """The table of the page, with what it was measured on."""
    others = [s for s in systems if s not in (HAND, MADE)]
    heads = ["function", HAND, MADE, f"{MADE} / {HAND} (of least times)", f"kept {HAND}, {MADE}"]
    heads += [f"{s} / {MADE}" for s in others]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows:
        medians = {s: statistics.median(t) for s, t in row.times.items()}
        cells = [row.function.what, shown(medians[HAND]), shown(medians[MADE])]
        cells.append(f"**{row.ratio(MADE, HAND):.2f}** ({row.ratio(MADE, HAND, least=True):.2f})")
        cells.append(f"{row.kept[HAND]:,}, {row.kept[MADE]:,}")
        cells += [f"{row.ratio(s, MADE):.2f}" if s in row.times else "" for s in others]
        lines.append(f"| {' | '.join(cells)} |")
    cells = ["geometric mean", "", "", f"**{mean([r.ratio(MADE, HAND) for r in rows]):.2f}**"]
    cells[-1] += f" ({mean([r.ratio(MADE, HAND, least=True) for r in rows]):.2f})"
    cells.append("")
    for system in others:
        ratios = [row.ratio(system, MADE) for row in rows if system in row.times]
        cells.append(f"{mean(ratios):.2f} of {len(ratios)}" if ratios else "")
    lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def described(systems: list[str]) -> str:
    """Machine and versions."""
    versions = {d: importlib.metadata.version(d) for s, d in SYSTEMS.items() if s in systems}
    processor = next(
        (line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")),
        platform.machine(),
    )
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"{processor}, {os.cpu_count()} processors, Python {platform.python_version()}, {said}."


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def remarks(rows: list[Row], systems: list[str]) -> str:
    """Compiling, and why a system has no time."""
    lines = []
    for system in ("JAX jit", "numba"):
        took = [f"{row.function.name} {row.compiling[system]:.2g} s" for row in rows if system in row.times]
        if took:
            lines.append(f"- {system}, compiling, not in the times above: {', '.join(took)}.")
    for row in rows:
        lines += [f"- {system}, `{row.function.name}`: {note}" for system, note in row.notes.items()]
    missing = [s for s in SYSTEMS if s not in systems]
    if missing:
        lines.append(f"- Not installed, and left out: {', '.join(missing)}.")
    return "\n".join(lines) + "\n"


def installed(system: str) -> bool:
    """Whether there is a distribution of that name."""
    try:
        importlib.metadata.version(SYSTEMS[system])
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def main() -> None:
    """Measures, prints, and writes the page if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("functions", nargs="*", metavar="FUNCTION")
    parser.add_argument("--systems", help="names between commas; all that are installed, without")
    parser.add_argument("--seconds", type=float, default=4.0, help="for two systems of a function")
    parser.add_argument("--page", action="store_true", help="write the table into docs/performance.md")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    wanted = asked.systems.split(",") if asked.systems else list(SYSTEMS)
    systems = [s for s in SYSTEMS if s in wanted and installed(s)]
    rows = []
    for function in FUNCTIONS:
        if asked.functions and function.name not in asked.functions:
            continue
        row = Row(function)
        measure(row, runners(row, systems), asked.seconds)
        rows.append(row)
        said = ", ".join(f"{s} {shown(statistics.median(t))}" for s, t in row.times.items())
        print(f"{function.name}: {row.ratio(MADE, HAND):.2f} ({said})", file=sys.stderr, flush=True)
    text = f"{described(systems)}\n\n{table(rows, systems)}\n{remarks(rows, systems)}"
    print(text)
    if asked.page:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
