"""Circuits as pictures: SVG as the notes draw them, DOT for Graphviz, and a table for a terminal."""

from __future__ import annotations

import html
import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codegen.circuit import Circuit, Wire
from codegen.layered import Edge, Node, Placed, Point, placed
from codegen.wires import Gate

FONT, ADVANCE = 14, 8.5  # pixels: the height of letters, and how wide one is
RADIUS = 20.0
ROUND = 3  # so many letters fit into a circle
SLOT = 40.0  # the height of a wire with its two labels
LEAD = 12.0  # of a wire in front of its labels
MARGIN = 20.0
STYLE = """\
svg.circuit { background: #fff; font: 14px ui-monospace, Menlo, Consolas, monospace; }
.circuit text { direction: ltr; unicode-bidi: embed; white-space: pre; fill: #000; }
.circuit .wire, .circuit .gate circle, .circuit .gate rect { stroke: #000; fill: none; }
.circuit .gate circle, .circuit .gate rect { fill: #fff; }
.circuit .value { fill: #007a00; }
.circuit .gradient { fill: #d00000; }
.circuit .fork, .circuit .arrow { fill: #000; }
@media (prefers-color-scheme: dark) {
  svg.circuit { background: #16181c; }
  .circuit text { fill: #e8e8e8; }
  .circuit .wire, .circuit .gate circle, .circuit .gate rect { stroke: #c8c8c8; }
  .circuit .gate circle, .circuit .gate rect { fill: #16181c; }
  .circuit .value { fill: #5fd35f; }
  .circuit .gradient { fill: #ff7a7a; }
  .circuit .fork, .circuit .arrow { fill: #c8c8c8; }
}"""


@dataclass(frozen=True)
class Box:
    """What takes up room in a drawing, so that nothing else may stand there."""

    left: float
    top: float
    right: float
    bottom: float


def svg(circuit: Circuit) -> str:
    """A picture that stands alone: values in green above the wires, gradients in red below."""
    return _Picture(circuit).text()


def boxes(circuit: Circuit) -> list[Box]:
    """What the gates and labels of the picture take up."""
    return _Picture(circuit).boxes()


class _Picture:
    """A circuit with its places."""

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.gates = {f"gate {number}": gate for number, gate in enumerate(circuit.gates)}
        made = {
            wire: (key, port) for key, gate in self.gates.items() for port, wire in enumerate(gate.outputs)
        }
        self.made = {**{wire: (wire, 0) for wire in circuit.inputs}, **made}
        nodes = [Node(wire, 0.0, SLOT, (self._label(circuit.wires[wire]),)) for wire in circuit.inputs]
        for key, gate in self.gates.items():
            ports = tuple(self._label(circuit.wires[wire]) for wire in gate.outputs)
            height = max(2 * RADIUS, SLOT * len(ports))
            nodes.append(Node(key, _gate_width(gate), height, ports))
        edges = [
            Edge(*self.made[wire], key)
            for key, gate in self.gates.items()
            for wire in dict.fromkeys(gate.inputs)
            if wire in self.made
        ]
        self.placed: Placed = placed(nodes, edges, circuit.inputs)

    def _label(self, wire: Wire) -> float:
        """How wide the labels of a wire are, with what of it is in front of them and behind."""
        return LEAD + ADVANCE * max(_cells(_above(wire)), _cells(wire.gradient), 2) + LEAD / 2

    def text(self) -> str:
        """The picture."""
        width = self.placed.width + 2 * MARGIN
        height = self.placed.height + 2 * MARGIN
        size = f'viewBox="0 0 {_pixels(width)} {_pixels(height)}" width="{_pixels(width)}"'
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" class="circuit" {size} '
                f'height="{_pixels(height)}" role="img">',
                f"<title>{_escaped(self.circuit.title)}</title>",
                f"<style>\n{STYLE}\n</style>",
                *self._lines(),
                *self._inputs(),
                *self._gates(),
                "</svg>\n",
            ]
        )

    def boxes(self) -> list[Box]:
        """What gates and labels take up."""
        found = []
        for key, gate in self.gates.items():
            at, width = self._at(self.placed.nodes[key]), _gate_width(gate)
            found.append(Box(at.x, at.y - RADIUS, at.x + width, at.y + RADIUS))
        for wire, made in self.made.items():
            if made in self.placed.ports:
                at, label = self._text_at(made), self.circuit.wires[wire]
                for text, top in ((_above(label), -6 - FONT), (label.gradient, 4)):
                    right = at.x + ADVANCE * _cells(text)
                    found.append(Box(at.x, at.y + top, right, at.y + top + FONT))
        return found

    def _at(self, point: Point) -> Point:
        return Point(point.x + MARGIN, point.y + MARGIN)

    def _text_at(self, made: tuple[str, int]) -> Point:
        begin = self._at(self.placed.ports[made][0])
        return Point(begin.x + LEAD, begin.y)

    def _lines(self) -> Iterator[str]:
        """The wires: along their labels, and on to the gates; a dot where several leave one point."""
        leave: dict[Point, int] = {}
        for begin, end, last in self.placed.lines:
            leave[begin] = leave.get(begin, 0) + 1
            yield self._line(begin, end) + (self._arrow(begin, end) if last else "")
        for begin, end in self.placed.ports.values():
            yield self._line(begin, end)
        for point, times in leave.items():
            if times > 1:
                at = self._at(point)
                yield f'<circle class="fork" cx="{_pixels(at.x)}" cy="{_pixels(at.y)}" r="2.5"/>'

    def _arrow(self, begin: Point, end: Point) -> str:
        """The head of an arrow at the end of a line; a marker has a name, which another picture may have."""
        at, length = self._at(end), math.hypot(end.x - begin.x, end.y - begin.y) or 1.0
        x, y = (end.x - begin.x) / length, (end.y - begin.y) / length
        corners = [(0.0, 0.0), (-6.0, 3.0), (-6.0, -3.0)]
        places = (f"{_pixels(at.x + x * a - y * b)},{_pixels(at.y + y * a + x * b)}" for a, b in corners)
        return f'<polygon class="arrow" points="{" ".join(places)}"/>'

    def _line(self, begin: Point, end: Point) -> str:
        one, other = self._at(begin), self._at(end)
        places = (
            f'x1="{_pixels(one.x)}" y1="{_pixels(one.y)}" x2="{_pixels(other.x)}" y2="{_pixels(other.y)}"'
        )
        return f'<line class="wire" {places}/>'

    def _inputs(self) -> Iterator[str]:
        for wire in self.circuit.inputs:
            yield f'<g class="input">{self._labels(wire)}</g>'

    def _gates(self) -> Iterator[str]:
        for key, gate in self.gates.items():
            at, width = self._at(self.placed.nodes[key]), _gate_width(gate)
            middle = at.x + width / 2
            if width > 2 * RADIUS:
                shape = (
                    f'<rect x="{_pixels(at.x)}" y="{_pixels(at.y - RADIUS)}" width="{_pixels(width)}" '
                    f'height="{_pixels(2 * RADIUS)}" rx="{_pixels(RADIUS)}"/>'
                )
            else:
                shape = f'<circle cx="{_pixels(middle)}" cy="{_pixels(at.y)}" r="{_pixels(RADIUS)}"/>'
            labels = "".join(self._labels(wire) for wire in gate.outputs)
            yield (
                f'<g class="gate" data-line="{gate.line}">'
                f"<title>line {gate.line}: {_escaped(gate.told)}</title>{shape}"
                f'<text x="{_pixels(middle)}" y="{_pixels(at.y + 5)}" text-anchor="middle">'
                f"{_escaped(gate.sign)}</text>{labels}</g>"
            )

    def _labels(self, key: str) -> str:
        """The name and the value above a wire, the gradient below."""
        wire, at = self.circuit.wires[key], self._text_at(self.made[key])
        name = f"{_escaped(wire.name)} " if wire.name else ""
        above = f'{name}<tspan class="value">{_escaped(wire.value)}</tspan>'
        text = f'<text x="{_pixels(at.x)}" y="{_pixels(at.y - 6)}">{above}</text>'
        if wire.gradient:
            below = f'class="gradient" x="{_pixels(at.x)}" y="{_pixels(at.y + 4 + FONT - 2)}"'
            text += f"<text {below}>{_escaped(wire.gradient)}</text>"
        return text


def dot(circuit: Circuit) -> str:
    """The circuit for Graphviz."""
    lines = [
        f"digraph {_quoted(circuit.function)} {{",
        "  rankdir=LR;",
        f"  label={_quoted(circuit.title)};",
        '  node [fontname="monospace"]; edge [fontname="monospace"];',
    ]
    made = dict.fromkeys(circuit.inputs, "")
    for number, wire in enumerate(circuit.inputs):
        made[wire] = f"input{number}"
        lines.append(f"  {made[wire]} [shape=plaintext, label={_quoted(circuit.wires[wire].name)}];")
    for number, gate in enumerate(circuit.gates):
        made.update(dict.fromkeys(gate.outputs, f"gate{number}"))
        tip = _quoted(f"line {gate.line}: {gate.told}")
        lines.append(f"  gate{number} [shape=circle, label={_quoted(gate.sign)}, tooltip={tip}];")
    for number, wire in enumerate(circuit.outputs):
        lines.append(f"  output{number} [shape=plaintext, label={_quoted(circuit.wires[wire].name)}];")
    ends = [
        (wire, f"gate{number}")
        for number, gate in enumerate(circuit.gates)
        for wire in gate.inputs
        if wire in made
    ]
    ends += [(wire, f"output{number}") for number, wire in enumerate(circuit.outputs)]
    for wire, target in ends:
        shown = circuit.wires[wire]
        parts = [(_above(shown), "#007a00"), (shown.gradient, "#d00000")]
        rows = "<br/>".join(f'<font color="{c}">{_escaped(text)}</font>' for text, c in parts if text)
        lines.append(f"  {made[wire]} -> {target} [label=<{rows}>];")
    return "\n".join([*lines, "}\n"])


def table(circuit: Circuit) -> str:
    """The circuit for a terminal: its wires in order, with what makes them."""
    names = _names(circuit)
    rows = [("", "value", "gradient", "", "line")]
    for wire in circuit.inputs:
        shown = circuit.wires[wire]
        rows.append((names[wire], shown.value, shown.gradient, "", ""))
    for gate in circuit.gates:
        inputs = " ".join(names.get(wire, "") for wire in gate.inputs)
        for wire in gate.outputs:
            shown = circuit.wires[wire]
            made = f"{gate.sign}  of {inputs}"
            rows.append((names[wire], shown.value, shown.gradient, made, str(gate.line)))
    cleaned = [[_clean(cell) for cell in row] for row in rows]
    widths = [max(map(_cells, column)) for column in zip(*cleaned)]
    lines = [_clean(circuit.title), ""]
    for row in cleaned:
        cells = [
            text.rjust(width + len(text) - _cells(text)) if at in (1, 2) else _padded(text, width)
            for at, (text, width) in enumerate(zip(row, widths))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def _names(circuit: Circuit) -> Mapping[str, str]:
    """What each wire is called: by people, or by a number; a name that is used again has one too."""
    found: dict[str, str] = {}
    taken: dict[str, int] = {}
    keys: Sequence[str] = [*circuit.inputs, *(wire for gate in circuit.gates for wire in gate.outputs)]
    for number, key in enumerate(keys, 1):
        name = circuit.wires[key].name
        times = taken[name] = taken.get(name, 0) + 1
        found[key] = f"({number})" if not name else name if times == 1 else f"{name}'{times}"
    return found


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _cells(text))


def _above(wire: Wire) -> str:
    return f"{wire.name} {wire.value}" if wire.name else wire.value


def _gate_width(gate: Gate) -> float:
    count = _cells(gate.sign)
    return 2 * RADIUS if count <= ROUND else 2 * RADIUS + ADVANCE * (count - ROUND)


def _cells(text: str) -> int:
    """How many letters wide a text is; some letters of East Asia are two wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in _clean(text))


def _clean(text: str) -> str:
    """A text without what would not be seen, or would turn what stands behind it the other way."""
    return "".join(letter if _is_seen(letter) else f"\\u{ord(letter):04x}" for letter in text)


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _escaped(text: str) -> str:
    return html.escape(_clean(text))


def _quoted(text: str) -> str:
    escaped = _clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _pixels(number: float) -> str:
    """A number without more decimals than can be seen."""
    return f"{number:.1f}".removesuffix(".0")
