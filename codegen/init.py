"""`backprop init`: a configuration for a project, made of what can be seen in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from codegen.build import MARK
from codegen.candidates import Chosen, Found, chosen_from, files_of, shared_folder
from codegen.config import NAMES, find_in, read
from codegen.files import FileRefused, is_taken, write_atomically
from codegen.problems import Problem
from codegen.stored import Store

INI, TOML = NAMES
FOLDERS = ("generated", "passes", "generated_passes")
SHOWN = 20  # files of one kind that are listed


def initialised(folder: Path, *, dry_run: bool, jobs: int, store: Store | None, shown: bool) -> Iterator[str]:
    """Writes the configuration, unless it is only to be shown; gives what there is to say of it.

    Raises `FileRefused` where there is one already, where it cannot be written, or nothing is to be in it.
    """
    path, before = _home(folder)
    sources, passed = files_of(folder)

    def tried(sources: list[str], output: str) -> Found:
        return chosen_from(folder, sources, output, jobs=jobs, store=store, shown=shown)

    output = _output(folder, sources)
    found = tried(sources, output)
    better = _output(folder, [one.output.source for one in found.chosen])
    if better != output:  # which what is left out had no part in
        left, output = found.left, better
        found = tried([one.output.source for one in found.chosen], output)
        found.left |= left
    found.passed = passed
    if not found.chosen:
        yield from _listed("left out", found.left)
        yield from _listed("not looked at", passed)
        way = "backprop generate FILE.py says of a file why not"
        problem = Problem(0, 0, "E003", "no file here has a function that can be generated from", way)
        raise FileRefused(path.name, [problem])
    section = _toml(found.chosen, output) if path.suffix == ".toml" else _ini(found.chosen, output)
    text = _appended(before, section)
    _hold(path, text, found.chosen)
    if dry_run:
        yield f"{path.name} would have, at its end:\n\n{section}"
    else:
        write_atomically(path, text)
        yield f"wrote {path.name}"
    yield from _told(found)
    yield "next: backprop build" if not dry_run else "nothing was written"


def _home(folder: Path) -> tuple[Path, str]:
    """The file to write to, and what it holds."""
    for place in (folder, *folder.parents):
        if (there := find_in(place)) is not None:
            way = "name more sources there, or take its section away first"
            shown = there.name if place == folder else str(there)
            raise FileRefused(shown, [Problem(0, 0, "E009", "backprop is configured already", way)])
    path = next((folder / name for name in (TOML, INI) if (folder / name).exists()), folder / TOML)
    try:
        return path, path.read_bytes().decode() if path.exists() else ""
    except (OSError, ValueError) as error:
        raise FileRefused(path.name, [Problem(0, 0, "E009", f"it cannot be read: {error}")]) from None


def _output(folder: Path, sources: Iterable[str]) -> str:
    """A folder for the outputs: in the package that all sources are in, if there is one, or in the project.

    It has nothing in it that was not generated.
    """
    inside = shared_folder(sources)
    inside = inside if (folder / inside / "__init__.py").is_file() else PurePosixPath()
    for name in FOLDERS:
        there = folder / inside / name
        if not there.exists() or (there.is_dir() and not any(_foreign(there))):
            return (inside / name).as_posix()
    raise FileRefused(
        FOLDERS[0], [Problem(0, 0, "E008", "it is there, and was not generated", "give it another name")]
    )


def _foreign(folder: Path) -> Iterator[Path]:
    """What in a folder was not generated; a file that makes it a package may be there."""
    for path in folder.iterdir():
        if path.name not in ("__init__.py", "__pycache__") and (path.is_dir() or is_taken(path, MARK)):
            yield path


def _plain(chosen: Iterable[Chosen], output: str) -> list[str]:
    """The sources of which all is generated, into a file of their name in the folder."""
    alone = [one.output for one in chosen if not one.output.only]
    return [one.source for one in alone if one.output == f"{output}/{PurePosixPath(one.source).name}"]


def _toml(chosen: list[Chosen], output: str) -> str:
    plain = _plain(chosen, output)
    lines = ["[tool.backprop]"]
    if plain:
        lines += ["sources = [", *(f"    {json.dumps(name, ensure_ascii=False)}," for name in plain), "]"]
    lines += [f"output = {json.dumps(output, ensure_ascii=False)}"]
    for one in chosen:
        if one.output.source not in plain:
            lines += ["", f"[tool.backprop.outputs.{json.dumps(one.output.output, ensure_ascii=False)}]"]
            lines += [f"source = {json.dumps(one.output.source, ensure_ascii=False)}"]
            lines += [f"only = {json.dumps(list(one.output.only))}"] if one.output.only else []
    return "\n".join(lines) + "\n"


def _ini(chosen: list[Chosen], output: str) -> str:
    plain = _plain(chosen, output)
    lines = ["[backprop]"]
    lines += ["sources =", *(f"    {name}" for name in plain)] if plain else []
    lines += [f"output = {output}"]
    for one in chosen:
        if one.output.source not in plain:
            lines += ["", f"[backprop:{one.output.output}]", f"source = {one.output.source}"]
            lines += [f"only = {', '.join(one.output.only)}"] if one.output.only else []
    return "\n".join(lines) + "\n"


def _appended(before: str, section: str) -> str:
    """A section behind what is there, which stays as it is; lines end as they do there."""
    if "\r\n" in before:
        section = section.replace("\n", "\r\n")
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if not before.strip() else end if before.endswith("\n") else end * 2
    return f"{before}{gap}{section}"


def _hold(path: Path, text: str, chosen: Iterable[Chosen]) -> None:
    """Sees to it that the whole says what was meant, before it is written."""
    try:
        meant = {(one.output.source, one.output.output, one.output.only) for one in chosen}
        said = {(one.source, one.output, one.only) for one in read(path, text).outputs}
        if said == meant:
            return
        message = "a section at its end would not be read as it is written"
    except FileRefused as refused:
        message = f"a section cannot be put at its end: {refused.problems[0].message}"
    other = INI if path.suffix == ".toml" else TOML
    problem = Problem(0, 0, "E009", message, f"mend it, or write the section by hand, here or into {other}")
    raise FileRefused(path.name, [problem])


def _told(found: Found) -> Iterator[str]:
    yield "generated from:"
    for one in found.chosen:
        yield f"  {one.output.source} -> {one.output.output}: {', '.join(one.functions) or 'its classes'}"
        if one.others:
            yield f"    without {', '.join(one.others)}: {one.why}"
    yield from _listed("left out", found.left)
    yield from _listed("not looked at", found.passed)


def _listed(title: str, reasons: Mapping[str, str]) -> Iterator[str]:
    if reasons:
        yield f"{title}:"
    for name in sorted(reasons)[:SHOWN]:
        yield f"  {name}: {reasons[name]}"
    if len(reasons) > SHOWN:
        yield f"  and {len(reasons) - SHOWN} more"
