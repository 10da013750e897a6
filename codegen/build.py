"""Generation of files: one with its problems told apart from the program's, or all that are configured."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from codegen.files import FileRefused, Located, decode, holds, is_taken, read_source, write_atomically
from codegen.inputs import Inputs
from codegen.problems import Problem, Refused, ended_lines, lines_of
from codegen.progress import Progress
from codegen.workers import Lost, shared_out

if TYPE_CHECKING:
    from codegen.config import Configuration, Output
    from codegen.generate import Generated
    from codegen.modules import Build
    from codegen.options import Options
    from codegen.stored import Store

T = TypeVar("T")
MARK = b"Forward and backward passes of "  # in the first lines of what is generated


class Defect(Exception):
    """The program failed on an input: which, how, and where in the program."""

    def __init__(self, path: str, what: str, trace: str) -> None:
        super().__init__(path, what, trace)
        self.path, self.what, self.trace = path, what, trace


@dataclass(frozen=True)
class Made:
    """What the files of a configuration should hold, and what stands against it.

    `lost` are the sources of which nothing is known, with what ended the process that read them.
    """

    texts: tuple[tuple[Output, str], ...]
    failures: tuple[Located, ...]
    lost: Mapping[str, str]


@dataclass(frozen=True)
class _Task:
    """An output to make of a source; `path` goes into the module's header, `shown` into problems."""

    at: int
    key: str
    data: bytes
    file: str
    path: str
    shown: str
    options: Options
    build: Build


def generate_text(
    text: str, path: str, options: Options, *, shown: str | None = None, build: Build | None = None
) -> str:
    """The generator on one text. Raises `FileRefused`, or `Defect`; nothing else.

    `path` goes into the module's header, `shown` (the same, unless given) into problems; `build` has what
    the text may import.
    """
    from codegen.generate import generate_module

    return _located(lambda: generate_module(text, path, options, build), text, path, shown or path)


def generate_whole(
    text: str, path: str, options: Options, *, shown: str | None = None, build: Build | None = None
) -> Generated:
    """The same, with what is known of the module that is generated."""
    from codegen.generate import generated

    return _located(lambda: generated(text, path, options, build), text, path, shown or path)


def output_whole(configuration: Configuration, output: Output) -> Generated:
    """What an output is made as now, with what is known of it. Raises as `generate_text` does."""
    inputs = Inputs(configuration, None)
    shown = _shown(configuration.folder / output.source)
    text, options = decode(inputs.data(output.source), shown), output.options(configuration.folder)
    return generate_whole(text, output.source, options, shown=shown, build=inputs.around(output))


def _located(work: Callable[[], T], text: str, path: str, shown: str) -> T:
    """What work on a text gives, or how it is told that it does not."""
    try:
        path.encode()
    except UnicodeEncodeError:  # it stands in what is generated
        problem = Problem(0, 0, "E002", "the name of this file is not text in UTF-8", "give it another name")
        raise FileRefused(shown, [problem]) from None
    try:
        return work()
    except Refused as refused:
        raise FileRefused(shown, refused.problems, lines_of(text)) from None
    except RecursionError:
        help_text = "give parts of it names of their own, in statements of their own"
        problem = Problem(0, 0, "E010", "something in this file is nested too deeply to be read", help_text)
        raise FileRefused(shown, [problem]) from None
    except Exception as error:
        import traceback

        trace = "".join(traceback.format_exception(error))
        raise Defect(shown, f"{type(error).__name__}: {error}", trace) from error


def _carried_out(task: _Task) -> str | Located | Defect:
    """What a task gives; in a process of its own it cannot raise."""
    try:
        text = decode(task.data, task.file)
        return generate_text(text, task.path, task.options, shown=task.shown, build=task.build)
    except FileRefused as refused:
        return refused.located
    except Defect as defect:
        return defect


def make(
    configuration: Configuration,
    outputs: Sequence[Output],
    *,
    jobs: int = 1,
    store: Store | None = None,
    shown: bool = False,
) -> Made:
    """Generates in memory, over so many processes, what the store does not have; `shown` draws a bar.

    A source with problems gives no text at all, not even for its other outputs. Problems are in the order
    of the outputs, whatever comes first.
    """
    inputs = Inputs(configuration, store)
    outcomes, tasks = _known(configuration, outputs, inputs)
    if len(tasks) > 1 and jobs > 1:
        import codegen.generate  # noqa: F401 - once, before there are several processes
    answers = shared_out(_carried_out, tasks, jobs)
    with contextlib.closing(answers), Progress(len(tasks), shown=shown) as progress:
        for number, answer in answers:
            task = tasks[number]
            outcomes[task.at] = answer
            if isinstance(answer, str):
                inputs.keep(outputs[task.at], task.key, answer)
            progress.step()
    if tasks and store is not None:
        store.prune()
    return _in_order(outputs, [outcomes[at] for at in range(len(outputs))])


def _known(
    configuration: Configuration, outputs: Sequence[Output], inputs: Inputs
) -> tuple[dict[int, str | Located | Defect | Lost], list[_Task]]:
    """What is known of outputs by their places, and what is left to do."""
    outcomes: dict[int, str | Located | Defect | Lost] = {}
    tasks: list[_Task] = []
    for at, output in enumerate(outputs):
        try:
            key = inputs.key(output)
            kept = inputs.kept(key)
            if kept is not None:
                outcomes[at] = kept
                continue
            source = configuration.folder / output.source
            options = output.options(configuration.folder)
            data = inputs.data(output.source)
            build = inputs.around(output)
            tasks.append(_Task(at, key, data, str(source), output.source, _shown(source), options, build))
        except FileRefused as refused:
            outcomes[at] = refused.located
    # What others may import comes before them, and the longest first: what is begun last decides when all
    # is done.
    return outcomes, sorted(tasks, key=lambda task: (len(task.build.sources), -len(task.data)))


def _in_order(outputs: Sequence[Output], outcomes: Sequence[str | Located | Defect | Lost]) -> Made:
    """What was made of outputs, with the problems of all; raises the first defect."""
    failures: dict[tuple[str, Problem], Located] = {}
    failed: set[str] = set()
    lost: dict[str, str] = {}
    for output, outcome in zip(outputs, outcomes):
        if isinstance(outcome, Defect):
            raise outcome
        if not isinstance(outcome, str):
            failed.add(output.source)
        if isinstance(outcome, Lost):
            lost[output.source] = outcome.how
        if isinstance(outcome, Located):
            for problem in outcome.problems:
                # Two styles of one source meet the same problems: they are told once.
                located = Located(outcome.path, (problem,), outcome.lines)
                failures.setdefault((outcome.path, problem), located)
    texts = ((output, text) for output, text in zip(outputs, outcomes) if output.source not in failed)
    good = tuple((output, text) for output, text in texts if isinstance(text, str))
    return Made(good, tuple(failures.values()), lost)


def select(configuration: Configuration, sources: Sequence[str]) -> tuple[tuple[Output, ...], list[str]]:
    """The outputs of the sources that are named (all, if none is), and the names that are not configured."""
    if not sources:
        return configuration.outputs, []
    wanted = {Path(source).resolve(): source for source in sources}
    there = {(configuration.folder / output.source).resolve() for output in configuration.outputs}
    chosen = [o for o in configuration.outputs if (configuration.folder / o.source).resolve() in wanted]
    return tuple(chosen), [name for path, name in wanted.items() if path not in there]


def write(configuration: Configuration, made: Made) -> tuple[list[str], list[Located]]:
    """Writes what has changed, making folders; gives the paths written, and what could not be."""
    written: list[str] = []
    failures: list[Located] = []
    for output, text in made.texts:
        if holds(os.path.join(configuration.folder, output.output), text):
            continue
        target = configuration.folder / output.output
        if message := _in_the_way(target):
            problem = Problem(0, 0, "E008", message, "take it away, or name another output")
            failures.append(FileRefused(_shown(target), [problem]).located)
            continue
        with contextlib.suppress(OSError):  # which is told where the file is written
            target.parent.mkdir(parents=True, exist_ok=True)
        try:
            if write_atomically(_shown(target), text):
                written.append(_shown(target))
        except FileRefused as refused:
            failures.append(refused.located)
    return written, failures


def _in_the_way(target: Path) -> str:
    """Why an output may not be written where something is: nothing is lost that was not generated."""
    if target.exists() and not target.is_file():
        return "this is a folder" if target.is_dir() else "this is no file"
    return "it is there, and was not generated" if is_taken(target, MARK) else ""


def stale(configuration: Configuration, made: Made) -> Iterator[tuple[str, str]]:
    """The files that are not what their sources give now, each with a diff that would mend it."""
    for output, text in made.texts:
        if holds(os.path.join(configuration.folder, output.output), text):
            continue
        path = configuration.folder / output.output
        try:
            held = read_source(path) if path.is_file() else ""
        except FileRefused:
            held = ""
        if held != text:
            name = _shown(path)
            before = name if path.exists() else "/dev/null"
            yield name, _diff(held, text, before, name)


def _diff(before: str, after: str, before_name: str, after_name: str) -> str:
    import difflib  # which takes longer to import than most commands need

    lines = difflib.unified_diff(ended_lines(before), ended_lines(after), before_name, after_name)
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended)


def _shown(path: Path) -> str:
    """The path as a person in the current folder would write it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
