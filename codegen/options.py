"""What is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

LINE_LENGTH = 88  # as black has it, where nobody says otherwise


@dataclass(frozen=True)
class Options:
    """What is asked for: which functions (none means all), for which arguments, in which style."""

    only: tuple[str, ...] = ()
    wrt: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    final: tuple[str, ...] = ()
    style: str = "clean"
    templates: tuple[str, ...] = ()
    check_shapes: bool = False
    line_length: int = LINE_LENGTH
    command: str = ""
