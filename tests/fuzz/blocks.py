"""Random programs with loops, branches and writes; what they are judged by is in `judge`.

A program is drawn as text from a few types of values (numbers, vectors and matrices of one size, lists,
tuples, dicts, positions). Most of what is drawn runs; what does not, or grows, or stands near a kink,
is thrown away by `judge.usable`. Names are few, so that they collide and are given new values.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from fuzz.expressions import (
    ANNOTATIONS,
    COUNTERS,
    DICT,
    INT,
    LIST,
    MATRIX,
    NUMBER,
    PAIR,
    ROWS,
    SIZE,
    VECTOR,
    WORDS,
    Expressions,
    Helper,
    NotHere,
    Program,
)

STATE = (
    *("lines", "types", "ranges", "depth", "loops", "arguments", "lengths", "protected"),
    *("owned", "disowned", "wrote", "at_leaving"),
)


class Writer(Expressions):
    """Draws a module."""

    def program(self) -> Program:
        """A module of one to three functions."""
        text = "import math\n" if self.plain else "import numpy as np\n"
        for number in range(int(self.rng.choice([0, 0, 1, 2]))):
            helper, _ = self.function(f"g{number}", int(self.rng.integers(1, 4)), small=True)
            text += "\n\n" + helper
        last, arguments = self.function("f", int(self.rng.integers(2, 6)))
        return Program(text + "\n\n" + last, "f", arguments, shares=self.shares)

    def function(self, name: str, count: int, small: bool = False) -> tuple[str, tuple[Any, ...]]:
        """A function and arguments for it; it may be called by those drawn after it."""
        self.lines, self.types, self.ranges, self.depth, self.loops = [], {}, {}, 1, 0
        self.arguments, self.lengths, self.protected = set(), {}, set()
        self.owned, self.disowned, self.wrote, self.at_leaving = set(), set(), set(), []
        kinds = [NUMBER, LIST] if self.plain else [NUMBER, VECTOR, VECTOR, MATRIX]
        takes = [str(self.one_of(*kinds)) for _ in range(int(self.rng.integers(1, 4)))]
        if self.chance(0.3):
            takes.append(INT)
        if not small and self.chance(0.1):
            takes.append(LIST)
        names = [str(n) for n in self.rng.permutation(WORDS)[: len(takes)]]
        names = ["n" if kind == INT else n for n, kind in zip(names, takes)]
        annotated = self.one_of(True, True, False)
        for argument, kind in zip(names, takes):
            self.types[argument] = kind
            self.arguments.add(argument)
            if kind == INT:
                self.ranges[argument] = (SIZE - 1, SIZE)
                self.protected.add(argument)
            if kind == LIST:
                self.lengths[argument] = SIZE
        head = ", ".join(
            n + (f": {ANNOTATIONS[k]}" if annotated or k in (LIST, INT) else "") for n, k in zip(names, takes)
        )
        for _ in range(count):
            self.statement()
        gives = self.returned(small)
        texts = self.lines[-1].strip().removeprefix("return ")
        held = self.holders(ast.parse(texts, mode="eval").body)
        self.helpers.append(Helper(name, tuple(takes), gives, held <= self.owned and len(gives) == 1))
        values = tuple(self.value(kind) for kind in takes)
        return f"def {name}({head}):\n" + "".join(f"{line}\n" for line in self.lines), values

    def value(self, kind: str) -> Any:
        """An argument of a type."""
        draw = self.rng.uniform
        if kind == NUMBER:
            return float(draw(0.5, 1.5))
        if kind == INT:
            return SIZE - 1
        if kind == LIST:
            return [float(v) for v in draw(0.5, 1.5, SIZE)]
        return draw(0.5, 1.5, SIZE if kind == VECTOR else (SIZE, SIZE))

    def returned(self, small: bool) -> tuple[str, ...]:
        """The last statement: one value or several."""
        kinds = [NUMBER] if self.plain else [NUMBER, VECTOR, VECTOR, MATRIX]
        gives: list[str] = []
        texts = []
        returned = any(line.lstrip().startswith("return ") for line in self.lines)
        for _ in range(1 if returned else int(self.rng.choice([1, 1, 2]))):
            there = [n for n, k in self.types.items() if k in kinds and n not in self.arguments]
            if there and self.chance(0.75):
                text = there[-1] if self.chance(0.6) else str(self.one_of(*there))
                gives.append(self.types[text])
            elif not small and self.chance(0.1) and self.names(LIST):
                text = str(self.one_of(*self.names(LIST)))
                gives.append(LIST)
            elif not small and self.chance(0.2) and self.names(kind := str(self.one_of(PAIR, DICT))):
                text = str(self.one_of(*self.names(kind)))
                gives.append(kind)
            else:
                gives.append(str(self.one_of(*kinds)))
                text = self.expression(gives[-1], 2)
            texts.append(text)
        self.write(f"return {', '.join(texts)}")
        return tuple(gives)

    # Statements.

    def statement(self) -> None:
        """A statement of some form; what needs a value that is not there is drawn again."""
        forms: list[tuple[float, Callable[[], None]]] = [
            (5, self.assign),
            (4, self.augment),
            (2.5, self.branch),
            (4, self.for_range),
            (2.5, self.for_items),
            (0.8, self.while_loop),
            (1, self.append),
            (1, self.make),
            (0.7, self.swap),
            (0.7, self.call_several),
        ]
        if not self.plain:
            forms += [(4, self.write_part), (1.5, self.recurrence), (1, self.alias), (1, self.fresh_array)]
        else:
            forms += [(1, self.write_item)]
        if self.loops:
            forms += [(1, self.leave)]
        if self.depth > 3:
            forms = [
                (w, f)
                for w, f in forms
                if f not in (self.for_range, self.for_items, self.while_loop, self.branch)
            ]
        weights = np.array([w for w, _ in forms])
        for _ in range(20):
            before = {name: copy.copy(getattr(self, name)) for name in STATE}
            try:
                forms[int(self.rng.choice(len(forms), p=weights / weights.sum()))][1]()
                return
            except NotHere:
                vars(self).update(before)

    def kind(self) -> str:
        return NUMBER if self.plain else str(self.rng.choice([NUMBER, VECTOR, MATRIX], p=[0.5, 0.35, 0.15]))

    def assign(self) -> None:
        """`t = expr`."""
        kind = self.kind()
        text, name = self.expression(kind, int(self.rng.integers(1, 4))), self.target(kind)
        if self.chance(0.05):
            other = self.target(kind)
            self.write(f"{name} = {other} = {text}")
            self.bind(other, kind, text=text)
            self.bind(name, kind, text=other)
        else:
            self.write(f"{name} = {text}")
            self.bind(name, kind, text=text)

    def fresh_array(self) -> None:
        """An array to be written into."""
        kind = str(self.one_of(VECTOR, VECTOR, MATRIX))
        name = self.target(kind)
        shape = "3" if kind == VECTOR else "(3, 3)"
        like = self.name(kind) if self.names(kind) else None
        texts = [f"np.zeros({shape})", f"np.ones({shape})"] + [f"{like}.copy()", f"{like} * 1.0"] * (
            like is not None
        )
        text = self.one_of(*texts)
        if self.chance(0.1):
            other = self.target(kind)
            self.write(f"{name} = {other} = {text}")
            self.bind(other, kind, text=text)
            self.bind(name, kind, text=other)
            return
        self.write(f"{name} = {text}")
        self.bind(name, kind, text=text)

    def augment(self) -> None:
        """`t op= expr`."""
        kind = self.kind()
        name = self.written(kind)
        op = str(self.one_of("+", "+", "-", "*", "*", "/", "**"))
        other = kind if kind == NUMBER or self.chance(0.6) else NUMBER
        text = self.expression(other, int(self.rng.integers(0, 3)))
        text = f"1.0 + 0.1 * ({text})" if op == "/" else "2" if op == "**" else text
        self.write(f"{name} {op}= {text}")

    def write_part(self) -> None:
        """A write into part of an array."""
        kind = str(self.one_of(VECTOR, VECTOR, MATRIX))
        name = self.written(kind)
        op = str(self.one_of("", "", "+", "-", "*", "/"))
        i, j = self.index(), self.index()
        if kind == VECTOR:
            place, size = self.one_of(
                (f"[{i}]", 1), (f"[{i}]", 1), (f"[{i}]", 1), ("[1:]", 2), ("[:2]", 2), ("[::2]", 2),
                ("[:]", 3), ("[...]", 3), (f"[{name} > {self.bound()}]", 1), ("[[0, 2]]", 2), ("[[2, 0]]", 2),
            )  # fmt: skip
        else:
            place, size = self.one_of(
                (f"[{i}, {j}]", 1), (f"[{i}, {j}]", 1), (f"[{i}]", 3), (f"[:, {j}]", 3), (f"[{i}][{j}]", 1),
                (f"[{i}, 1:]", 2), (f"[{name} > {self.bound()}]", 1), ("[:2, :2]", 1), (f"[[0, 2], {j}]", 2),
            )  # fmt: skip
        if self.chance(0.35) and "&" not in place and ">" not in place:
            text = f"{name}{place} * {self.operand(NUMBER, 0)}"
        elif size == 3 and self.chance(0.6):
            text = self.expression(VECTOR, 2)
        elif size == 2 and self.chance(0.6):
            text = f"{self.name(VECTOR)}{self.one_of('[:2]', '[1:]', '[::2]')} * {self.operand(NUMBER, 0)}"
        else:
            text = self.expression(NUMBER, 2)
        text = f"1.0 + 0.1 * ({text})" if op == "/" else text
        self.write(f"{name}{place} {op}= {text}")

    def write_item(self) -> None:
        """A write of an item of a list."""
        name = self.written(LIST)
        op = str(self.one_of("", "+", "*"))
        self.write(f"{name}[{self.index(self.lengths.get(name, 1))}] {op}= {self.expression(NUMBER, 1)}")

    def recurrence(self) -> None:
        """`x[i] = x[i - 1] * a` in a loop, over one axis or the other."""
        name = self.written(VECTOR)
        counter = self.counter()
        text = self.one_of(
            f"{name}[{counter} - 1] * {self.operand(NUMBER, 0)}",
            f"{name}[{counter} - 1] + {self.operand(NUMBER, 1)}",
            f"np.sin({name}[{counter} - 1]) + {self.name(VECTOR)}[{counter}]",
            f"{name}[{counter}] + {name}[{counter} - 1] * {self.operand(NUMBER, 0)}",
        )
        head = self.one_of("range(1, 3)", "range(1, 3)", f"range(1, len({name}))", "range(2, 0, -1)")
        self.write(f"for {counter} in {head}:")
        self.write(f"    {name}[{counter}] = {text}")
        self.bind(counter, INT)

    def alias(self) -> None:
        """Another name for an array, or a view of one."""
        if self.chance(0.5) and self.names(MATRIX):
            source = self.name(MATRIX)
            text, kind = self.one_of(
                (f"{source}[{self.index()}]", VECTOR),
                (f"{source}[:, {self.index()}]", VECTOR),
                (f"{source}.T", MATRIX),
                (source, MATRIX),
            )
        else:
            source = self.name(VECTOR)
            text, kind = self.one_of((source, VECTOR), (f"{source}[::-1]", VECTOR), (f"{source}[:]", VECTOR))
        name = self.target(kind)
        self.write(f"{name} = {text}")
        self.bind(name, kind, text=text)

    def swap(self) -> None:
        """`a, b = b, expr`."""
        kind = self.kind()
        there = [n for n in self.names(kind) if n not in self.protected]
        if len(there) < 2:
            raise NotHere
        first, second = (str(n) for n in self.rng.choice(there, 2, replace=False))
        text = self.one_of(first, self.expression(kind, 1))
        self.write(f"{first}, {second} = {second}, {text}")
        there = {name for name, source in ((first, second), (second, first)) if source in self.owned}
        self.bind(second, kind, text=text)
        self.bind(first, kind)
        if text == first:
            self.owned |= there

    def make(self) -> None:
        """A list, a tuple or a dict; or one taken apart."""
        n = lambda: self.expression(NUMBER, 1)  # noqa: E731
        chance = self.rng.random()
        if chance < 0.35:
            name = self.target(LIST)
            texts = [f"[{n()}]", f"[{n()}, {n()}, {n()}]"]
            length = int(self.one_of(1, 3))
            self.write(f"{name} = {texts[length > 1]}")
            self.bind(name, LIST, length, "[]")
        elif chance < 0.5:
            name, source = self.target(LIST), self.name(LIST if self.plain or self.chance(0.5) else VECTOR)
            item, other = self.item(), self.name(NUMBER) if self.names(NUMBER) else "0.5"
            form = self.one_of("{0} * {0}", "{0} * 0.5 + 0.1", "{0}", "{0} * {1}").format(item, other)
            self.write(f"{name} = [{form} for {item} in {source}]")
            self.bind(name, LIST, self.lengths.get(source, 1), "[]")
        elif chance < 0.65:
            name = self.target(PAIR)
            self.write(f"{name} = ({n()}, {n()})")
            self.bind(name, PAIR)
        elif chance < 0.8:
            name = self.target(DICT)
            self.write(f"{name} = {{'p': {n()}, 'q': {n()}}}")
            self.bind(name, DICT)
        elif chance < 0.9 and not self.plain:
            name = self.target(ROWS)
            text = f"[{self.expression(VECTOR, 1)}, {self.expression(VECTOR, 1)}]"
            self.write(f"{name} = {text}")
            self.bind(name, ROWS, text=text)
        else:
            pair, first, second = self.name(PAIR), self.target(NUMBER), self.target(NUMBER)
            if first == second:
                raise NotHere
            self.write(f"{first}, {second} = {pair}")
            self.bind(first, NUMBER)
            self.bind(second, NUMBER)

    def append(self) -> None:
        """`items.append(expr)`, of a list that may have to be made first."""
        kind = LIST if self.plain or self.chance(0.7) else ROWS
        if not self.names(kind):
            name = self.target(kind)
            if self.loops:
                raise NotHere
            self.write(f"{name} = []")
            self.bind(name, kind, 0, "[]")
        name = self.written(kind)
        if name in self.protected:
            raise NotHere
        text = self.expression(NUMBER if kind == LIST else VECTOR, 1)
        self.write(f"{name}.append({text})")
        if kind == ROWS:
            self.disown(self.holders(ast.parse(text, mode="eval").body))
        self.lengths[name] = self.lengths.get(name, 1) + (not self.loops)

    def call_several(self) -> None:
        """`a, b = g(...)`."""
        able = [h for h in self.helpers if len(h.gives) == 2]
        if not able:
            raise NotHere
        helper = self.one_of(*able)
        first, second = self.target(helper.gives[0]), self.target(helper.gives[1])
        if first == second:
            raise NotHere
        given = [self.argument(t) for t in helper.takes]
        self.write(f"{first}, {second} = {helper.name}({', '.join(given)})")
        self.disown(set().union(*(self.holders(ast.parse(text, mode="eval").body) for text in given)))
        self.bind(first, helper.gives[0])
        self.bind(second, helper.gives[1])

    # Blocks.

    @contextmanager
    def block(self, loop: bool = False) -> Iterator[None]:
        """What is written inside is indented."""
        self.depth, self.loops = self.depth + 1, self.loops + loop
        start = len(self.lines)
        yield
        if len(self.lines) == start:
            self.write("pass")
        self.depth, self.loops = self.depth - 1, self.loops - loop

    def body(self, most: int = 2) -> None:
        for _ in range(int(self.rng.integers(1, most + 1))):
            self.statement()

    def branch(self) -> None:
        """`if`, with or without other arms; a name that one arm binds is seldom read behind it."""
        before, lengths, owned = dict(self.types), dict(self.lengths), set(self.owned)
        ends, owners = [], []
        self.write(f"if {self.test()}:")
        arms = int(self.rng.choice([1, 2, 2, 3]))
        for arm in range(arms):
            self.types, self.lengths, self.owned = dict(before), dict(lengths), set(owned)
            if arm:
                self.write(f"elif {self.test()}:" if arm == 1 and arms == 3 else "else:")
            with self.block():
                self.body(2)
                if self.depth == 2 and self.chance(0.04) and arm == 0:
                    self.early_return()
            ends.append(self.types)
            owners.append(self.owned)
        if arms == 1:
            ends.append(before)
            owners.append(owned)
        merged: dict[str, str] = {}
        for name in dict.fromkeys(n for end in ends for n in end):
            kinds = {end[name] for end in ends if name in end}
            everywhere = all(name in end for end in ends)
            if len(kinds) == 1 and (everywhere or self.chance(0.2)):
                merged[name] = kinds.pop()
        self.types = merged
        self.owned = {n for n in merged if all(n in o for o, end in zip(owners, ends) if n in end)}
        self.ranges = {n: r for n, r in self.ranges.items() if n in merged and merged[n] == INT}

    def early_return(self) -> None:
        """A return out of the middle, of the right sort only by chance."""
        self.write(f"return {self.expression(self.kind(), 1)}")

    def counter(self) -> str:
        free = [c for c in COUNTERS if c not in self.protected and c not in self.ranges]
        free = [c for c in free if self.types.get(c, INT) == INT] if self.loops else free
        if not free:
            raise NotHere
        return str(self.one_of(*free))

    def for_range(self) -> None:
        """`for i in range(...)`."""
        counter = self.counter()
        heads: list[tuple[str, int, int]] = [
            ("range(3)", 0, 3), ("range(3)", 0, 3), ("range(1, 3)", 1, 3), ("range(2)", 0, 2),
            ("range(2, -1, -1)", 0, 3), ("range(0, 3, 2)", 0, 3), ("reversed(range(3))", 0, 3),
            ("range(0)", 0, 1), ("range(2, 0, -1)", 1, 3),
        ]  # fmt: skip
        if self.names(VECTOR):
            name = self.name(VECTOR)
            heads += [(f"range(len({name}))", 0, 3), (f"range({name}.shape[0] - 1)", 0, 2)]
        for name, (low, high) in self.ranges.items():
            if high <= SIZE and low >= 0:
                heads += [(f"range({name})", 0, max(high - 1, 1)), (f"range({name}, 3)", low, 3)] * 2
                heads += [(f"range({name} + 1)", 0, high), (f"range({name} + 1, 3)", low + 1, 3)]
        head, low, high = self.one_of(*heads)
        self.loop(f"for {counter} in {head}:", {counter: INT}, {counter: (low, high)})

    def for_items(self) -> None:
        """A loop over a sequence, or several."""
        sources: list[tuple[str, str]] = [(n, NUMBER) for n in self.names(LIST)]
        sources += [(n, NUMBER) for n in self.names(VECTOR)] + [(n, VECTOR) for n in self.names(MATRIX)]
        sources += [(n, VECTOR) for n in self.names(ROWS)]
        sources += [(f"{n}[{p}]", NUMBER) for n in self.names(VECTOR) for p in ("1:", ":2", "::-1")]
        sources += [(f"{n}.T", VECTOR) for n in self.names(MATRIX)]
        if not sources:
            raise NotHere
        source, kind = self.one_of(*sources)
        item = self.target(kind)
        chance = self.rng.random()
        if chance < 0.4:
            self.loop(f"for {item} in {source}:", {item: kind}, {})
        elif chance < 0.5:
            self.loop(f"for {item} in reversed({source}):", {item: kind}, {})
        elif chance < 0.75:
            counter = self.counter()
            if counter == item:
                raise NotHere
            ranges = {counter: (0, 2 if "[1:" in source or "[:2" in source else SIZE)}
            known = source not in self.names(LIST) or self.lengths.get(source, 0) == SIZE
            self.loop(
                f"for {counter}, {item} in enumerate({source}):",
                {counter: INT, item: kind},
                ranges if known else {},
            )
        else:
            other, second = self.one_of(*sources)
            name = self.target(second)
            if name == item:
                raise NotHere
            self.loop(f"for {item}, {name} in zip({source}, {other}):", {item: kind, name: second}, {})

    def while_loop(self) -> None:
        """A loop that counts, and may stop before."""
        counter = self.counter()
        self.write(f"{counter} = 0")
        test = f"{counter} < {self.one_of(2, 3, 4)}"
        if self.chance(0.4) and self.names(NUMBER):
            test = str(self.one_of(f"{test} and {self.test()}", f"{self.test()} and {test}"))
        self.loop(
            f"while {test}:", {counter: INT}, {}, first=f"{counter} {self.one_of('+= 1', f'= {counter} + 1')}"
        )

    def loop(
        self, head: str, binds: dict[str, str], ranges: dict[str, tuple[int, int]], first: str = ""
    ) -> None:
        """A loop with a body; its target may not be given another value inside, but for items."""
        self.write(head)
        protected, types, owned = set(self.protected), dict(self.types), set(self.owned)
        wrote, disowned, leaving = self.wrote, self.disowned, self.at_leaving
        self.wrote, self.disowned, self.at_leaving = set(), set(), []
        over = set() if "range(" in head or head.startswith("while") else set(re.findall(r"\w+", head))
        self.owned -= over
        for name, kind in binds.items():
            self.bind(name, kind)
        self.protected |= {n for n, k in binds.items() if k == INT}
        self.protected |= {n for n in re.findall(r"\w+", head) if self.types.get(n) in (LIST, ROWS)}
        self.ranges.update(ranges)
        with self.block(loop=True):
            if first:
                self.write(first)
            self.body()
        for other in [*self.at_leaving, self.owned]:
            if not self.shares and self.wrote & owned - other:
                raise NotHere  # what the next turn writes into has another name by then
            self.owned &= other
        self.owned = {n for n in self.owned if n in owned or n not in types}
        self.owned |= over & owned - self.disowned
        self.wrote, self.disowned, self.at_leaving = wrote | self.wrote, disowned | self.disowned, leaving
        self.protected = protected
        for name in ranges:
            self.ranges.pop(name, None)
        if self.chance(0.12):
            self.write("else:")
            with self.block():
                self.body(2)

    def leave(self) -> None:
        """`break` or `continue` under a condition."""
        word = str(self.one_of("break", "continue"))
        self.write(f"if {self.test()}:")
        owned, types = set(self.owned), dict(self.types)
        with self.block():
            if self.chance(0.5):
                self.assign_simple()
            self.write(word)
        self.at_leaving.append(self.owned)
        self.owned, self.types = owned, types

    def assign_simple(self) -> None:
        """`t = expr` of a name that is there."""
        kind = self.kind()
        there = [n for n in self.names(kind) if n not in self.protected]
        if not there:
            raise NotHere
        name, op = str(self.one_of(*there)), self.one_of("", "", "+", "*")
        text = self.expression(kind, 1)
        if op and kind != NUMBER and not self.shares and name not in self.owned:
            raise NotHere
        self.write(f"{name} {op}= {text}")
        if op:
            self.wrote.add(name)
        else:
            self.bind(name, kind, text=text)


def drawn(seed: int, number: int) -> Program:
    """The program of that number."""
    return Writer(np.random.default_rng([seed, number, 7])).program()
