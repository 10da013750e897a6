"""Programs on several cores: each process judges its share of the numbers, and tells what it found."""

from __future__ import annotations

import itertools
import multiprocessing
from collections.abc import Callable, Iterator
from typing import TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")


def each(judge: Callable[[Asked], Told], asked: Iterator[Asked], jobs: int) -> Iterator[Told]:
    """What is found of each that is asked, in their order; with one job in this process.

    No more is begun than a few for each job, so that what is asked may have no end.
    """
    if jobs == 1:
        yield from map(judge, asked)
        return
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        waiting = [pool.apply_async(judge, (one,)) for one in itertools.islice(asked, 8 * jobs)]
        while waiting:
            told = waiting.pop(0).get()
            waiting += [pool.apply_async(judge, (one,)) for one in itertools.islice(asked, 1)]
            yield told
