"""A drawing's places: nodes in columns by how far they are from the inputs, with few crossings.

Of each node the size is known, and that of the labels on the wires that leave it. A wire that goes over
several columns has a place of its own in each, so that no wire goes through a node or a label.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SWEEPS = 24
GAP = 12.0  # between what stands above one another
PASSING = 10.0  # the height of a wire that passes
CHANNEL = 36.0  # the least between two columns
SLOPE = 0.12  # of how much wires rise, what a column is further away
MOST = 140.0


@dataclass(frozen=True)
class Node:
    """Something with a size; `ports` are the widths of the labels on the wires that leave it."""

    key: str
    width: float
    height: float
    ports: tuple[float, ...]


@dataclass(frozen=True)
class Edge:
    """A wire from a port of a node to another node."""

    source: str
    port: int
    target: str


@dataclass(frozen=True)
class Point:
    """A place in the drawing."""

    x: float
    y: float


@dataclass(frozen=True)
class Placed:
    """The left end of each node at its middle, where ports begin and end, and where wires go along.

    `lines` are from where another one ends, or a port, to the next place: each once, whatever goes along it.
    `last` says whether it ends at a node.
    """

    nodes: Mapping[str, Point]
    ports: Mapping[tuple[str, int], tuple[Point, Point]]
    lines: tuple[tuple[Point, Point, bool], ...]
    width: float
    height: float


def placed(nodes: Sequence[Node], edges: Sequence[Edge], inputs: Sequence[str]) -> Placed:
    """The places of nodes, which are given in an order in which each edge goes on; `inputs` stand first."""
    return _Layout(nodes, edges, inputs).placed()


@dataclass(frozen=True)
class _Slot:
    """A node in its column, or a wire that passes it: from which port, and of which column."""

    node: str
    port: int = -1
    column: int = 0


class _Layout:
    """Columns, the order in them, and what this comes to in lengths."""

    def __init__(self, nodes: Sequence[Node], edges: Sequence[Edge], inputs: Sequence[str]) -> None:
        self.nodes = {node.key: node for node in nodes}
        self.column = _columns(nodes, edges, inputs)
        self.above: dict[_Slot, list[tuple[_Slot, int]]] = {}  # what leads to a slot, from which port
        self.below: dict[_Slot, list[_Slot]] = {}
        count = max(self.column.values(), default=0) + 1
        self.columns: list[list[_Slot]] = [[] for _ in range(count)]
        for node in nodes:
            self.columns[self.column[node.key]].append(_Slot(node.key))
        for edge in edges:
            self._lead(edge)

    def _lead(self, edge: Edge) -> None:
        """Leads a wire through the columns between its ends, along with others of its port."""
        before, port = _Slot(edge.source), edge.port
        for column in range(self.column[edge.source] + 1, self.column[edge.target]):
            here = _Slot(edge.source, edge.port, column)
            if here not in self.above:
                self.columns[column].append(here)
                self._join(before, port, here)
            before, port = here, 0
        self._join(before, port, _Slot(edge.target))

    def _join(self, one: _Slot, port: int, other: _Slot) -> None:
        self.above.setdefault(other, []).append((one, port))
        self.below.setdefault(one, []).append(other)

    def placed(self) -> Placed:
        """The places."""
        self._order()
        middle = self._heights()
        starts, ends = self._widths(middle)
        points: dict[str, Point] = {}
        ports: dict[tuple[str, int], tuple[Point, Point]] = {}
        lines: list[tuple[Point, Point, bool]] = []
        for at, column in enumerate(self.columns):
            for slot in column:
                y = middle[slot]
                for source, port in dict.fromkeys(self.above.get(slot, ())):
                    began = Point(ends[at - 1], middle[source] + self._offset(source, port))
                    lines.append((began, Point(starts[at], y), slot.port < 0))
                if slot.port >= 0:
                    lines.append((Point(starts[at], y), Point(ends[at], y), False))
                    continue
                node = self.nodes[slot.node]
                points[slot.node] = Point(starts[at], y)
                for number in range(len(node.ports)):
                    height = y + self._offset(slot, number)
                    begin = Point(starts[at] + node.width, height)
                    ports[slot.node, number] = begin, Point(ends[at], height)
        bottom = max((middle[slot] + self._size(slot) / 2 for slot in middle), default=0.0)
        return Placed(points, ports, tuple(lines), ends[-1] if ends else 0.0, bottom)

    # The order in columns

    def _order(self) -> None:
        """Orders each column by the middles of what leads to it, and the other way, again and again."""
        best, fewest = [list(column) for column in self.columns], self._crossings()
        for sweep in range(SWEEPS):
            forward = sweep % 2 == 0
            count = len(self.columns)
            for at in range(1, count) if forward else range(count - 2, -1, -1):
                place = {slot: n for n, slot in enumerate(self.columns[at - 1 if forward else at + 1])}
                self.columns[at] = self._sorted(self.columns[at], place, forward)
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(column) for column in self.columns], crossings
        self.columns = best

    def _sorted(self, column: list[_Slot], place: Mapping[_Slot, int], forward: bool) -> list[_Slot]:
        weights = {}
        for at, slot in enumerate(column):
            if forward:
                near = [place[one] + self._share(one, port) for one, port in self.above.get(slot, ())]
            else:
                near = [float(place[one]) for one in self.below.get(slot, ())]
            weights[slot] = sum(near) / len(near) if near else float(at)
        return sorted(column, key=lambda slot: weights[slot])

    def _share(self, slot: _Slot, port: int) -> float:
        """How far down in its node a port is."""
        count = len(self.nodes[slot.node].ports) if slot.port < 0 else 1
        return port / max(count, 1)

    def _crossings(self) -> int:
        total = 0
        for at in range(1, len(self.columns)):
            place = {slot: n for n, slot in enumerate(self.columns[at - 1])}
            seen: list[float] = []
            for slot in self.columns[at]:
                sources = {place[one] + self._share(one, port) for one, port in self.above.get(slot, ())}
                total += sum(len(seen) - bisect_right(seen, one) for one in sources)
                for one in sources:
                    insort(seen, one)
        return total

    # Lengths

    def _size(self, slot: _Slot) -> float:
        return PASSING if slot.port >= 0 else self.nodes[slot.node].height

    def _offset(self, slot: _Slot, port: int) -> float:
        """How far below the middle of its node a port is."""
        if slot.port >= 0:
            return 0.0
        node = self.nodes[slot.node]
        return node.height / len(node.ports) * (port + 0.5) - node.height / 2

    def _heights(self) -> dict[_Slot, float]:
        """The middle of each slot: as near to what it is joined with as its column's order leaves."""
        middle: dict[_Slot, float] = {}
        for column in self.columns:
            self._settle(column, {}, middle)
        for sweep in range(SWEEPS):
            count = len(self.columns)
            for at in range(count) if sweep % 2 == 0 else range(count - 1, -1, -1):
                wanted = {}
                for slot in self.columns[at]:
                    near = [middle[one] + self._offset(one, port) for one, port in self.above.get(slot, ())]
                    # What follows counts less on the way forward, but it counts: inputs have nothing else.
                    far = [middle[one] for one in self.below.get(slot, ())]
                    both = near + far if sweep < SWEEPS - 2 or not near else near
                    if both:
                        wanted[slot] = sum(both) / len(both)
                self._settle(self.columns[at], wanted, middle)
        top = min((middle[slot] - self._size(slot) / 2 for slot in middle), default=0.0)
        return {slot: y - top for slot, y in middle.items()}

    def _settle(
        self, column: Sequence[_Slot], wanted: Mapping[_Slot, float], middle: dict[_Slot, float]
    ) -> None:
        """Places a column as near to what is wanted as it can be: by least squares, in its order."""
        offset, offsets = 0.0, []
        for at, slot in enumerate(column):
            if at:
                offset += (self._size(column[at - 1]) + self._size(slot)) / 2 + GAP
            offsets.append(offset)
        groups: list[tuple[float, int]] = []  # means of what is left when the distances are taken away
        for slot, away in zip(column, offsets):
            mean, count = wanted.get(slot, middle.get(slot, away)) - away, 1
            while groups and groups[-1][0] > mean:
                other, size = groups.pop()
                mean, count = (mean * count + other * size) / (count + size), count + size
            groups.append((mean, count))
        means = [mean for mean, count in groups for _ in range(count)]
        for slot, mean, away in zip(column, means, offsets):
            middle[slot] = mean + away

    def _widths(self, middle: Mapping[_Slot, float]) -> tuple[list[float], list[float]]:
        """Where columns begin, and where their labels end; wires that rise much have more room."""
        starts, ends, x = [], [], 0.0
        for at, column in enumerate(self.columns):
            if at:
                rises = [
                    abs(middle[source] + self._offset(source, port) - middle[slot])
                    for slot in column
                    for source, port in self.above.get(slot, ())
                ]
                x += min(MOST, CHANNEL + SLOPE * max(rises, default=0.0))
            starts.append(x)
            nodes = [self.nodes[slot.node] for slot in column if slot.port < 0]
            x += max((node.width + max(node.ports, default=0.0) for node in nodes), default=0.0)
            ends.append(x)
        return starts, ends


def _columns(nodes: Sequence[Node], edges: Sequence[Edge], inputs: Sequence[str]) -> dict[str, int]:
    """How many gates the longest way from an input has."""
    column = dict.fromkeys(inputs, 0)
    sources: dict[str, list[str]] = {}
    for edge in edges:
        sources.setdefault(edge.target, []).append(edge.source)
    for node in nodes:
        if node.key not in column:
            column[node.key] = max((column[one] + 1 for one in sources.get(node.key, ())), default=1)
    return column
