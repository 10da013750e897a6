"""The imports above the passes: in the groups and the order of the source, others where they belong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FUTURE, STANDARD, INSTALLED, OWN, NEAR = range(5)


@dataclass(frozen=True)
class ImportLine:
    """An import: its text, its first and last line in the source, and whether it is of a module of the build.

    Without a `place` the source has no such line.
    """

    text: str
    place: tuple[int, int] | None = None
    own: bool = False

    @property
    def sort(self) -> int:
        """The group that it belongs to, in the order of these."""
        module = self.text.split()[1]
        if module.startswith("."):
            return NEAR
        if module == "__future__":
            return FUTURE
        if self.own:
            return OWN
        return STANDARD if module.partition(".")[0] in sys.stdlib_module_names else INSTALLED

    @property
    def order(self) -> tuple[int, bool, str, str]:
        """Where it stands among others, as isort has it."""
        word, module = self.text.split()[:2]
        return self.sort, word == "from", module.lower(), self.text


def in_groups(lines: Iterable[ImportLine], source: Sequence[str]) -> list[str]:
    """The lines of imports, with an empty one between two groups; those of the source stay in their order."""
    lines = list(lines)
    found: list[ImportLine] = []
    apart: set[ImportLine] = set()  # the lines that begin a group
    for line in lines:
        if line.place is not None:
            before = found[-1].place if found else None
            if before is not None and any(not text.strip() for text in source[before[1] : line.place[0] - 1]):
                apart.add(line)
            found.append(line)
    for line in (line for line in lines if line.place is None):
        _put(line, found, apart)
    return [text for line in found for text in (*([""] if line in apart else []), line.text)]


def _put(line: ImportLine, found: list[ImportLine], apart: set[ImportLine]) -> None:
    """Puts a line where it belongs, into a group of its own where none is there for it."""
    for number, other in enumerate(found):
        if (together := _together(other, line)) is not None:
            found[number] = together
            apart |= {together} if other in apart else set()
            return
    at = next((number for number, other in enumerate(found) if other.order > line.order), len(found))
    above = found[at - 1] if at else None
    below = found[at] if at < len(found) else None
    found.insert(at, line)
    if above is not None and above.sort == line.sort:
        return
    if above is not None:
        apart.add(line)
    if below is not None and below.sort == line.sort:
        apart.discard(below)
    elif below is not None:
        apart.add(below)


def _together(one: ImportLine, other: ImportLine) -> ImportLine | None:
    """Two lines that import names of one module in one line; None where they do not."""
    head, sign, names = one.text.partition(" import ")
    same, _, name = other.text.partition(" import ")
    words = f"{names} {name}".split()
    if head != same or not sign or not head.startswith("from ") or "as" in words or "#" in words:
        return None
    listed = names.split(", ")
    own_order = sorted(listed, key=_order_of_name) == listed
    listed = sorted({*listed, name}, key=_order_of_name) if own_order else [*dict.fromkeys([*listed, name])]
    return ImportLine(f"{head} import {', '.join(listed)}", one.place, one.own)


def _order_of_name(name: str) -> tuple[int, str]:
    """Constants, then classes, then the others, as isort has them."""
    constant = name.isupper() and len(name) > 1
    return 0 if constant else 1 if name[:1].isupper() else 2, name.lower()
