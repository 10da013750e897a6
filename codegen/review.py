"""A page of review made of a source file: what is asked for in, text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.build import generate_whole
from codegen.edits import Edited, edited, told
from codegen.files import read_source
from codegen.generate import Generated
from codegen.options import Options
from codegen.page import Part, Texts, page
from codegen.reviewed import Reviewed, reviewed

NEVER_RUN = "The source was read, not run: nothing on this page comes from running it."


@dataclass(frozen=True)
class _Version:
    """One version of a source: its text, what was generated of it, its functions by name."""

    text: str
    generated: Generated
    functions: dict[str, Reviewed]


def review_page(path: str, options: Options, old: str | None = None) -> str:
    """The page of a source file; with `old`, what changed since that version of it.

    Raises `FileRefused` where a file cannot be read or differentiated, ImportError without pygments.
    """
    after = _version(path, options)
    before = _version(old, options) if old is not None else None
    parts = [part for one in after.functions.values() for part in _parts(one, before)]
    texts = Texts(
        after.text,
        after.generated.emitted.text,
        before.text if before else "",
        before.generated.emitted.text if before else "",
    )
    name = Path(path).name
    said = [f"What changed since {Path(old).name} is marked." if old is not None else "", NEVER_RUN]
    return page(f"Backward passes of {name}", [one for one in said if one], parts, texts)


def _version(path: str, options: Options) -> _Version:
    text = read_source(path)
    whole = generate_whole(text, Path(path).name, options, shown=path)
    return _Version(text, whole, {one.name: one for one in reviewed(whole)})


def _parts(function: Reviewed, before: _Version | None) -> Iterator[Part]:
    """The part of a function; none if nothing of it changed, where changes are asked for."""
    if before is None:
        panels = tuple((what, tuple(Edited("", line) for line in lines)) for what, lines in function.panels)
        yield Part(function.name, "", panels)
        return
    old = before.functions.get(function.name, Reviewed(function.name, (), (), ()))
    pairs = zip(old.panels, function.panels)
    panels = tuple((what, edited(was, lines)) for (_, was), (what, lines) in pairs)
    if not old.source:
        yield Part(function.name, "It is new.", panels)
    elif any(one.mark for _, rows in panels for one in rows):
        yield Part(function.name, told(old, function), panels)
