"""Two versions of a function and its passes: which lines an edit changed, and whose mirror they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from codegen.reviewed import CACHE, Line, Reviewed
from codegen.wording import listed

SAME, NEW, OLD = "", "new", "old"


@dataclass(frozen=True)
class Edited:
    """A line of the new version, the same or new, or one that only the old version has."""

    mark: str
    line: Line


def edited(before: tuple[Line, ...], after: tuple[Line, ...]) -> tuple[Edited, ...]:
    """The lines of both versions in one row; what was replaced stands above what it was replaced by."""
    return tuple(_edited(before, after))


def _edited(before: tuple[Line, ...], after: tuple[Line, ...]) -> Iterator[Edited]:
    old, new = ([line.text for line in lines] for lines in (before, after))
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Edited(SAME, line) for line in after[k:m])
        else:
            yield from (Edited(OLD, line) for line in before[i:j])
            yield from (Edited(NEW, line) for line in after[k:m])


def told(before: Reviewed, after: Reviewed) -> str:
    """What an edit changed, in a sentence or two."""
    rows = [edited(old, new) for (_, old), (_, new) in zip(before.panels, after.panels)]
    source, *passes = [[one for one in panel if one.mark] for panel in rows]
    if not source:
        changed = any(passes)
        return "Its passes changed, though its lines did not." if changed else "Nothing changed."
    edits = {mark: {str(one.line.number) for one in source if one.mark == mark} for mark in (NEW, OLD)}
    where = _lines(edits[NEW]) or f"what was {_lines(edits[OLD])}"
    mirrored = [one for one in passes[1] if one.line.keys != (CACHE,)]
    if not mirrored:
        return f"The edit of {where} left the backward pass as it was."
    others = [one for one in mirrored if one.line.keys and not edits[one.mark] & set(one.line.keys)]
    if not others:
        return f"The edit of {where} changed its own mirror in the backward pass, and nothing else there."
    lines = _lines({str(one.line.number) for one in others if one.mark == NEW})
    what = f"{lines} of the backward pass changed" if lines else "lines of the backward pass are gone"
    keys = {key for one in others for key in one.line.keys if key != CACHE}
    return f"Beside the mirror of {where}, {what}, which mirrors {_lines(keys)}."


def _lines(numbers: set[str]) -> str:
    """`line 5`, `lines 5 and 7`; nothing for none."""
    found = [str(number) for number in sorted(map(int, numbers))]
    return f"line{'s' if len(found) > 1 else ''} {listed(found)}" if found else ""
