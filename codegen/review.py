"""A page of review made of a source file: what is asked for in, text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from codegen.build import generate_whole
from codegen.edits import Edited, edited, told
from codegen.example import example_arguments
from codegen.files import read_source
from codegen.generate import Generated
from codegen.kept import WrongInput
from codegen.options import Options
from codegen.page import Part, Texts, page
from codegen.reviewed import Reviewed, reviewed
from codegen.shown import Run, Shown

NEVER_RUN = "The source was read, not run: nothing on this page comes from running it."
WAS_RUN = (
    "The source was run for the examples: values, gradients, checks and the sizes of caches come from that."
)


@dataclass(frozen=True)
class _Version:
    """One version of a source: its text, what was generated of it, its functions by name."""

    text: str
    generated: Generated
    functions: dict[str, Reviewed]


@dataclass(frozen=True)
class Examples:
    """Which functions are run: all that a comment has an example for, or those that one is given for."""

    commented: bool = False
    given: tuple[tuple[str, str], ...] = ()

    @property
    def asked(self) -> bool:
        """Whether anything is run."""
        return self.commented or bool(self.given)


def review_page(path: str, options: Options, old: str | None = None, examples: Examples | None = None) -> str:
    """The page of a source file; with `old`, what changed since that version of it.

    With `examples` the user's code is run. Raises `FileRefused` where a file cannot be read or differentiated
    or fails on an example, `WrongInput` where an example is not understood, ImportError without pygments.
    """
    after = _version(path, options)
    before = _version(old, options) if old is not None else None
    parts = [part for one in after.functions.values() for part in _parts(one, before)]
    examples = examples or Examples()
    shown = dict(_shown(after, path, options, examples))
    if strangers := [name for name, _ in examples.given if name not in shown]:
        raise WrongInput(f"there is no pair of a function {strangers[0]}")
    parts = [_with_example(part, shown.get(part.name)) for part in parts]
    texts = Texts(
        after.text,
        after.generated.emitted.text,
        before.text if before else "",
        before.generated.emitted.text if before else "",
    )
    name = Path(path).name
    said = [f"What changed since {Path(old).name} is marked." if old is not None else ""]
    said.append(WAS_RUN if shown else NEVER_RUN)
    return page(f"Backward passes of {name}", [one for one in said if one], parts, texts)


def _shown(version: _Version, path: str, options: Options, examples: Examples) -> Iterator[tuple[str, Shown]]:
    """What the examples of a file show, by function."""
    given: dict[str, list[str]] = {}
    for name, text in examples.given:
        given.setdefault(name, []).append(text)
    spelled = {name: method for method, name in version.generated.module.methods.items()}
    for name in version.functions:
        function = spelled.get(name, name)
        described = given.get(function, [])
        one = version.generated.module.functions.get(name)
        commented = examples.commented and one is not None and one.pragmas.examples
        if described or commented:
            arguments = example_arguments(version.text, path, function, described)
            run = Run(version.text, path, function, options, version.generated.emitted.text)
            yield name, run.shown(arguments)


def _with_example(part: Part, shown: Shown | None) -> Part:
    if shown is None:
        return part
    return replace(part, tables=shown.tables, beside=shown.beside, drawing=shown.drawing)


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
