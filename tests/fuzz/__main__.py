"""Draws programs with blocks, judges them, shrinks what is found and counts what is refused."""

from __future__ import annotations

import argparse
import contextlib
import itertools
import re
import signal
import sys
import time
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from fuzz.blocks import drawn
from fuzz.cores import each
from fuzz.expressions import WORDS, Program
from fuzz.judge import Verdict, examine, in_time
from fuzz.page import written_page
from fuzz.relations import RELATIONS
from fuzz.shrink import shrunk

WORDS_BUT_A = "|".join(word for word in WORDS if word != "a")  # which is an article in reasons
NAMES = rf"`.*?`|\b[a-z]\w*_\w+|\b(?!a\b)[a-z]\d?\b|\b({WORDS_BUT_A})\b"  # of programs, in reasons


def report(number: int, program: Program, verdict: Verdict) -> None:
    """Prints a finding."""
    print(f"==== program {number}: {verdict.mark}\n{program.source}\n{program.arguments}")
    print(f"{verdict.detail}\n---- generated\n{verdict.text}", flush=True)


def reasons(verdict: Verdict) -> set[str]:
    """Why a program is refused, without its names."""
    order = "second: " if verdict.at.startswith("second") else ""
    return {order + re.sub(NAMES, "_", reason)[:90] for reason in verdict.detail.split("; ")}


@dataclass(frozen=True)
class Asked:
    """A program by its seed and number, whether it is differentiated twice, and held to a relation."""

    seed: int
    number: int
    second: bool
    related: bool

    @property
    def relation(self) -> int | None:
        """The number of the relation that it is held to."""
        return (self.number + self.number // 10) % len(RELATIONS) if self.related else None


def judged(asked: Asked) -> Verdict | None:
    """What becomes of a program; None if it cannot be used."""
    warnings.simplefilter("ignore")
    program = drawn(asked.seed, asked.number)
    return examine(program, asked.second, asked.relation) if in_time(program) else None


def main() -> int:
    """Runs programs; 1 if there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=1000, help="how many are judged")
    parser.add_argument(
        "--start", type=int, default=0, help="the number of the first, to go on from the last"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=1e9, help="no program is begun after that time")
    parser.add_argument("--second", type=float, default=0.5, help="the share that is differentiated twice")
    parser.add_argument("--related", type=float, default=1, help="the share that is held to a relation, too")
    parser.add_argument("--most", type=int, default=10, help="findings that are printed, one of each sort")
    parser.add_argument("--reasons", type=int, default=25, help="reasons of refusal that are printed")
    parser.add_argument("--page", type=Path, help="where to write a page of what is refused")
    parser.add_argument("-j", "--jobs", type=int, default=1, help="processes that judge programs")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    begin, counts = time.time(), Counter[str]()
    found, refused = Counter[str](), Counter[str]()
    asked, behind = (
        (
            Asked(
                arguments.seed, number, *(number % 10 < 10 * x for x in (arguments.second, arguments.related))
            )
            for number in itertools.count(at)
        )
        for at in (arguments.start, arguments.start)
    )
    asked = itertools.takewhile(lambda _: time.time() - begin <= arguments.seconds, asked)
    number = arguments.start
    with contextlib.suppress(KeyboardInterrupt):  # what is known by then is told
        for one, verdict in zip(behind, each(judged, asked, arguments.jobs)):
            number = one.number + 1
            if verdict is None:
                counts["untame"] += 1
                continue
            program = drawn(one.seed, one.number)
            shares = "shares memory, " if program.shares else ""
            counts[f"{shares}{verdict.kind} {verdict.at}".strip()] += 1
            if verdict.kind == "refused":
                refused.update(shares + reason for reason in reasons(verdict))
            elif verdict.finding:
                found[verdict.mark] += 1
                if found[verdict.mark] > 1:
                    print(f"==== program {one.number}: {verdict.mark}, as before", flush=True)
                elif len(found) <= arguments.most:
                    report(one.number, *shrunk(program, verdict, one.second, one.relation))
                else:
                    print(f"==== program {one.number}: {verdict.mark}, which is not shown", flush=True)
            if counts.total() - counts["untame"] == arguments.programs:
                break
    print(f"{counts.total()} programs in {time.time() - begin:.0f} s; to go on: --start {number}")
    if arguments.page:
        options = f"--programs {arguments.programs} --seed {arguments.seed} --second {arguments.second:g}"
        arguments.page.write_text(written_page(counts, refused, options))
    for title, counter in (("", counts), ("found ", found), ("refused ", refused)):
        for text, count in counter.most_common(arguments.reasons):
            print(f"{count:7}  {title}{text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
