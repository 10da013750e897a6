"""The page that says what is refused of random programs."""

from __future__ import annotations

from collections import Counter

HEAD = """# What is refused of random programs

Made by `make refusals`: do not edit. Programs are drawn at random, of loops, branches and writes, some
of them of forms that few people would write. What runs, and is smooth at the point where it is asked,
is generated from; what comes out must be right by differences, or be refused.

    PYTHONPATH=tests python -m fuzz {options}

Programs that write into memory without asking who else names it are counted apart: they are refused
by right where the other name is read later, or is an argument's.

| | programs | right | refused | share refused |
|---|---|---|---|---|
{rows}

## Why

The share is that of the programs which own the memory that they write into. One may be refused for
several reasons; names are left out. `backprop explain` says of each code what it means and what to
write instead.

| share | code | reason |
|---|---|---|
{reasons}
"""
SHARES = "shares memory, "
SHORTEST = 0.003  # the share of a reason that has a line


def written_page(counts: Counter[str], refused: Counter[str], options: str) -> str:
    """The page, from how many programs came to what, and why."""
    rows, total = [], 1
    for title, before in (("own their memory", ""), ("may share it", SHARES)):
        kinds = {kind: counts[before + kind] for kind in ("ok", "refused", "wrong", "crash")}
        number = max(sum(kinds.values()), 1)
        share = kinds["refused"] / number
        rows.append(f"| {title} | {number} | {kinds['ok']} | {kinds['refused']} | {share:.0%} |")
        total = total if before else number
    reasons = [
        f"| {count / total:.1%} | {code} | {words.replace('_', '…').replace('|', '')} |"
        for text, count in sorted(refused.items(), key=lambda item: (-item[1], item[0]))
        if ": " in text and not text.startswith(SHARES) and count / total >= SHORTEST
        for code, words in [text.split(": ", 1)]
    ]
    return HEAD.format(options=options, rows="\n".join(rows), reasons="\n".join(reasons))
