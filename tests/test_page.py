"""The page of review: which lines are partners, what is escaped, what an edit changed; the command."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

import pytest
from case_files import case_paths, read_case

from codegen.cli import main
from codegen.files import FileRefused
from codegen.generate import generated
from codegen.highlight import highlighted
from codegen.kept import WrongInput
from codegen.options import Options
from codegen.problems import Refused
from codegen.review import Examples, review_page
from codegen.reviewed import CACHE, reviewed

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
NOTES = ROOT / "examples" / "notes.py"
LINE = re.compile(r'<a id="(\S+)" href="#(\S+)"(?: data-k="([^"]*)")?(?: class=(\w+))?><b>(\d+)</b>(.*?)</a>')
SHARE = 25  # of the cases, that many are left to the exhaustive tests but for one
LARGEST = 300_000  # bytes, of a page with twenty functions


def plain(text: str) -> str:
    """What a piece of HTML shows."""
    return html.unescape(re.sub(r"</?[a-z][^>]*>", "", text))


def lines_of(page: str) -> dict[str, tuple[set[str], str]]:
    """The lines of a page by their links: their keys, and their text."""
    found = {}
    for place, link, keys, _, number, text in (match.groups() for match in LINE.finditer(page)):
        assert place == link and place.endswith(number)
        found[place] = (set((keys or "").split()), plain(text))
    return found


def page_of(tmp_path: Path, source: str, old: str | None = None, **options: object) -> str:
    """The page of a source, or of what changed since an old version of it."""
    paths = []
    for name, text in (("model.py", source), ("before.py", old)):
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
            paths.append(str(tmp_path / name))
    return review_page(paths[0], Options(**options), *paths[1:])  # type: ignore[arg-type]


def partners(page: str, place: str) -> list[str]:
    """What is lit with a line."""
    lines, name = lines_of(page), place.rpartition("-")[0]
    keys = lines[place][0]
    return [other for other, (own, _) in lines.items() if own & keys and other.rpartition("-")[0] == name]


def test_the_lines_of_a_stage_are_partners_in_all_three_panels() -> None:
    page = review_page(str(NOTES), Options())
    lines = lines_of(page)
    (place,) = (p for p, (_, text) in lines.items() if p.startswith("staged-s") and "xpy = x + y" in text)
    found = [lines[other][1].strip() for other in partners(page, place)]
    assert found == ["xpy = x + y", "xpy = x + y", "# backprop xpy = x + y", "dx = dxpy", "dy = dxpy"]


def test_statements_that_are_one_gate_together_are_partners_of_its_mirror() -> None:
    page = review_page(str(ROOT / "examples" / "layers.py"), Options())
    lines = lines_of(page)
    (place,) = (p for p, (_, t) in lines.items() if p.startswith("batchnorm-s") and "mu = " in t)
    found = {lines[other][1].strip() for other in partners(page, place)}
    assert "dbeta = np.sum(dout, axis=0)" in found and "mu = np.mean(x, axis=0)" in found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_line_stands_in_the_page_and_that_of_a_gradient_has_a_partner_in_the_source(path: Path) -> None:
    page = review_page(str(path), Options())
    lines = lines_of(page)
    source = path.read_text(encoding="utf-8").split("\n")
    gradients, alone = 0, []
    for place, (keys, text) in lines.items():
        panel, number = place.rpartition("-")[2][0], int(place.rpartition("-")[2][1:])
        if panel == "s":
            assert text == source[number - 1]
        elif panel == "b" and re.match(r"\s+d\w+ \+?= ", text):
            gradients += 1
            alone += [] if keys else [text.strip()]
            assert not keys or any(other.rpartition("-")[2][0] == "s" for other in partners(page, place)), (
                text
            )
    # Of no statement.
    begun = re.compile(
        r"d\w+ = (0\.0|\w+\.zeros_like\(.*|zeros_of\(.*|1(\.0)? \* d\w+|d\w+)"
    )  # of no statement
    assert gradients and all(begun.fullmatch(text) for text in alone), alone
    assert not re.search(r"https?:|src=|@import|url\(", page)


def _cases() -> list[object]:
    return [
        pytest.param(path, id=path.stem, marks=() if number % SHARE == 0 else pytest.mark.exhaustive)
        for number, path in enumerate(case_paths())
    ]


@pytest.mark.parametrize("path", _cases())
def test_what_a_line_mirrors_is_on_the_page(path: Path) -> None:
    case = read_case(path)
    try:
        made = generated(case.source, path.name, case.options)
    except Refused:
        return
    for one in reviewed(made):
        there = {key for line in one.source for key in line.keys}
        for line in (*one.forward, *one.backward):
            assert set(line.keys) - {CACHE} <= there, (one.name, line)


def test_what_is_read_from_the_cache_names_lines_that_read_it() -> None:
    page = review_page(str(NOTES), Options())
    lines = lines_of(page)
    found = re.findall(
        r'id="why-(staged)-f\d+">.*?</dt><dd>(\w+) is in the cache: [a-z ]* lines? ([\d, and]+)', page
    )
    assert {name for _, name, _ in found} == {"sigy", "num", "sigx", "xpy", "den", "invden"}
    for function, name, numbers in found:
        for number in re.findall(r"\d+", numbers):
            assert re.search(rf"\b{name}\b", lines[f"{function}-b{number}"][1])


def test_a_page_of_twenty_functions_is_small() -> None:
    page = review_page(str(ROOT / "examples" / "layers.py"), Options())
    count = page.count("<section")
    assert count >= 8 and len(page.encode()) * 20 / count < LARGEST, (count, len(page.encode()))


def test_the_same_page_comes_out_twice(tmp_path: Path) -> None:
    assert review_page(str(NOTES), Options()) == review_page(str(NOTES), Options())


HOSTILE = '''
import numpy as np

def f(x):  # </pre><script>alert("1")</script> & "quotes" 'too'
    """</section><img src=x onerror=alert(2)>"""
    # turned \u202e round \u2066 and \u200b hidden
    note = "</script><script>alert(3)</script>"
    print(note)
    \N{GREEK SMALL LETTER ALPHA} = 2 * x  # \u202e
    return \N{GREEK SMALL LETTER ALPHA} * x
'''


def test_names_comments_and_docstrings_of_hostile_sources_are_escaped(tmp_path: Path) -> None:
    page = page_of(tmp_path, HOSTILE)
    assert page.count("<script") == 1 and "<img" not in page and "onerror=alert(2)&gt;" in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f]", page)
    assert "U+202E" in page and "U+2066" in page and "U+200B" in page
    assert "&lt;script&gt;alert" in page


def test_a_name_of_a_file_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "<b>&amp;.py"
    path.write_text("def f(x):\n    return x * x\n", encoding="utf-8")
    page = review_page(str(path), Options())
    assert "<b>&amp;.py" not in page and "&lt;b&gt;&amp;amp;.py" in page


@pytest.mark.parametrize(
    "text", ["a = '''1\n2'''\n# c\n\n\nb", "", "\n", "x = 'é'\t# \U0001f600", "if x:\n\ty\f\n"]
)
def test_highlighting_keeps_every_letter(text: str) -> None:
    shown = "\n".join(plain(line) for line in highlighted(text))
    assert shown == text.replace("\f", "U+000C")


BEFORE = """
def f(x, y):
    a = x * y
    b = a + x
    c = b * b
    return c
"""


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            ("c = b * b", "c = 3 * b"),
            "The edit of line 5 changed its own mirror in the backward pass, and nothing else",
        ),
        (("b = a + x", "b = a + x  # a fork"), "The edit of line 4 left the backward pass as it was."),
        (("a = x * y", "a = x * y\n    y = y * 2"), "The edit of line 4 left the backward pass as it was."),
        (
            ("    b = a + x\n    c = b * b", "    c = a * a"),
            "Beside the mirror of line 4, line 18 of the backward pass changed, which mirrors line 3.",
        ),
        (("    b = a + x\n    c = b * b\n    return c", "    return a"), "Beside the mirror of line 4"),
    ],
    ids=["a gate", "a comment", "what nobody reads", "a fork less", "lines less"],
)
def test_a_page_of_changes_says_whether_only_the_mirror_changed(
    tmp_path: Path, edit: tuple[str, str], said: str
) -> None:
    after = BEFORE.replace(*edit)
    assert after != BEFORE
    assert said in plain(page_of(tmp_path, after, BEFORE).partition("<h1>")[2])


def test_a_page_of_changes_shows_old_lines_and_leaves_out_what_did_not_change(tmp_path: Path) -> None:
    other = "\ndef g(z):\n    return z * z\n"
    page = page_of(tmp_path, BEFORE.replace("b * b", "b * 3") + other, BEFORE + other)
    assert re.search(r"<a class=old><b>5</b> +c = b \* b</a>", page)
    assert re.search(r"class=new><b>5</b>", page)
    assert "g-s" not in page and "f-s" in page


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "page.html"
    assert main(["page", str(NOTES), "-o", str(output)]) == 0
    assert output.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["page", str(NOTES), "-o", "-", "--only", "neuron"]) == 0
    assert "staged-s" not in capsys.readouterr().out


def test_a_page_is_not_written_over_what_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "model.py"
    path.write_text(BEFORE, encoding="utf-8")
    assert main(["page", str(path), "-o", str(path)]) == 1
    assert main(["page", str(NOTES), "--diff", str(path), "-o", str(path)]) == 1
    assert "E008" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == BEFORE


def test_without_pygments_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from codegen import highlight

    highlight._lexer.cache_clear()
    monkeypatch.setitem(sys.modules, "pygments.lexers.python", None)
    monkeypatch.setitem(sys.modules, "pygments", None)
    with pytest.raises(SystemExit) as exit:
        main(["page", str(NOTES)])
    assert exit.value.code == 2
    assert "backprop-codegen[page]" in capsys.readouterr().err


def test_a_source_that_is_refused_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "model.py"
    path.write_text("def f(x):\n    return mystery(x)\n", encoding="utf-8")
    assert main(["page", str(path), "-o", str(tmp_path / "page.html")]) == 1
    assert "model.py:2" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


STAGED = (("staged", "x=3, y=-4"),)


def cells(page: str, title: str) -> list[list[str]]:
    """The rows of a table, as texts."""
    table = page.partition(f"<h4>{title}</h4>")[2].partition("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", table)[1:]
    return [[plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)] for row in rows]


def test_an_example_shows_value_and_gradient_of_each_stage() -> None:
    page = review_page(str(NOTES), Options(final=("staged",)), examples=Examples(given=STAGED))
    found = {name: (float(value), float(gradient)) for _, name, value, gradient, _ in cells(page, "Stages")}
    assert found["x"] == (3, pytest.approx(2.0596, abs=1e-4)) and found["y"] == (
        -4,
        pytest.approx(1.5922, abs=1e-4),
    )
    assert found["f"][1] == 1 and found["invden"][1] == pytest.approx(found["num"][0], abs=1e-3)
    lines = lines_of(page)
    (text,) = (
        text for place, (_, text) in lines.items() if place.startswith("staged-s") and "xpy = " in text
    )
    assert re.search(r"xpy -1 1\.5\d+$", text)
    assert [row[-1] for row in cells(page, "Gradient check")] == ["right", "right"]
    assert "was run for the examples" in page and "was read, not run" not in page


def test_an_example_shows_the_circuit() -> None:
    given = (("circuit", "x=-2, y=5, z=-4"),)
    page = review_page(str(NOTES), Options(), examples=Examples(given=given))
    drawing = page.partition("<svg")[2].partition("</svg>")[0]
    assert [number for number in ("-12", "-4", "3") if f">{number}<" in drawing] == ["-12", "-4", "3"]
    assert page.count("<svg") == 1 and 'data-line="7"' in drawing


def test_the_lines_that_read_the_cache_are_those_of_the_page() -> None:
    page = review_page(str(NOTES), Options(), examples=Examples(given=STAGED))
    lines = lines_of(page)
    rows = cells(page, "The cache")
    assert [row[0] for row in rows] == ["sigy", "num", "sigx", "xpy", "den", "invden"]
    for name, _, _, size, read in rows:
        assert size == "8" and all(name in lines[f"staged-b{number}"][1] for number in read.split(", "))


RUN = """
import numpy as np

# backprop: example x=(4, 3), w=(3, 2), n=3
def loop(x: "N D", w: "D M", n: int):
    h = x @ w
    for i in range(n):
        h = np.tanh(h) * 2.0
    x[0] *= 2.0
    return np.sum(h) + x[0, 0]


def other(x):
    return x * x
"""


def test_a_function_with_an_example_above_it_is_run_if_that_is_asked_for(tmp_path: Path) -> None:
    page_of(tmp_path, RUN)
    path = str(tmp_path / "model.py")
    page = review_page(path, Options(), examples=Examples(commented=True))
    assert [row[-1] for row in cells(page, "Gradient check")] == ["right", "right"]
    assert any("the last of 3 turns" in row[1] for row in cells(page, "Stages"))
    assert page.count("<h4>Stages</h4>") == 1
    assert "<h4>Stages</h4>" not in review_page(path, Options())


def test_a_default_may_stand_before_an_argument_of_the_example(tmp_path: Path) -> None:
    source = "def f(x: float, k: float = 2.0, w: float = 3.0):\n    return x * k + w * w\n"
    page_of(tmp_path, source)
    given = (("f", "x=1.5, w=0.5"),)
    page = review_page(str(tmp_path / "model.py"), Options(), examples=Examples(given=given))
    rows = {row[0]: row[-1] for row in cells(page, "Gradient check")}
    assert rows == {"x": "right", "k": "right", "w": "right"}
    found = {row[1]: row[3] for row in cells(page, "Stages")}
    assert (found["x"], found["w"]) == ("2", "1")


def test_nothing_is_run_unless_that_is_asked_for(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    source = f"open({str(marker)!r}, 'w').close()\n# backprop: example x=1.0\ndef f(x):\n    return x * x\n"
    page_of(tmp_path, source)
    assert not marker.exists()
    review_page(str(tmp_path / "model.py"), Options(), examples=Examples(commented=True))
    assert marker.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("loop", "x=(4, 3), w=(3, 2)"), "no example values for n"),
        (("loop", "x=(4, 3), w=(2, 2), n=1"), "fails on these arguments"),
        (("loop", "x=(4, 3), w=(3, 2), n=1, q=2"), "no argument q"),
        (("loop", "x=hello"), "no shape"),
        (("stranger", "x=1"), "no pair of a function stranger"),
    ],
    ids=["missing", "shapes", "unknown", "a name", "a stranger"],
)
def test_an_example_that_does_not_go_is_told(tmp_path: Path, given: tuple[str, str], said: str) -> None:
    page_of(tmp_path, RUN)
    with pytest.raises((FileRefused, WrongInput)) as error:
        review_page(str(tmp_path / "model.py"), Options(), examples=Examples(given=(given,)))
    problems = error.value.located.problems if isinstance(error.value, FileRefused) else [error.value]
    assert said in str(problems[0])


def test_the_command_runs_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", str(NOTES), "--at", "staged:x=3, y=-4"]) == 0
    assert "<h4>Stages</h4>" in capsys.readouterr().out
    page_of(tmp_path, RUN)
    assert main(["page", str(tmp_path / "model.py"), "--run"]) == 0
    assert "<h4>Stages</h4>" in capsys.readouterr().out
    with pytest.raises(SystemExit) as exit:
        main(["page", str(NOTES), "--at", "x=3"])
    assert exit.value.code == 2
