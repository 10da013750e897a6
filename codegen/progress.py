"""How far a build is, in one line of a terminal that is gone when the build is done."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType

WIDTH = 30
PAUSE = 0.1  # seconds between two lines


class Progress:
    """A bar for so many steps, drawn without colours; nothing at all where `shown` is false."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self.total, self.shown = total, shown
        self.done, self.drawn, self.next = 0, 0, time.monotonic() + PAUSE

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self.shown and time.monotonic() >= self.next:
            self.next = time.monotonic() + PAUSE
            self._draw(bar(self.done, self.total, _columns()))

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.drawn:
            self._draw("")
            print("\r", end="", file=sys.stderr, flush=True)

    def _draw(self, line: str) -> None:
        print(f"\r{line:{self.drawn}}", end="", file=sys.stderr, flush=True)
        self.drawn = len(line)


def bar(done: int, total: int, columns: int) -> str:
    """The bar with its numbers, or these alone where a line of the terminal is short."""
    numbers = f"{done}/{total}"
    width = min(WIDTH, columns - len(numbers) - 4)
    filled = width * done // total
    return f"[{'#' * filled}{'.' * (width - filled)}] {numbers}" if width > 0 else numbers[: columns - 1]


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def on_terminal() -> bool:
    """Whether errors go to a terminal on which a line can be drawn again."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
