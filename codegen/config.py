"""The configuration: which sources are generated from, with which options, into which files.

In `setup.cfg`:

    [backprop]
    sources = examples/*.py
    output = generated
    style = clean

    [backprop:generated/staged.py]
    source = examples/notes.py
    only = staged
    final = staged

Each source gives `<output>/<its name>`. A section named for an output file changes the options
of that output, or adds one more output of a source. In `pyproject.toml` the same keys stand in
`[tool.backprop]` and `[tool.backprop.outputs."generated/staged.py"]`, lists as lists.

Paths are relative to the file's folder. Everything that is wrong is found in one go.
"""

from __future__ import annotations

import configparser
import fnmatch
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from codegen.files import FileRefused, read_toml
from codegen.options import LINE_LENGTH
from codegen.problems import Problem, Refused, lines_of
from codegen.widths import line_length, settings

if TYPE_CHECKING:
    from codegen.options import Options

NAMES = ("setup.cfg", "pyproject.toml")
STYLES = ("clean", "notes")
_SHARED = ("style", "templates", "check_shapes", "line_length")
GLOBAL_KEYS = (*_SHARED, "sources", "output")
OUTPUT_KEYS = (*_SHARED, "source", "only", "final", "wrt")
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")

Wrt = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Output:
    """One file to generate. Paths are relative to the configuration's folder, with `/` between parts."""

    source: str
    output: str
    only: tuple[str, ...] = ()
    wrt: Wrt = field(default_factory=lambda: MappingProxyType({}))
    final: tuple[str, ...] = ()
    style: str = "clean"
    templates: tuple[str, ...] = ()
    check_shapes: bool = False
    line_length: int = LINE_LENGTH

    def options(self, folder: Path) -> Options:
        """What the generator is told. The command in the header is the same wherever it is run from."""
        from codegen.options import Options

        return Options(
            only=self.only,
            wrt=dict(self.wrt),
            final=self.final,
            style=self.style,
            templates=tuple(str(folder / template) for template in self.templates),
            check_shapes=self.check_shapes,
            line_length=self.line_length,
            command=f"backprop build {self.source}",
        )


@dataclass(frozen=True)
class Configuration:
    """What a configuration file says, checked."""

    path: Path
    outputs: tuple[Output, ...]

    @property
    def folder(self) -> Path:
        """What the paths are relative to."""
        return self.path.parent


def find(start: Path) -> Path:
    """The nearest file, from `start` upwards, that configures the program; E009 without one."""
    for folder in (start, *start.parents):
        found = find_in(folder)
        if found is not None:
            return found
    help_text = "write a section [backprop] with a line `sources = *.py` and a line `output = generated`"
    problem = Problem(0, 0, "E009", "nothing configures backprop, here or above", help_text)
    raise FileRefused(NAMES[0], [problem])


def find_in(folder: Path) -> Path | None:
    """The file of a folder that configures the program, if one does; E009 where two do."""
    found = [folder / name for name in NAMES if _configures(folder / name)]
    if len(found) > 1:
        problem = Problem(0, 0, "E009", f"{NAMES[0]} and {NAMES[1]} both configure backprop", "keep one")
        raise FileRefused(found[1], [problem])
    return found[0] if found else None


def load(path: Path) -> Configuration:
    """Reads and checks a configuration file; raises `FileRefused` with all its problems."""
    try:
        if path.exists() and not path.is_file():  # which may have no end
            raise OSError("it is no file")
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise FileRefused(path, [Problem(0, 0, "E009", f"it cannot be read: {error}")]) from None
    return read(path, text)


def read(path: Path, text: str) -> Configuration:
    """A configuration file that holds this text; raises as `load` does."""
    try:
        sections = _toml_sections(text) if path.suffix == ".toml" else _ini_sections(text)
        outputs = _Reader(path.parent, sections, _Places(text, path.suffix == ".toml")).outputs()
    except FileRefused:
        raise  # of another file, which is read on the way
    except Refused as refused:
        raise FileRefused(path, refused.problems, lines_of(text)) from None
    return Configuration(path, outputs)


@dataclass(frozen=True)
class _Section:
    """A section as it stands: `output` is None for the one that holds for all."""

    output: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True)
class _Places:
    """Finds the line of a key again: neither reader of the formats keeps it."""

    text: str
    toml: bool

    def problem(self, section: _Section, key: str | None, message: str, help_text: str = "") -> Problem:
        """A problem at `key` in `section`, or at the section's head."""
        line, column, end = self._find(section.output, key)
        return Problem(line, column, "E009", message, help_text, end)

    def _find(self, output: str | None, key: str | None) -> tuple[int, int, int]:
        head, inside = 0, False
        for number, line in enumerate(lines_of(self.text), 1):
            if line.startswith("["):
                inside = self._opens(line, output)
                if inside:
                    head = number
                    if key is None:
                        return number, 1, len(line) + 1
            elif inside and key is not None:
                match = re.match(rf"\s*([\"']?){re.escape(key)}\1\s*[=:.]", line, re.IGNORECASE)
                if match:
                    start = len(line) - len(line.lstrip())
                    return number, start + 1, start + 1 + len(key)
        return head, 1, 0

    def _opens(self, line: str, output: str | None) -> bool:
        name = line.split("#")[0].strip().strip("[]").strip()
        if not self.toml:
            return name == ("backprop" if output is None else f"backprop:{output}")
        if output is None:
            return name == "tool.backprop"
        return name.startswith("tool.backprop.outputs") and output in name


class _Reader:
    """Turns sections into outputs, keeping every problem that it meets."""

    def __init__(self, folder: Path, sections: list[_Section], places: _Places) -> None:
        self.folder = folder
        self.places = places
        self.problems: list[Problem] = []
        self.common = next((s for s in sections if s.output is None), _Section(None, {}))
        self.folds = _folds_case(folder)
        self.lengths: dict[Path, int] = {}
        self.own = {s.output: s for s in sections if s.output is not None}

    def outputs(self) -> tuple[Output, ...]:
        self._check_keys()
        self._output("", "", self.common)  # its values are checked though every output may have its own
        outputs = [self._output(source, output, section) for source, output, section in self._pairs()]
        self._check_paths(outputs)
        if not outputs and not self.problems:
            self._say(self.common, None, "no source is named", "add a line `sources = *.py`")
        if self.problems:
            raise Refused(self.problems)
        return tuple(sorted(outputs, key=lambda o: (o.source, o.output)))

    def _say(self, section: _Section, key: str | None, message: str, help_text: str = "") -> None:
        self.problems.append(self.places.problem(section, key, message, help_text))

    def _check_keys(self) -> None:
        for section in (self.common, *self.own.values()):
            known = GLOBAL_KEYS if section.output is None else OUTPUT_KEYS
            for key in section.values:
                if key not in known:
                    self._say(section, key, f"{key} is not a key here", f"the keys are {', '.join(known)}")

    def _pairs(self) -> Iterator[tuple[str, str, _Section]]:
        """Each output with its source and the section that says more about it, which may be empty."""
        folder = self._text(self.common, "output", ".")
        plain: dict[str, str] = {}
        for source in self._sources():
            output = _normal(f"{folder}/{PurePosixPath(source).name}")
            if output in plain:
                message = f"{plain[output]} and {source} would both be written to {output}"
                self._say(self.common, "sources", message, "give one of them an output of its own")
            plain[output] = source
        own = {_normal(name) for name in self.own}
        for output, source in plain.items():
            if output not in own:
                yield source, output, _Section(output, {})
        for name, section in self.own.items():
            source = self._text(section, "source", plain.get(_normal(name), ""))
            if source:
                yield self._existing(section, "source", source), _normal(name), section
            elif "source" not in section.values:
                help_text = "add a line `source = FILE.py`"
                self._say(section, None, f"which source {name} is generated from is not said", help_text)

    def _sources(self) -> list[str]:
        found: dict[str, None] = {}
        for pattern in self._names(self.common, "sources"):
            if any(sign in pattern for sign in "*?["):
                matches = _glob(self.folder, pattern)
                if not matches:
                    self._say(self.common, "sources", f"no file matches {pattern}")
            else:
                matches = [self._existing(self.common, "sources", pattern)]
            found |= dict.fromkeys(matches)
        return list(found)

    def _existing(self, section: _Section, key: str, name: str) -> str:
        if not (self.folder / name).is_file():
            self._say(section, key, f"there is no file {name}", "paths are relative to this file's folder")
        return _normal(name)

    def _output(self, source: str, output: str, section: _Section) -> Output:
        def where(key: str) -> _Section:
            return section if key in section.values else self.common

        style = self._text(where("style"), "style", "clean")
        if style not in STYLES:
            self._say(where("style"), "style", f"there is no style {style}", f"say {' or '.join(STYLES)}")
        templates = self._names(where("templates"), "templates")
        return Output(
            source=source,
            output=output,
            only=self._names(section, "only"),
            wrt=self._wrt(section),
            final=self._names(section, "final"),
            style=style,
            templates=tuple(self._existing(where("templates"), "templates", name) for name in templates),
            check_shapes=self._flag(where("check_shapes"), "check_shapes"),
            line_length=self._length(where("line_length"), source),
        )

    def _check_paths(self, outputs: list[Output]) -> None:
        """That each output is a file of its own below this folder, whatever names and links lead there."""
        inside = self._place(".")
        read = {self._place(name) for o in outputs for name in (o.source, *o.templates)}
        seen: set[str] = set()
        for output in outputs:
            section = next((s for name, s in self.own.items() if _normal(name) == output.output), self.common)
            key = None if section.output else "output"
            name, place = output.output, self._place(output.output)
            if not name.endswith(".py"):
                self._say(section, key, f"{name} is no name of a Python file", "end it in .py")
            elif not f"{place}{os.sep}".startswith(f"{inside.rstrip(os.sep)}{os.sep}"):
                message = f"{name} lies outside of the folder of this file"
                self._say(section, key, message, "name a file below it, or use backprop generate -o")
            elif place in read:
                self._say(section, key, f"{name} is read, so it is not written", "take another name")
            elif place in seen:
                self._say(section, key, f"{name} would be written twice", "take another name")
            seen.add(place)

    def _place(self, name: str) -> str:
        """Where a file is, whatever leads there."""
        place = os.path.realpath(self.folder / name)
        return place.casefold() if self.folds else place

    def _text(self, section: _Section, key: str, default: str) -> str:
        value = section.values.get(key, default)
        if isinstance(value, str) and (value or key not in section.values) and "\0" not in value:
            return value
        self._say(section, key, f"{key} must be one word, in quotes in TOML")
        return default

    def _names(self, section: _Section, key: str) -> tuple[str, ...]:
        value = section.values.get(key, ())
        if isinstance(value, str) and not self.places.toml:
            return tuple(part for part in re.split(r"[,\s]+", value) if part)
        if isinstance(value, (list, tuple)) and all(isinstance(p, str) and "\0" not in p for p in value):
            return tuple(value)
        self._say(section, key, f'{key} must be a list of words, such as ["a", "b"]')
        return ()

    def _flag(self, section: _Section, key: str) -> bool:
        value = section.values.get(key, False)
        if isinstance(value, str) and not self.places.toml and value.lower() in _TRUE + _FALSE:
            return value.lower() in _TRUE
        if not isinstance(value, bool):
            self._say(section, key, f"{key} must be true or false")
            return False
        return value

    def _length(self, section: _Section, source: str) -> int:
        """How long lines may be: as is said here, or as black is told for the source."""
        folder = (self.folder / source).resolve().parent if source else self.folder
        if "line_length" not in section.values:
            if folder not in self.lengths:
                self.lengths[folder] = line_length(settings(folder))
            return self.lengths[folder]
        value = section.values["line_length"]
        text = str(value)
        if isinstance(value, bool) or (self.places.toml and text == value):
            text = ""
        if not text.isdecimal() or not int(text):
            self._say(section, "line_length", "line_length must be a whole number, such as 88")
            return LINE_LENGTH
        return int(text)

    def _wrt(self, section: _Section) -> Wrt:
        """Lines `f: x, y` in ini, a table `{f = ["x", "y"]}` in TOML."""
        value = section.values.get("wrt", {})
        if isinstance(value, str) and not self.places.toml:
            lines = [line.strip() for line in value.splitlines() if line.strip()]
            entries = [line.partition(":") for line in lines]
            if all(colon and name.strip() and rest.strip(" ,") for name, colon, rest in entries):
                return {
                    name.strip(): tuple(part for part in re.split(r"[,\s]+", rest) if part)
                    for name, _, rest in entries
                }
            self._say(section, "wrt", "wrt must be lines such as `f: x, y`")
            return {}
        if isinstance(value, dict) and all(_is_words(names) for names in value.values()):
            return {name: tuple(names) for name, names in value.items()}
        self._say(section, "wrt", 'wrt must be a table such as {f = ["x", "y"]}')
        return {}


def _is_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, str) for part in value)


def _normal(path: str) -> str:
    return PurePosixPath(os.path.normpath(path).replace(os.sep, "/")).as_posix()


def _folds_case(folder: Path) -> bool:
    """Whether files here have the same name in capital letters, as far as the folder's own name says it."""
    other = folder.parent / folder.name.swapcase()
    try:
        return other.name != folder.name and other.exists() and other.samefile(folder)
    except OSError:
        return False


def _glob(folder: Path, pattern: str) -> list[str]:
    """Files that match, in an order that does not depend on the file system."""
    try:
        matches = [path.relative_to(folder).as_posix() for path in folder.glob(pattern) if path.is_file()]
    except (ValueError, NotImplementedError):
        return []
    return sorted(name for name in matches if not fnmatch.fnmatch(PurePosixPath(name).name, "__*__.py"))


def _configures(path: Path) -> bool:
    """Whether the file has a section of ours: told by its lines, so that a broken file counts too."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return False
    start = r"\[tool\.backprop[].]" if path.suffix == ".toml" else r"\[backprop[]:]"
    return re.search(rf"^{start}", text, re.MULTILINE) is not None


def _ini_sections(text: str) -> list[_Section]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except configparser.MissingSectionHeaderError as error:
        raise Refused([Problem(error.lineno, 1, "E009", "this line stands in no [section]")]) from None
    except configparser.ParsingError as error:
        lines = [line for line, _ in error.errors]
        raise Refused([Problem(line, 1, "E009", "this line is not understood") for line in lines]) from None
    except (configparser.DuplicateOptionError, configparser.DuplicateSectionError) as error:
        name = getattr(error, "option", None) or error.section
        raise Refused([Problem(error.lineno or 1, 1, "E009", f"{name} stands here twice")]) from None
    sections = []
    for name in parser.sections():
        if name == "backprop":
            sections.append(_Section(None, dict(parser[name])))
        elif name.startswith("backprop:"):
            sections.append(_Section(name.partition(":")[2].strip(), dict(parser[name])))
    return sections


def _toml_sections(text: str) -> list[_Section]:
    try:
        table = read_toml(text)
        for name in ("tool", "backprop"):
            table = table.get(name, {})
            if not isinstance(table, dict):
                raise Refused([Problem(0, 0, "E009", f"{name} must be a table", "write [tool.backprop]")])
    except RecursionError:
        raise Refused([Problem(0, 0, "E009", "it is nested too deeply to be read")]) from None
    except ValueError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        raise Refused([Problem(line, column, "E009", f"it is not TOML: {error}")]) from None
    outputs = table.get("outputs", {})
    if not isinstance(outputs, dict) or not all(isinstance(values, dict) for values in outputs.values()):
        help_text = 'write [tool.backprop.outputs."FILE.py"]'
        raise Refused([Problem(0, 0, "E009", "outputs must be tables, one for each file", help_text)])
    common = {key: value for key, value in table.items() if key != "outputs"}
    return [_Section(None, common), *(_Section(name, values) for name, values in outputs.items())]
