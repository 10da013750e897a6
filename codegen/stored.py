"""What builds have generated before: kept in a folder of the user's, by what it was made of.

The folder may be deleted, filled up, spoiled or shared by several builds at any time. An entry is whole,
as its hash says, or it is none; what cannot be kept is made again by the next build.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from codegen.files import replace_whole

LIMIT = 200_000_000  # bytes, of which those that were read longest ago are given up
HOUR, DAY = 3_600, 86_400
ENTRY = re.compile(r"[0-9a-f]{64}")
UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.\d+\.[0-9a-f]{8}")


@dataclass(frozen=True)
class Store:
    """The entries of a folder. No method of it raises where the folder is at fault."""

    folder: Path

    def find(self, key: str, state: Callable[[list[str]], str]) -> str | None:
        """The text that was kept for a key, if it is whole and the modules it imports are as they were.

        `state` gives the state of the modules that names in import statements may stand for.
        """
        path = os.path.join(self.folder, key)
        try:
            with open(path, "rb", opener=_opened) as stream:
                status = os.fstat(stream.fileno())
                if not _is_own(status):
                    return None
                said, rest = stream.readline().rstrip(b"\n"), stream.read()
                read_at = status.st_mtime
            if said.decode() != digest(key.encode(), rest):
                return None
            head, _, text = rest.partition(b"\n")
            imported = json.loads(head)
            if imported["state"] != state(imported["names"]):
                return None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        if not -DAY < time.time() - read_at < DAY:
            with contextlib.suppress(OSError):  # of a folder that is only to be read
                os.utime(path)
        return text.decode()

    def keep(self, key: str, text: str, names: list[str], state: str) -> None:
        """Keeps the text for a key; `names` are those in import statements, `state` that of their modules."""
        head = json.dumps({"names": names, "state": state})
        with contextlib.suppress(OSError, ValueError):
            rest = f"{head}\n{text}".encode()
            os.makedirs(self.folder, exist_ok=True)
            replace_whole(
                self.folder / key, digest(key.encode(), rest).encode() + b"\n" + rest, lasting=False
            )

    def prune(self, limit: int = LIMIT) -> None:
        """Deletes what was read longest ago, until the rest is within the limit."""
        found: list[tuple[float, int, str]] = []
        with contextlib.suppress(OSError), os.scandir(self.folder) as there:
            for entry in there:
                with contextlib.suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if ENTRY.fullmatch(entry.name):
                        found.append((status.st_mtime, status.st_size, entry.path))
                    elif UNFINISHED.fullmatch(entry.name) and time.time() - status.st_mtime > HOUR:
                        os.unlink(entry.path)
        size = sum(size for _, size, _ in found)
        for _, own, path in sorted(found):
            if size <= limit:
                break
            with contextlib.suppress(OSError):
                os.unlink(path)
            size -= own


def _opened(path: str, flags: int) -> int:
    """Opens an entry that is a file: no link is followed, and no pipe is waited for."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _is_own(status: os.stat_result) -> bool:
    """Whether an entry may be believed: a file of this user, which not everybody can write."""
    own = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & stat.S_IWOTH)
    return own and stat.S_ISREG(status.st_mode) and status.st_size <= LIMIT


def default_folder() -> Path | None:
    """Where entries are kept unless another place is named: in the user's folder of caches."""
    root = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(root):  # of which the standard says that it does not count
        root = os.path.join(os.path.expanduser("~"), ".cache")
    return Path(root, "backprop") if os.path.isabs(root) else None


def digest(*parts: bytes) -> str:
    """One hash of several parts, of which none can be taken for the end of another."""
    found = hashlib.sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()
