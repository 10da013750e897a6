"""Which forward values the backward pass reads, and which of those must be kept apart.

One question decides it all: is the overwritten value read by the mirror? If it is, what overwrites
it gets a name of its own; if not, the user's statement stands as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.kinds import Facts
from codegen.lower import Bind, Lowered, base
from codegen.reverse import Backward


@dataclass(frozen=True)
class Cached:
    """The versions that are cached, in the order in which they are computed, and all spellings."""

    versions: tuple[str, ...]
    spelling: Mapping[str, str]
    name: str


def cache(lowered: Lowered, facts: Facts, backward: Backward) -> Cached:
    """What is cached, and how each version and gradient is spelled."""
    order = tuple(dict.fromkeys(_definitions(lowered, backward)))
    read = set(_read(backward))
    kept = tuple(version for version in order if version in read)
    apart = backward.apart | _written_apart(lowered, facts, order, read)
    spelling = _spelling(order, read, apart, backward, lowered)
    name = spelling["the cache"] = backward.names.take("cache")
    return Cached(kept, spelling, name)


def names_in(node: ast.AST) -> Iterator[str]:
    """The names that an expression reads."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id


def is_version(name: str) -> bool:
    """Whether a name stands for a forward value, before it is spelled."""
    return ":" in name and not name.startswith("d ")


def _definitions(lowered: Lowered, backward: Backward) -> Iterator[str]:
    """All versions in the order in which the forward pass computes them."""
    yield from lowered.parameters
    for index, statement in enumerate(lowered.statements):
        for stage in backward.stages.get(index, ()):
            yield from _of_pair(backward, stage.term.uid)
            yield stage.version
        for bind in statement.binds:
            inner = bind.term.args[0].uid if bind.term.op == "index" else bind.term.uid
            yield from _of_pair(backward, inner)
            yield bind.version


def _written_apart(
    lowered: Lowered, facts: Facts, order: tuple[str, ...], read: set[str]
) -> frozenset[str]:
    """Versions made by writing into memory that holds a cached value: they need memory of their own."""
    place = {version: i for i, version in enumerate(order)}
    holders: dict[str, int] = {}
    for version in read:
        for root in facts.memory.get(version, ()):
            holders[root] = min(holders.get(root, len(order)), place.get(version, 0))
    return frozenset(
        bind.version
        for statement in lowered.statements
        if statement.augmented or statement.form == "write"
        for bind in statement.binds
        if any(holders.get(root, len(order)) < place[bind.version] for root in _overwritten(bind, facts))
    )


def _overwritten(bind: Bind, facts: Facts) -> frozenset[str]:
    return facts.memory.get(str(bind.term.args[0].data), frozenset())


def _of_pair(backward: Backward, uid: int) -> Iterator[str]:
    pair = backward.pairs.get(uid)
    if pair is not None:
        yield from pair.results
        yield pair.cache


def _read(backward: Backward) -> Iterator[str]:
    for group in backward.groups:
        for line in group.lines:
            for node in (line.expr, line.index):
                if node is not None:
                    yield from filter(is_version, names_in(node))


def _spelling(
    order: tuple[str, ...],
    read: set[str],
    apart: frozenset[str],
    backward: Backward,
    lowered: Lowered,
) -> dict[str, str]:
    """Names for versions: the user's own, but where a cached value would be overwritten."""
    spelling: dict[str, str] = {}
    latest: dict[str, str] = {}
    for version in order:
        word = base(version)
        before = latest.get(word)
        if before is None:
            spelling[version] = word
        elif before in read or version in apart:
            spelling[version] = backward.names.take(_numbered(word, backward))
        else:
            spelling[version] = spelling[before]
        latest[word] = version
    gradients: dict[str, str] = {}
    for version in [*order, *backward.extra_kinds]:
        word = spelling.get(version, base(version))
        if word not in gradients:
            gradients[word] = _gradient_name(word, lowered, backward)
        spelling.setdefault(version, word)
        spelling[f"d {version}"] = gradients[word]
    return spelling


def _numbered(word: str, backward: Backward) -> str:
    number = 1
    while not backward.names.free(f"{word}{number}"):
        number += 1
    return f"{word}{number}"


def _gradient_name(word: str, lowered: Lowered, backward: Backward) -> str:
    """`dx`, or `d_x` where the function has a variable `dx` of its own."""
    if f"d{word}" not in lowered.names:
        return f"d{word}"
    return f"d_{word}" if f"d_{word}" not in lowered.names else backward.names.take(f"d_{word}_")
