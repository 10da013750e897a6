"""Draws docs/circuits/: the circuits of the notes, from the functions in examples/notes.py.

python docs/circuits.py         once the drawing, or one of the functions, was changed
"""

from __future__ import annotations

from pathlib import Path

from codegen.circuit import Circuit, circuit
from codegen.drawn import svg
from codegen.example import example_arguments
from codegen.options import Options

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "circuits"
SOURCE = ROOT / "examples" / "notes.py"
# The arguments of the notes; the first circuit has whole numbers there, the others two decimals.
EXAMPLES = {
    "circuit": "x=-2, y=5, z=-4",
    "neuron": "w=[2.0, -3.0, -3.0], x=[-1.0, -2.0]",
    "patterns": "x=3.0, y=-4.0, z=2.0, w=-1.0",
}


def drawn(name: str) -> Circuit:
    """The circuit of one of the functions."""
    text, path = SOURCE.read_text(encoding="utf-8"), SOURCE.relative_to(ROOT).as_posix()
    return circuit(text, path, name, Options(), example_arguments(text, path, name, [EXAMPLES[name]]))


def main() -> None:
    """Writes the pictures."""
    TARGET.mkdir(exist_ok=True)
    for name in EXAMPLES:
        (TARGET / f"{name}.svg").write_text(svg(drawn(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
