"""What is said of a graded pass on a terminal: all of it, or one hint after the other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from codegen.files import read_source
from codegen.grading import ABSENT, BETWEEN, FOLLOWS, RIGHT, WRONG, Asked, Graded, Verdict, grade
from codegen.handwritten import read_file
from codegen.judged import Fault
from codegen.kept import read_inputs
from codegen.points import described

WIDTH = 100
HINTS = 3


def marked(
    source: str, against: str | None, at: Sequence[str], wrt: tuple[str, ...], hint: int, seconds: float
) -> tuple[str, bool]:
    """The report on a file, or on a function in it (`mine.py:f`), and whether all is right.

    This runs the file. Raises `NotGraded`, `WrongInput` and `FileRefused`.
    """
    path, _, function = source.rpartition(":")
    if not path or not function.isidentifier():
        path, function = source, ""
    mine = read_file(read_source(path), path)
    other = read_file(read_source(against), against) if against else None
    example = described([one for text in at for one in read_inputs(text)])
    graded = grade(mine, other, function, Asked(example, wrt, seconds))
    return "\n\n".join(told(one, hint) for one in graded) + "\n", all(one.ok for one in graded)


def told(graded: Graded, hint: int = 0) -> str:
    """The report on a pass; `hint` says how much of it, 0 is all."""
    if graded.ok or not hint:
        return "\n".join(_report(graded))
    return "\n".join(_hint(graded, graded.faults[0], hint))


def _report(graded: Graded) -> Iterator[str]:
    yield _head(graded)
    yield ""
    rows = [(one.gradient, *_said(one, graded)) for one in graded.verdicts if one.state != ABSENT]
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(2)]
    for name, word, more in rows:
        yield f"  {name:<{widths[0]}}  {word:<{widths[1]}}  {more}".rstrip()
    absent = [one.variable for one in graded.verdicts if one.state == ABSENT]
    if absent:
        names, them = ", ".join(absent), "it" if len(absent) == 1 else "them"
        yield ""
        yield from _wrapped(f"no gradient on {names} (--wrt {absent[0]} asks for {them})", "")
    for fault in graded.faults:
        yield ""
        yield from _fault(graded, fault)
    if graded.idle:
        yield ""
        yield f"not run: {_lines(graded.idle)}; other examples (--at) may go there"


def _head(graded: Graded) -> str:
    where = f"{graded.written.file.path}: "
    where += f"{graded.written.name}: " if graded.written.name else ""
    there = [one for one in graded.verdicts if one.state != ABSENT]
    bad = [one for one in there if one.state in (WRONG, FOLLOWS)]
    count = "1 gradient" if len(there) == 1 else f"{len(there)} gradients"
    if not bad and not graded.faults:
        return f"{where}all right, {count}"
    errors = "1 error" if len(graded.faults) == 1 else f"{len(graded.faults)} errors"
    first = next((fault.line for fault in graded.faults if fault.line), 0)
    return f"{where}{len(bad)} of {count} wrong, by {errors}" + (
        f", the first on line {first}" if first else ""
    )


def _said(one: Verdict, graded: Graded) -> tuple[str, str]:
    """The word for a verdict, and what else there is to say."""
    if one.state == FOLLOWS:
        return FOLLOWS, f"from {_lines(one.follows)}" if one.follows else "from what is wrong"
    if one.state == WRONG:
        lines = sorted(
            {fault.line for fault in graded.faults if fault.gradient == one.gradient and fault.line}
        )
        return WRONG, _lines(lines)
    if one.state == BETWEEN:
        return "other", f"it is not the gradient on {one.variable}, but what is computed from it is right"
    return RIGHT, ""


def _lines(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}" if lines else ""


def _fault(graded: Graded, fault: Fault) -> Iterator[str]:
    yield from _place(graded, fault)
    yield from _wrapped(f"{fault.kind}: {fault.sentence}")
    if fault.contrast:
        space = "" if fault.contrast.startswith((" ", "[")) else " "
        yield from _wrapped(f"{fault.gradient}{space}{fault.contrast}")
    yield from _right(graded, fault)


def _place(graded: Graded, fault: Fault) -> Iterator[str]:
    if not fault.line:
        return
    for number in range(fault.line, fault.last + 1):
        text = graded.written.file.line(number)
        if number in (fault.line, fault.last) or text:
            yield f"line {number}: {text}"


def _right(graded: Graded, fault: Fault) -> Iterator[str]:
    """The line as it would be right, and what the generator writes."""
    if fault.right:
        yield from _wrapped(f"right: {fault.right}")
    variable = fault.variable.partition("[")[0]
    lines = [
        one
        for one in graded.suggestions()
        if one.variable == variable and (not fault.use or one.line == fault.use)
    ]
    if not lines:
        return
    use = fault.use or lines[-1].line
    source = graded.written.forward.file
    where = f"line {use}" if source is graded.written.file else f"line {use} of {source.path}"
    yield from _wrapped(f"generated for {where}, {source.line(use).split('  #')[0].rstrip()}:")
    for one in lines:
        yield from (f"      {text}" for text in one.text.split("\n"))


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    more = indent + "  "
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=more, break_long_words=False)


def _hint(graded: Graded, fault: Fault, hint: int) -> Iterator[str]:
    where = f"{graded.written.file.path}: " + (f"{graded.written.name}: " if graded.written.name else "")
    name = fault.gradient or "what a line gives"
    yield f"{where}look at {name} first"
    if hint > 1:
        yield from _place(graded, fault)
        yield from _wrapped(f"{fault.kind}: {fault.sentence}")
    if hint > 2:
        yield from _right(graded, fault)
    else:
        more = "which line is wrong, and by what" if hint == 1 else "what is right"
        yield f"  (--hint {hint + 1} says {more})"
