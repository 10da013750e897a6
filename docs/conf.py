"""How the documents become a site: `make site`. The pages of error codes are those of the command."""

from __future__ import annotations

import shutil
from pathlib import Path

import codegen

DOCS = Path(__file__).parent
ERRORS = DOCS / "errors"  # a copy, made anew each time


def _copy_error_pages() -> None:
    shutil.rmtree(ERRORS, ignore_errors=True)
    ERRORS.mkdir()
    for page in sorted((DOCS.parent / "codegen" / "pages").glob("*.md")):
        shutil.copyfile(page, ERRORS / page.name)


_copy_error_pages()

project = "backprop-codegen"
version = release = codegen.__version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
html_theme = "alabaster"
html_theme_options = {
    "description": "Backward passes as a careful person would write them",
    "page_width": "75rem",
}
html_copy_source = False
html_show_copyright = False
myst_heading_anchors = 3
