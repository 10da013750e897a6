"""Loops over what their turns write into, as loops over its places.

`for x in h:` takes from h what is there when a turn begins, as an array and a list give their items one by
one. So where a turn writes into h, this is `for i in range(len(h)): x = h[i]`, if h is the same array or list
in all turns, and as long: that is looked at here as far as names say it, and in `going` as far as facts do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen.aliases import (
    WORDS,
    Builtin,
    Fresh,
    Places,
    blocks_of,
    count_places,
    gives_another_meaning,
    is_part,
    item_at,
    named_in,
    position_in,
    sequences,
    turned,
    where,
    without_aliases,
)
from codegen.trees import copied, walk

COUNTED = " in turns"  # behind what a loop gives items to: they are taken by their places
ENTRIES = " in arrays"  # what they are taken from has no lists in it


def seen_through(
    body: list[ast.stmt], places: Places, parameters: frozenset[str], fresh: Fresh, is_builtin: Builtin
) -> list[ast.stmt]:
    """The body without names of parts in which something is written, and then with such loops counted."""
    body = without_aliases(body, places, parameters, fresh, is_builtin)
    return _with_places(body, places, fresh, is_builtin)


def _with_places(body: list[ast.stmt], places: Places, fresh: Fresh, is_builtin: Builtin) -> list[ast.stmt]:
    """The body with such loops counted; `places` are those of loops, with what they give items to."""
    if not any(name.endswith(COUNTED) for *_, name in places) or not all(map(is_builtin, WORDS)):
        return body
    body = copied(body)
    for node in (node for block in blocks_of(body) for node in block if isinstance(node, ast.For)):
        pairs = [*_counted(node, places)]
        if pairs and all(_is_steady(node, turned(over)) for _, over in pairs) and _is_one_way(node, pairs):
            _count(node, pairs, places, fresh)
    return body


def _counted(node: ast.For, places: Places) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a loop gives items to that are to be taken by their places, and what they are items of."""
    for target, over in sequences(node):
        if (*where(node), ast.unparse(target) + COUNTED) in places:
            yield target, over


def _is_steady(node: ast.For, over: ast.expr) -> bool:
    """Whether what a loop goes over is what it was at first, in all of its turns."""
    given = {n.id for n in walk(node.target) if isinstance(n, ast.Name)}
    return (
        is_part(over)
        and not given & named_in([over])
        and not any(gives_another_meaning(statement, over) for statement in node.body)
    )


def _is_one_way(node: ast.For, pairs: list[tuple[ast.expr, ast.expr]]) -> bool:
    """Whether one number says in each turn where all these items are."""
    backwards = any(turned(over) is not over for _, over in pairs)
    return not backwards or (len(pairs) == 1 and not position_in(node))


def _count(node: ast.For, pairs: list[tuple[ast.expr, ast.expr]], places: Places, fresh: Fresh) -> None:
    """Counts the turns of a loop, and gives names to the items when a turn begins."""
    position = position_in(node) or fresh("i")
    first: list[ast.stmt] = []
    for target, over in pairs:
        entries = (*where(node), ast.unparse(target) + ENTRIES) in places
        numbers = {position, *named_in([over])} if entries else frozenset()
        item = ast.Assign([target], item_at(copied(turned(over)), position, numbers))
        for part in walk(item):
            ast.copy_location(part, target)
        item.end_lineno = node.lineno
        item.made = item.changed = True  # type: ignore[attr-defined]
        first.append(item)
    count_places(node, position, named_in([target for target, _ in pairs]))
    node.body = [*first, *node.body]
