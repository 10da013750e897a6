"""The page of review in a browser: what is lit, the keys, links, and that it asks for nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from circuits_of_the_notes import FIGURES

from codegen.options import Options
from codegen.review import Examples, review_page

playwright = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")

ROOT = Path(__file__).parents[1]
NOTES = ROOT / "examples" / "notes.py"
CIRCUITS = ROOT / "docs" / "circuits"
SHOWN = """groups => groups.map(group => {
    const parts = [group.querySelector(".value"), group.querySelector(".gradient")];
    return {
        texts: [...group.querySelectorAll("text")].map(text => text.textContent),
        numbers: parts.map(part => part.textContent),
        boxes: parts.map(part => part.getBoundingClientRect().toJSON()),
        colours: parts.map(part => getComputedStyle(part).fill.match(/\\d+/g).map(Number)),
    };
})"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("there is no Chromium")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens the page of the notes' functions. The console says nothing, and nothing else is asked for."""
    path = tmp_path / "notes.html"
    examples = Examples(given=(("circuit", "x=-2, y=5, z=-4"),))
    path.write_text(review_page(str(NOTES), Options(), examples=examples), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1600, "height": 1000})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url))

    def goto(fragment: str = "") -> Any:
        page.goto(f"{path.as_uri()}{fragment}")
        return page

    yield goto
    assert set(said) == {path.as_uri()}
    page.close()


def texts(page: Any, selector: str) -> list[str]:
    """The text of elements, without the numbers of lines."""
    return [one.split(maxsplit=1)[-1] for one in page.locator(selector).all_inner_texts()]


def line(page: Any, function: str, panel: str, text: str) -> Any:
    """A line by its text."""
    return page.locator(f'a[id^="{function}-{panel}"]', has_text=text).first


def test_a_line_under_the_mouse_lights_its_mirror_and_says_why(opened: Any) -> None:
    page = opened()
    line(page, "staged", "s", "xpy = x + y").hover()
    assert texts(page, "[id^='staged-b'].lit") == ["# backprop xpy = x + y", "dx = dxpy", "dy = dxpy"]
    assert texts(page, "[id^='staged-f'].lit") == ["xpy = x + y"]
    assert "Distributes the gradient" in page.locator("aside").inner_text()
    line(page, "staged", "b", "dden = ").hover()
    assert texts(page, "[id^='staged-s'].lit") == ["invden = 1.0 / den"]
    assert not page.locator("[id^='neuron-'].lit").count()


def test_a_gate_of_the_circuit_and_its_lines_light_each_other(opened: Any) -> None:
    page = opened()
    line(page, "circuit", "s", "q = x + y").hover()
    assert page.locator("#circuit ~ div .gate.lit").count() == 1
    gate = page.locator("section:has(#circuit) .gate").nth(1)
    gate.locator("text").first.hover()
    assert texts(page, "[id^='circuit-s'].lit") == ["f = q * z  # f becomes -12f -12 1"]
    assert {"*", "-12", "1"} <= set(gate.locator("text, tspan").all_text_contents())


def focused(page: Any) -> str:
    """The link of the line that has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def test_the_keys_reach_every_line_and_go_to_its_partners(opened: Any) -> None:
    page = opened()
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page).startswith("staged-s"):
            break
    source = focused(page)
    first = int(source.removeprefix("staged-s"))
    page.keyboard.press("ArrowDown")
    assert focused(page) == f"staged-s{first + 1}"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("staged-b")
    assert "sigy" in page.locator(f"#{focused(page)}").inner_text()
    assert texts(page, "[id^='staged-s'].lit") == ["sigy = 1.0 / (1 + math.exp(-y))  # sigmoid in numerator"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert focused(page).startswith("staged-f")
    page.keyboard.press("Escape")
    assert not page.locator(".lit").count() and page.locator("aside").inner_text() == ""


def test_enter_gives_a_line_its_link_and_the_link_leads_to_it(opened: Any) -> None:
    page = opened()
    target = line(page, "circuit", "b", "dq = ")
    place = target.get_attribute("id")
    target.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{place}")
    page = opened(f"#{place}")
    assert focused(page) == place
    assert page.locator(f"#{place}").evaluate("one => one.matches('.lit')")
    box = page.locator(f"#{place}").bounding_box()
    assert 0 <= box["y"] <= 1000


def test_without_scripts_the_page_can_be_read_and_printed(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notes.html"
    path.write_text(review_page(str(NOTES), Options()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert "Line by line" in page.locator("body").inner_text()
    assert "Distributes the gradient" in page.locator("body").inner_text()
    page.emulate_media(media="print")
    assert not page.locator(".keys").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_in_light_and_dark(browser: Any, tmp_path: Path, scheme: str) -> None:
    path = tmp_path / "notes.html"
    path.write_text(review_page(str(NOTES), Options()), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(path.as_uri())
    names = ("--text", "--faint", "--word", "--string", "--number", "--value", "--gradient")
    style = "getComputedStyle(document.documentElement).getPropertyValue"
    for back in ("--back", "--box", "--lit", "--here", "--new", "--old"):
        behind = luminance(page.evaluate(f"{style}('{back}')"))
        for name in names:
            front = luminance(page.evaluate(f"{style}('{name}')"))
            ratio = (max(front, behind) + 0.05) / (min(front, behind) + 0.05)
            assert ratio > (4.5 if back in ("--back", "--box") else 3.0), (scheme, name, back, ratio)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", FIGURES)
def test_the_circuits_of_the_notes_have_values_above_and_gradients_below_the_wires(
    browser: Any, name: str, scheme: str
) -> None:
    path = CIRCUITS / f"{name}.svg"
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1600, "height": 1000})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url))
    page.goto(path.as_uri())
    figure = FIGURES[name]
    seen = [page.locator(f"g.{kind}").evaluate_all(SHOWN) for kind in ("input", "gate")]
    assert [(one["texts"][0].split()[0], *one["numbers"]) for one in seen[0]] == figure.inputs
    assert [(one["texts"][0], *one["numbers"]) for one in seen[1]] == figure.gates
    picture = page.locator("svg").bounding_box()
    for one in (*seen[0], *seen[1]):
        (value, gradient), (green, red) = one["boxes"], one["colours"]
        assert value["bottom"] <= gradient["top"], one
        assert value["left"] >= 0 and gradient["right"] <= picture["width"], one
        assert gradient["bottom"] <= picture["height"] <= 1000 and picture["width"] <= 1600, one
        assert green[1] > max(green[0], green[2]) and red[0] > max(red[1], red[2]), one
    assert said == [path.as_uri()]
    page.close()


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as the guidelines for accessible pages (WCAG) define it."""
    digits = colour.strip().lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
