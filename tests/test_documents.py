"""Documents whose code runs, and prints what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import blocks_of, carried_out

DOCS = Path(__file__).parents[1] / "docs"
RUN = ("from_scratch.md", "grading.md", "reviewing.md", "tutorial.md", "writing_gates.md")


@pytest.mark.parametrize("name", RUN)
def test_the_code_of_a_document_runs_and_prints_what_it_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert carried_out(DOCS / name) >= 3


def test_the_generator_from_scratch_has_less_than_a_hundred_lines() -> None:
    blocks = [block.text for block in blocks_of(DOCS / "from_scratch.md") if block.language == "python"]
    program = [text for text in blocks if "\ndef " in f"\n{text}" or "class " in text]
    lines = [line for text in program[1:] for line in text.split("\n") if line.strip()]
    assert 60 < len(lines) < 100


def test_the_site_has_every_document() -> None:
    listed = set((DOCS / "index.md").read_text(encoding="utf-8").split("\n"))
    assert {path.stem for path in DOCS.glob("*.md")} - {"index"} <= listed


def test_the_site_is_made_without_a_warning(tmp_path: Path) -> None:
    application = pytest.importorskip("sphinx.cmd.build", reason="the extra `site` is not installed")
    assert application.main(["-W", "-q", "-b", "html", str(DOCS), str(tmp_path)]) == 0
    assert "chain rule" in (tmp_path / "tutorial.html").read_text(encoding="utf-8")
    assert (tmp_path / "errors" / "E101.html").exists()
