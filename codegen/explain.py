"""The pages behind the error codes: what a problem is, why it is refused, what to write instead."""

from __future__ import annotations

import re
from importlib.resources import files

_TITLE = re.compile(r"# (?P<code>E\d{3}): (?P<title>.+)")


def page(code: str) -> str | None:
    """The page of an error code, or None; `e101` and `error[E101]` are the same code."""
    found = re.fullmatch(r"(?:error)?\[?(E\d{3})\]?:?", code.strip(), re.IGNORECASE)
    if not found:
        return None
    path = files("codegen") / "pages" / f"{found[1].upper()}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def titles() -> dict[str, str]:
    """All error codes, in order, with what each is about."""
    pages = (entry for entry in (files("codegen") / "pages").iterdir() if entry.name.endswith(".md"))
    heads = [_TITLE.match(entry.read_text(encoding="utf-8")) for entry in pages]
    return dict(sorted((head["code"], head["title"]) for head in heads if head))


def overview() -> str:
    """One line for each code."""
    lines = [f"{code}  {title}" for code, title in titles().items()]
    return "\n".join([*lines, "", "backprop explain CODE says more about one of them.", ""])
