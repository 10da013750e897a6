"""Writes the outputs of tests/cases anew: `python tests/update_cases.py [NAME...]`.

Every change it makes is one to review, as any other change to generated code.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from case_files import case_paths, read_case, written_case

from codegen.problems import Refused, render


def main(names: list[str]) -> int:
    """Updates the named cases, or all; says which changed, and which are refused."""
    status = 0
    for path in case_paths():
        if names and path.stem not in names:
            continue
        case = read_case(path)
        try:
            new = written_case(replace(case, output=case.generated()))
        except Refused as refused:
            lines = case.source.split("\n")
            print("\n".join(render(problem, path.stem, lines) for problem in refused.problems))
            status = 1
            continue
        if path.read_bytes().decode() != new:
            path.write_bytes(new.encode())
            print(f"{path.stem}: updated")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
