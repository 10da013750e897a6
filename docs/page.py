"""Makes docs/page/: the page of review of examples/notes.py, as it looks in light and dark.

The pictures need the extra `browser`, and Chromium: `python docs/page.py`.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from codegen.options import Options
from codegen.review import Examples, review_page

FOLDER = Path(__file__).parent / "page"
SOURCE = Path(__file__).parents[1] / "examples" / "notes.py"
LIT = "xpy = x + y"


def main() -> None:
    """Takes the pictures, with the partners of one line lit."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "notes.html"
        examples = Examples(given=(("staged", "x=3, y=-4"),))
        file.write_text(review_page(str(SOURCE), Options(), examples=examples), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1440, "height": 800}, color_scheme=scheme)
            page.goto(f"{file.as_uri()}#staged")
            page.locator('a[id^="staged-s"]', has_text=LIT).hover()
            page.screenshot(path=FOLDER / f"{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
