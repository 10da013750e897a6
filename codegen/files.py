"""Source text in, generated text out: decoding as Python does, writing all or nothing."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import sys
import tokenize
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from codegen.problems import Problem, Refused, lines_of

STANDARD_INPUT = STANDARD_OUTPUT = "-"
MARKED = 2_000  # bytes at the beginning of a file that was generated, which say so
LARGEST = 10_000_000  # bytes of a source: what is larger is no work of a person, or has no end


@dataclass(frozen=True)
class Located:
    """The problems of one file, with the lines that they point into."""

    path: str
    problems: tuple[Problem, ...]
    lines: Sequence[str] = ()


class FileRefused(Refused):
    """The problems of one file; unlike those of a text, they know where the text is from."""

    def __init__(self, path: str | Path, problems: Iterable[Problem], lines: Sequence[str] = ()) -> None:
        super().__init__(problems)
        self.located = Located(str(path), self.problems, tuple(lines))


def read_source(path: str | Path) -> str:
    """The text of a Python file, decoded as Python would; E002 where that fails."""
    return decode(read_bytes(path), str(path))


def read_bytes(path: str | Path) -> bytes:
    """What a Python file holds; E002 where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return read_stream(stream, str(path))
    except IsADirectoryError:
        raise _unreadable(path, "this is a folder", "name a file of Python source") from None
    except FileNotFoundError:
        raise _unreadable(path, "there is no such file", "check the path") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, f"it cannot be read: {_reason(error)}") from None


def read_stream(stream: IO[bytes], path: str) -> bytes:
    """What a stream holds; E002 where that is more than a source may."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _unreadable(
            path, f"it is larger than {LARGEST // 1_000_000} MB", "name a file of Python source"
        )
    return data


def decode(data: bytes, path: str) -> str:
    """Bytes of Python source to text: UTF-8, or what a coding cookie says. Line ends become one kind."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(path, data, error.start, error.encoding) from None
    except (SyntaxError, LookupError, UnicodeError) as error:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as inner:
            raise _undecodable(path, data, inner.start, "utf-8") from None
        problem = Problem(1, 1, "E002", f"its encoding is not known: {error}", "save it as UTF-8")
        raise FileRefused(path, [problem], _loosely(data)) from None
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True)


def write_atomically(path: str | Path, text: str) -> bool:
    """Writes `text`, wholly or not at all; says whether the file changed.

    A file that holds the text already is left alone, so that tools that look at its time see no
    change. A link is followed, and the file's mode is kept.
    """
    target = Path(os.path.realpath(path))
    data = text.encode()
    try:
        status = _status(target)
        if status is not None and not stat.S_ISREG(status.st_mode):
            _write_in_place(path, target, status, data)
            return True
        if status is not None and target.read_bytes() == data:
            return False
        if status is not None and not os.access(target, os.W_OK):
            raise PermissionError(0, "it is read-only")
        replace_whole(target, data, mode=None if status is None else stat.S_IMODE(status.st_mode))
    except FileNotFoundError:
        raise _unwritable(path, f"there is no folder {target.parent.name}", "make it first") from None
    except (OSError, ValueError) as error:
        raise _unwritable(path, f"it cannot be written: {_reason(error)}") from None
    return True


def read_toml(text: str) -> dict[str, Any]:
    """What a text in TOML says; raises ValueError where it is none."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(text)


def holds(path: str | Path, text: str) -> bool:
    """Whether there is a file with this text, and no other; a pipe is not waited for."""
    data = text.encode()
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        with open(path, "rb") as stream:
            return stream.read() == data
    except (OSError, ValueError):
        return False


def is_taken(path: str | Path, mark: bytes) -> bool:
    """Whether a file is there that has no such mark at its beginning, nor is empty."""
    head = head_of(path)
    return bool(head.strip()) and mark not in head


def head_of(path: str | Path) -> bytes:
    """The beginning of a file; nothing where there is none that can be read. A pipe is not opened."""
    try:
        if not os.path.isfile(path):
            return b""
        with open(path, "rb") as stream:
            return stream.read(MARKED)
    except (OSError, ValueError):  # which is told where it is written
        return b""


def _write_in_place(path: str | Path, target: Path, status: os.stat_result, data: bytes) -> None:
    """A device or a pipe is written to: putting a file in its place would destroy it."""
    if stat.S_ISDIR(status.st_mode):
        raise _unwritable(path, "this is a folder", "name the file to write")
    with target.open("wb") as stream:
        stream.write(data)


def replace_whole(target: Path, data: bytes, *, mode: int | None = None, lasting: bool = True) -> None:
    """Puts a file where another may be, in one step; `lasting` waits until the disk has it."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}")
    # Opened this way, a new file gets the mode that the user's umask gives to any other.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if lasting:
                stream.flush()
                os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _undecodable(path: str, data: bytes, start: int, encoding: str) -> FileRefused:
    before = data[:start]
    line = before.count(b"\n") + 1
    on_line = before[before.rfind(b"\n") + 1 :]
    try:
        column = len(on_line.decode(encoding, "replace")) + 1
    except UnicodeError:  # of an encoding that is strict
        column = len(on_line) + 1
    message = f"byte 0x{data[start]:02x} is not {encoding.upper()}"
    help_text = "save the file as UTF-8, or name its encoding: `# -*- coding: latin-1 -*-` in line 1"
    return FileRefused(path, [Problem(line, column, "E002", message, help_text)], _loosely(data))


def _loosely(data: bytes) -> list[str]:
    return lines_of(data.decode("utf-8", "replace"))


def _unreadable(path: str | Path, message: str, help_text: str = "") -> FileRefused:
    return FileRefused(path, [Problem(0, 0, "E002", message, help_text)])


def _unwritable(path: str | Path, message: str, help_text: str = "") -> FileRefused:
    return FileRefused(path, [Problem(0, 0, "E008", message, help_text)])


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]
