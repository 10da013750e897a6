"""Work shared out over processes: answers as they come, and a process that is killed is an answer, too."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

Task = TypeVar("Task")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Lost:
    """The answer of a process that ended before it gave one; `how` is what ended it."""

    how: str


def processors() -> int:
    """How many processes can run at once, as far as this one may use the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def shared_out(
    work: Callable[[Task], Answer], tasks: Sequence[Task], jobs: int
) -> Generator[tuple[int, Answer | Lost], None, None]:
    """What `work` makes of each task, with the number of the task; of one job, in this process.

    The processes end with the iterator: whoever leaves it early closes it (`contextlib.closing`).
    """
    if jobs <= 1 or len(tasks) <= 1:
        yield from ((at, work(task)) for at, task in enumerate(tasks))
        return
    pool = _Pool(work)
    try:
        yield from pool.answers(tasks, min(jobs, len(tasks)))
    finally:
        pool.end()


class _Pool(Generic[Task, Answer]):
    """Processes that each have a task, or nothing left to do."""

    def __init__(self, work: Callable[[Task], Answer]) -> None:
        self.work = work
        self.context = _context()
        self.workers: list[_Worker[Task, Answer]] = []

    def answers(self, tasks: Sequence[Task], processes: int) -> Iterator[tuple[int, Answer | Lost]]:
        """The answers as they come; the tasks are begun in their order."""
        from multiprocessing.connection import wait

        left = deque(range(len(tasks)))
        busy: dict[Connection, tuple[_Worker[Task, Answer], int]] = {}

        def begin(worker: _Worker[Task, Answer] | None) -> None:
            if left:
                with contextlib.suppress(OSError):  # no more processes can be had
                    worker = worker or self._started()
                    busy[worker.connection] = worker, left.popleft()
                    worker.give(tasks[busy[worker.connection][1]])

        for _ in range(processes):
            begin(None)
        while busy:
            ready = wait([*busy])
            for connection in [own for own in busy if own in ready]:
                worker, at = busy.pop(connection)
                answer = worker.answer()
                begin(None if isinstance(answer, Lost) else worker)
                yield at, answer
        yield from ((at, self.work(tasks[at])) for at in left)

    def end(self) -> None:
        """Ends all processes. They have nothing open that could be left half done."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()

    def _started(self) -> _Worker[Task, Answer]:
        others = [worker.connection for worker in self.workers]
        worker = _Worker(self.context, self.work, others)
        self.workers.append(worker)
        return worker


class _Worker(Generic[Task, Answer]):
    """A process that does one task after the other."""

    def __init__(
        self, context: BaseContext, work: Callable[[Task], Answer], others: list[Connection]
    ) -> None:
        self.connection, theirs = context.Pipe()
        copied = [self.connection, *others] if context.get_start_method() == "fork" else []
        given = (work, theirs, copied)
        self.process = context.Process(target=_serve, args=given, daemon=True)  # type: ignore[attr-defined]
        with _interruptions_held():
            self.process.start()
        theirs.close()  # so that its end is seen here when the process ends

    def give(self, task: Task) -> None:
        """Gives it a task. That it is gone is seen when the answer is asked for."""
        with contextlib.suppress(OSError):
            self.connection.send(task)

    def answer(self) -> Answer | Lost:
        """Its answer, which is there, or how it ended."""
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            return Lost(_end(self.process.exitcode))
        return answer


def _serve(work: Callable[[Task], Answer], connection: Connection, copied: list[Connection]) -> None:
    """Does tasks until whoever gives them is gone. What the terminal interrupts is the parent's business.

    `copied` are the parent's ends: as long as there is a copy of one, its end is not seen.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in copied:
        end.close()
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(work(connection.recv()))


def _context() -> BaseContext:
    """Copies of this process, which have what it has loaded; where that is not safe, new ones."""
    import multiprocessing

    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if sys.platform == "linux" and alone else "spawn")


@contextlib.contextmanager
def _interruptions_held() -> Iterator[None]:
    """Ctrl-C waits meanwhile, and for ever in a process that is begun here, which would show a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"
