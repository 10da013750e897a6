"""A text as black writes it; what black would leave as it is, is not given to it.

black takes about a millisecond a line, which is more than all other steps together, and most lines are
plain: names, numbers, calls and operators that fit the line, spaced as black spaces them. A line that is
not plain by the rules below is given to black, as is all that is around it, where one name stands for
each row of plain lines.
"""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass, field

from codegen.options import LINE_LENGTH

HEADS = ("for ", "if ", "elif ", "while ")
PLAIN_COMMENT = re.compile(r"# \S(?!.*(?:fmt:|yapf:|type:)).*(?<! )$")
STANDS_FOR = re.compile(r"^ *__plain_(\d+)__$", re.MULTILINE)
PARAMETER = r'[^\W\d]\w*(?:: (?:"[^"\\\']*"|[\w.]+)(?: = (?:\d[\d.]*|\w+))?|=(?:\d[\d.]*|\w+))?'
SIGNATURE = re.compile(rf"def \w+\((?:{PARAMETER}(?:, {PARAMETER})*)?\):")
ROW = re.compile(
    r"( *)(?:(?P<cache>\w+ = )\((?P<held>\w+(?:, \w+)+)\)|(?P<names>\w+(?:, \w+)+)(?P<of> = \w+))"
)
ASSIGNS = re.compile(r" (?:[-+*/@]|//|\*\*)?= ")
TOKEN = re.compile(
    r"(?P<binary> (?:[-+*/%@&|^]|\*\*|//|<<|>>|==|!=|<=|>=|<|>|and|or|is not|is|not in|in|if|else|for) )"
    r"|(?P<power>\*\*\d+)"
    r"|(?P<prefix>not |[-~*])"
    r'|(?P<value>[^\W\d]\w*|\d+(?:\.\d+)?(?:e[-+]?\d+)?|"[^"\\\']*"|\.\.\.)'
    r"|(?P<field>\.[^\W\d]\w*)"
    r"|(?P<comma>, )"
    r"|(?P<opening>[(\[{])"
    r"|(?P<closing>,?[)\]}])"
    r"|(?P<pair>: )"
    r"|(?P<colon>:)"
    r"|(?P<named>=)"
)
# Signs of one column: ASCII, and the letters of Latin, Greek and Cyrillic.
NARROW = re.compile(r"[\0-\x7f\u00c0-\u02af\u0386-\u0482\u048a-\u052f]*")
KEYWORDS = frozenset(keyword.kwlist) - {"None", "True", "False"}


def formatted(text: str, width: int = LINE_LENGTH, *, commas: bool = True) -> str:
    """The text as black writes it in lines of a width: a row of functions, or of statements.

    Without `commas` one that ends a row is no reason to break it, as black can be told, too.
    """
    parts = text.strip("\n").split("\n\n\n")
    spaced = len(parts) > 1 or re.search("^(def|class|@)", text, re.MULTILINE)
    rest = _Rest(width)
    for number, part in enumerate(parts):
        lines = part.split("\n")
        if spaced and not (part.startswith("def ") and len(_statements(lines)) == 1):
            return _by_black(text, width, commas)  # which knows how many empty lines there must be
        rest.lines += ["", ""] if number else []
        _skeleton(lines, rest)
    if not rest.odd:
        return "\n\n\n".join(rest.plain) + "\n"
    made = _by_black("\n".join(rest.lines), width, commas)
    return STANDS_FOR.sub(lambda found: rest.plain[int(found[1])], made)


def _in_rows(line: str, width: int) -> list[str]:
    """A row of names that is too long, each in a line of its own, as black breaks it."""
    found = ROW.fullmatch(line) if len(line) > width and NARROW.fullmatch(line) else None
    if found is None or (found["names"] and len(f"{found[1]}{found['names']} = (") <= width):
        return [line]
    inner = [f"{found[1]}    {name}," for name in (found["held"] or found["names"]).split(", ")]
    return [f"{found[1]}{found['cache'] or ''}(", *inner, f"{found[1]}){found['of'] or ''}"]


def _by_black(text: str, width: int, commas: bool) -> str:
    import black

    return black.format_str(text, mode=black.Mode(line_length=width, magic_trailing_comma=commas))


@dataclass
class _Rest:
    """What is left for black: lines, and the rows of plain lines that names in them stand for."""

    width: int
    lines: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    odd: bool = False

    def put(self, row: list[str]) -> None:
        """Puts a name in the place of a row of plain lines."""
        if row:
            self.lines.append(f"{' ' * _indent(row[0])}__plain_{len(self.plain)}__")
            self.plain.append("\n".join(short for line in row for short in _in_rows(line, self.width)))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _skeleton(lines: list[str], rest: _Rest) -> None:
    """Goes through the statements of one depth, each with the comments above it and what is in it."""
    row: list[str] = []
    for clauses in _statements(lines):
        if all(_is_plain_clause(clause, rest.width) for clause in clauses):
            row += [line for clause in clauses for line in (*clause.head, *clause.body)]
            continue
        rest.put(row)
        row = []
        for clause in clauses:
            rest.odd = True
            rest.lines += clause.head
            if clause.is_block:
                _skeleton(clause.body, rest)
            else:
                rest.lines += clause.body
    rest.put(row)


@dataclass(frozen=True)
class _Clause:
    """A simple statement, or one arm of a compound one: its head, with the comments above, and its body."""

    head: list[str]
    body: list[str]

    @property
    def is_block(self) -> bool:
        """Whether what is in it are statements, and no other lines of this one."""
        return self.head[-1].partition("  # ")[0].endswith(":")


def _statements(lines: list[str]) -> list[list[_Clause]]:
    """The statements of one depth."""
    found: list[list[_Clause]] = []
    at = 0
    while at < len(lines):
        first, depth = at, _indent(lines[at])
        while at < len(lines) - 1 and lines[at].lstrip().startswith(("#", "@")):
            at += 1
        if lines[at].lstrip().startswith('"""'):
            at = _end_of_text(lines, at)
        head = at
        at += 1
        if lines[head]:
            while at < len(lines) and (not lines[at] or _indent(lines[at]) > depth):
                at += 1
            while not lines[at - 1]:
                at -= 1  # what is behind a block is none of it
        clause = _Clause(lines[first : head + 1], lines[head + 1 : at])
        if found and lines[head].lstrip().startswith(("else:", "elif ")):
            found[-1].append(clause)
        else:
            found.append([clause])
    return found


def _end_of_text(lines: list[str], at: int) -> int:
    """The last line of a docstring."""
    if lines[at].count('"""') > 1:
        return at
    return next((i for i in range(at + 1, len(lines)) if '"""' in lines[i]), at)


def _is_plain_clause(clause: _Clause, width: int) -> bool:
    """Whether black leaves a statement, and all that is in it, as it is."""
    depth = _indent(clause.head[0])
    first = next((i for i, line in enumerate(clause.head) if not line.lstrip().startswith("#")), None)
    if first is None or any(not PLAIN_COMMENT.fullmatch(line.lstrip()) for line in clause.head[:first]):
        return False
    if any(_indent(line) != depth for line in clause.head[: first + 1]):
        return False
    if clause.head[first].lstrip().startswith('"""'):
        return not clause.body and _is_plain_docstring(clause.head[first:], depth, width)
    if clause.is_block != bool(clause.body) or not _is_plain_line(clause.head[first], width):
        return False
    return all(_is_plain_clause(inner, width) for clauses in _statements(clause.body) for inner in clauses)


def _is_plain_docstring(lines: list[str], depth: int, width: int) -> bool:
    text = "\n".join(lines)[depth + 3 : -3]
    if not NARROW.fullmatch(text) or "\\" in text or '"' in text or not text[:1].strip():
        return False
    if len(lines) == 1:
        return len(lines[0]) <= width and text == text.strip() and lines[0].endswith('"""')
    inner = [line for line in lines[1:-1] if line]
    ends = lines[-1] == " " * depth + '"""'
    stripped = all(line == line.rstrip() and "\t" not in line for line in lines)
    return ends and stripped and bool(inner) and min(map(_indent, inner)) == depth


def _is_plain_line(line: str, width: int) -> bool:
    """Whether black leaves a line as it is, if that is the whole of a statement or of a block's head."""
    if len(line) > width or not NARROW.fullmatch(line):
        return len(_in_rows(line, width)) > 1
    text = line.lstrip(" ")
    code, sign, comment = text.partition("  # ")
    if sign and ('"' in line or not PLAIN_COMMENT.fullmatch(f"# {comment}")):
        return False
    if code in ("pass", "break", "continue", "return", "else:"):
        return True
    if code.startswith("def "):
        return text == line and SIGNATURE.fullmatch(code) is not None
    if code.endswith(":"):
        return code.startswith(HEADS) and _is_plain_head(code[:-1])
    if code.startswith(("return ", "raise ")):
        what = code.partition(" ")[2]
        return not what.startswith("(") and _is_plain(what)
    *targets, value = ASSIGNS.split(code)
    one = [t for t in targets if t.startswith("(") and not t.endswith(",)")]
    return not one and all(map(_is_plain, [*targets, value]))


def _is_plain_head(code: str) -> bool:
    word, _, test = code.partition(" ")
    if word == "for":
        target, sign, over = test.partition(" in ")
        return bool(sign) and _is_plain(target) and _is_plain(over) and "(" not in (target[0], over[0])
    return _is_plain(test)


@dataclass
class _Bracket:
    """An open bracket, and what is known of what is in it."""

    sign: str
    groups: bool  # it is none of a call or of an index
    start: int
    comma: bool = False
    colon: bool = False
    bare: bool = True  # what is beside a colon is a name or a number
    signed: bool = False  # the operand has a sign before it: black puts a power of it in parentheses


def _is_plain(code: str) -> bool:
    """Whether an expression is spaced as black spaces it, without parentheses that black takes away."""
    scanner, at = _Scanner(code), 0
    while at < len(code):
        found = TOKEN.match(code, at)
        if found is None or not scanner.takes(str(found.lastgroup), found):
            return False
        at = found.end()
    return scanner.ends and len(scanner.brackets) == 1


class _Scanner:
    """Goes through the tokens of an expression; `ends` says whether it could end behind the last one."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.brackets = [_Bracket("", False, 0)]
        self.before, self.sort, self.ends = "", "", False

    def takes(self, sort: str, found: re.Match[str]) -> bool:
        """Whether the next token is plain where it stands."""
        token = found[0]
        plain: bool = getattr(self, f"_{sort}")(token, found)
        self.before, self.sort = token, sort
        return plain

    def _value(self, token: str, found: re.Match[str]) -> bool:
        plain = not self.ends and token not in KEYWORDS
        self.ends = True
        return plain

    def _field(self, token: str, found: re.Match[str]) -> bool:
        self.brackets[-1].bare = False
        return self.ends and not self.before[0].isdigit() and token[1:] not in KEYWORDS

    def _power(self, token: str, found: re.Match[str]) -> bool:
        """black closes up a power of a name or a number, which may have fields."""
        self.brackets[-1].bare = False
        head = re.search(r"[\w.]+$", self.code[: found.start()])
        plain = head is not None and head[0][0] != "." and self.sort in ("value", "field")
        plain = plain and not self.brackets[-1].signed
        return plain and not re.match(r"[.e\w(\[]", self.code[found.end() :])

    def _binary(self, token: str, found: re.Match[str]) -> bool:
        self.brackets[-1].bare = False
        bracket = self.brackets[-1]
        plain = self.ends and (token != " ** " or (self.sort == "closing" and not bracket.signed))
        bracket.signed = self.ends = False
        return plain

    def _prefix(self, token: str, found: re.Match[str]) -> bool:
        follows = self.code[found.end() : found.end() + 1]
        if token != "-" or not follows.isdigit():
            self.brackets[-1].bare = False
        self.brackets[-1].signed = True
        if token == "*" and (self.sort not in ("opening", "comma") or follows in "*("):
            return False
        return not self.ends and not (token == "not " and follows == "(")

    def _comma(self, token: str, found: re.Match[str]) -> bool:
        plain = self._is_element()
        self.brackets[-1].comma = self.brackets[-1].bare = True
        self.brackets[-1].colon = self.brackets[-1].signed = self.ends = False
        return plain

    def _opening(self, token: str, found: re.Match[str]) -> bool:
        groups = not self.ends
        self.brackets[-1].bare = False
        plain = not (groups and token == "(" and self.before in (" in ", " for ", ": "))
        around = self.brackets[-1]
        if groups and token == "(" and self.before == "[" and not around.groups:
            plain = False
        self.brackets.append(_Bracket(token, groups, found.start()))
        self.ends = False
        return plain

    def _closing(self, token: str, found: re.Match[str]) -> bool:
        """The end of a bracket. Of a tuple with one item black leaves the comma."""
        plain = self._is_element() or (self.sort == "opening" and len(token) == 1)
        bracket = self.brackets.pop()
        if not self.brackets or {"(": ")", "[": "]", "{": "}"}[bracket.sign] != token[-1]:
            return False
        self.ends = True
        if len(token) == 2:
            return plain and bracket.groups and not bracket.comma and token == ",)"
        whole = bracket.start == 0 and found.end() == len(self.code)
        whole = whole or self.code[bracket.start - 1] + self.code[found.end() : found.end() + 1] == "[]"
        needless = bracket.groups and token == ")" and not bracket.comma and self.sort != "opening"
        return plain and not (whole and needless)

    def _pair(self, token: str, found: re.Match[str]) -> bool:
        """What is between a key of a dict and what it has."""
        plain = self.ends and self.brackets[-1].sign == "{"
        self.brackets[-1].signed = self.ends = False
        return plain

    def _colon(self, token: str, found: re.Match[str]) -> bool:
        bracket = self.brackets[-1]
        bracket.colon, self.ends = True, False
        return bracket.sign == "[" and not bracket.groups

    def _named(self, token: str, found: re.Match[str]) -> bool:
        bracket = self.brackets[-1]
        self.ends = False
        return bracket.sign == "(" and not bracket.groups and self.sort == "value"

    def _is_element(self) -> bool:
        """Whether what ends here is an operand, or a slice of names and numbers."""
        bracket = self.brackets[-1]
        return (self.ends or self.sort == "colon") and (bracket.bare or not bracket.colon)
