"""Judging a hand-written backward pass line by line: each statement with the true gradients in the place of
what earlier errors have made of them, so that a line which is right is not blamed for what it was given.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from codegen.accounts import Account, Change, Part, Truths, account_of, form_of
from codegen.blamed import UNTOLD, Blamed, Search
from codegen.carried import Carried, Touched, touched
from codegen.handwritten import Handwritten
from codegen.misses import Miss, plain
from codegen.stepwise import Step, Stopped, Values, reads


@dataclass(frozen=True)
class Fault:
    """A line that is wrong: of which gradient, by what, what it gave and what not.

    `use` is the forward line through which the gradient comes; `right` the line as it would be right.
    """

    gradient: str
    variable: str
    line: int
    last: int
    kind: str
    sentence: str
    contrast: str = ""
    use: int = 0
    right: str = ""
    order: int = 0


@dataclass
class Judge:
    """Goes through a backward pass and finds its faults; `lines` are those that a name is wrong from."""

    written: Handwritten
    carried: Carried
    truths: Truths
    results: frozenset[str]
    upstream: dict[str, Sequence[Any]]
    added_later: dict[str, int]
    restart: Callable[[], Carried]
    ignored: frozenset[str] = frozenset()  # that are taken for what they are not called
    quick: bool = False
    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, frozenset[int]] = field(default_factory=dict)
    open: dict[str, list[Change]] = field(default_factory=dict)
    done: set[tuple[str, int]] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    fresh: dict[str, Step] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    follows: dict[str, frozenset[int]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)  # of which what comes next is not judged any more

    def __post_init__(self) -> None:
        self.search = Search(self.written, self.carried, self.truths, self.restart, self.quick)

    def judge(self) -> list[Fault]:
        """The faults, in the order in which the lines are run."""
        for name, variable in self.written.gradients.items():
            there = self.carried.now(name)
            at = self.truths.complete(variable, there) if None not in [*map(_kind, there)] else None
            self.done |= {(name, at)} if at is not None else set()
        try:
            for step in self.carried.steps():
                self._step(step)
        except Stopped as stopped:
            self._fault("", stopped.line, Miss("error", f"it raises {stopped.what}"))
        for name in list(self.open):
            self._settle(name, None)
        return sorted(self.faults, key=lambda fault: (fault.kind == "too early", fault.order))

    def _step(self, step: Step) -> None:
        self.order.setdefault(step.line, step.number)
        found = touched(step.node)
        partial = {}
        for name in self.written.gradients:
            if name in found.read and self._settle(name, step):
                partial[name] = self.carried.now(name)
                self._put_truth(name)
        self._take(step, found)
        for name, values in partial.items():
            self.carried.set(name, dict(zip(self.carried.alive, values)))

    def _take(self, step: Step, found: Touched, tries: int = 8) -> None:
        names = [name for name in found.changed if name in self.written.gradients]
        before = {name: self.carried.now(name) for name in names}
        values = self.carried.kept() if names else []
        try:
            self.carried.run(step)
        except Stopped as stopped:
            if tries and self._without_name(step, stopped, found):
                self._take(step, found, tries - 1)
            elif not names:
                raise
            for name in names if not self._is_bound(stopped) else ():
                form = form_of(step.node, name, before[name], before[name])
                change = Change(step, form, before[name], None, values, stopped.what)
                self.open.setdefault(name, []).append(change)
                self._settle(name, None)
            return
        if not names:
            self.search.others.append(step.node)
        taint = frozenset().union(*(self.lines.get(name, frozenset()) for name in reads(step.node)))
        for name in found.changed:
            own = self.lines.get(name, frozenset()) if name in reads(step.node) else frozenset()
            self.lines[name] = taint | own
        for name in names:
            self._changed(step, name, before[name], values)

    def _is_bound(self, stopped: Stopped) -> bool:
        """Whether an error is over, since what had no value was given one."""
        name = getattr(stopped.error, "name", None)
        return isinstance(stopped.error, NameError) and name in self.written.gradients

    def _without_name(self, step: Step, stopped: Stopped, found: Touched) -> bool:
        """Gives a gradient that has no value yet the true one, or zero where something is added to it."""
        name = str(getattr(stopped.error, "name", ""))
        if not isinstance(stopped.error, NameError) or name not in self.written.gradients:
            return False
        if name in found.changed:
            self.fresh[name] = step
            zeros = [np.zeros(np.shape(plain(one))) for one in self._truth(name)]
            self.carried.set(name, dict(zip(self.carried.alive, zeros)))
            return True
        self._fault(
            name, step.line, Miss("missing", f"it is read here, and no line before gives {name} a value")
        )
        self._put_truth(name)
        return True

    def _changed(self, step: Step, name: str, before: Sequence[Any], values: Sequence[Values]) -> None:
        if name in self.upstream and name not in self.begun:
            self.begun.add(name)
            self.carried.set(name, dict(zip(self.carried.alive, self.upstream[name])))
            return
        after, form = self.carried.now(name), form_of(step.node, name, before, self.carried.now(name))
        self.closed -= {name} if form == "set" else set()
        if name not in self.closed and all(one is not None for one in after):
            change = Change(step, form, before, after, values)
            self.open.setdefault(name, []).append(change)

    def _settle(self, name: str, reader: Step | None) -> bool:
        """Judges a gradient before it is read. True if more is added later, and it is read too early."""
        group = self.open.pop(name, [])
        if not group or name in self.ignored:
            return False
        variable = self.written.gradients[name]
        if group[-1].after is not None:
            at = self.truths.complete(variable, self.carried.now(name))
            if at is not None:
                self.done.add((name, at))
                if name in self.fresh:
                    step = self.fresh.pop(name)
                    miss = Miss("no value yet", f"{name} has no value to add to: `=` is to stand here")
                    self._fault(name, step.line, miss)
                return False
            if self._is_reused(name, variable, group):
                return False
        return self._blame(name, variable, group, reader)

    def _is_reused(self, name: str, variable: str, group: Sequence[Change]) -> bool:
        """Whether a gradient was right, and its name is then used for what is made of it."""
        if name in self.results:
            return False
        behind = list(itertools.takewhile(lambda change: change.form == "alter", reversed(group)))
        if not behind:
            return False
        before = behind[-1].before
        return self.truths.complete(variable, before) is not None or len(behind) == len(group)

    def _truth(self, name: str) -> list[Any]:
        return self.truths.gradient(self.written.gradients[name], self._expected(name))

    def _expected(self, name: str) -> int:
        """The version whose gradient is due: the last one that was not completed."""
        count = len(self.truths.versions(self.written.gradients[name]))
        left = [at for at in range(count) if (name, at) not in self.done]
        return self._not_zero(self.written.gradients[name], left[::-1])[0] if left else 0

    def _not_zero(self, variable: str, versions: list[int]) -> list[int]:
        """The versions that have a gradient: what is never read has none, and nobody writes its."""
        found = [at for at in versions if not self.truths.is_zero(self.truths.gradient(variable, at))]
        return found or versions

    def _put_truth(self, name: str, at: int | None = None) -> None:
        at = self._expected(name) if at is None else at
        self.done.add((name, at))
        values = self.truths.gradient(self.written.gradients[name], at)
        self.carried.set(name, dict(zip(self.carried.alive, values)))

    def _blame(self, name: str, variable: str, group: list[Change], reader: Step | None) -> bool:
        at, account = self._account(name, variable, group)
        if reader is not None and not account.wrong and self.added_later.get(name, -1) > reader.number:
            line = reader.line
            miss = Miss("too early", f"{name} is read here, before all is added to it")
            self._fault(name, line, miss)
            self.open[name] = group
            return True
        self._faults_of(name, group, account)
        self._put_truth(name, at)
        if reader is not None or group[-1].after is None:
            self.closed.add(name)
        own = frozenset(fault.line for fault in self.faults if fault.gradient == name)
        self.lines[name] = own or self.follows.get(name, frozenset())
        return False

    def _account(self, name: str, variable: str, group: list[Change]) -> tuple[int, Account]:
        """What the changes of a gradient are, as those of the version that they are likeliest of."""
        count = len(self.truths.versions(variable))
        left = [at for at in reversed(range(count)) if (name, at) not in self.done] or [0]
        accounts = [
            (at, account_of(group, self.truths.parts(variable, at), self.truths.noise))
            for at in self._not_zero(variable, left)[:4]
        ]
        return max(accounts, key=lambda pair: (len(pair[1].matched), -left.index(pair[0])))

    def _faults_of(self, name: str, group: list[Change], account: Account) -> None:
        left = sorted(account.left, key=lambda part: -part.order)
        if not account.wrong:
            self._incomplete(name, group, account, left)
            return
        if len(account.wrong) > 1:
            blamed, mine = self._wrong(name, group, account.wrong, left)
            if blamed.miss.kind not in UNTOLD or len(account.wrong) != len(left):
                self._tell(name, mine, blamed)
                return
        for number, change in enumerate(account.wrong):
            parts = [left[number]] if len(account.wrong) == len(left) else left
            blamed, mine = self._wrong(name, group, [change], parts)
            self._tell(name, mine, blamed)

    def _tell(self, name: str, mine: Sequence[Change], blamed: Blamed) -> None:
        miss = blamed.miss
        line, last = miss.line or mine[0].step.line, miss.line or mine[-1].step.line
        use = blamed.parts[0].line if len(blamed.parts) == 1 else 0
        self._fault(name, line, miss, use=use, told=blamed.told, last=last)

    def _incomplete(self, name: str, group: list[Change], account: Account, left: Sequence[Part]) -> None:
        """Each line is right, and yet something is missing, or added twice."""
        for part in left:
            if account.overwrites is not None and part in account.lost:
                sentence = f"`=` overwrites what was in {name}: `+=` is to stand here"
                right = _added(account.overwrites.step.node)
                miss = Miss("overwritten", sentence, right)
                use = account.matched[0].line if account.matched else part.line
                self._fault(name, account.overwrites.step.line, miss, use=use)
            else:
                whence = f"line {part.line}" if part.line else "what the pass is given"
                miss = Miss(
                    "missing +=", f"what {self.written.gradients[name]} gets through {whence} is missing"
                )
                self._fault(name, group[-1].step.line, miss, use=part.line)
        if not left:
            twice = account.twice or group[-1]
            self._fault(name, twice.step.line, Miss("added twice", "the same is added a second time"))

    def _wrong(
        self, name: str, group: list[Change], wrong: Sequence[Change], left: Sequence[Part]
    ) -> tuple[Blamed, list[Change]]:
        """What is wrong with changes of a gradient: with one, or with all from the first to the last."""
        first, last = wrong[0], wrong[-1]
        mine = [one for one in group if first.step.number <= one.step.number <= last.step.number]
        if last.form == "alter":
            mine = [one for one in group if one.step.number <= last.step.number]
            sets = [at for at, one in enumerate(mine) if one.form == "set"]
            mine = self._behind_truth(name, mine[sets[-1] if sets else 0 :])
        return self.search.blamed(name, mine, wrong, left), mine

    def _behind_truth(self, name: str, changes: list[Change]) -> list[Change]:
        """The changes that come after a gradient was right; all, if it was not."""
        variable = self.written.gradients[name]
        for at in range(len(changes) - 1, 0, -1):
            before = changes[at].before
            if all(one is not None for one in before) and self.truths.complete(variable, before) is not None:
                return changes[at:]
        return changes

    def _fault(
        self, name: str, line: int, miss: Miss, *, use: int = 0, told: str = "", last: int = 0
    ) -> None:
        """Tells of a fault, once for each line."""
        known = {(fault.line, fault.gradient, fault.kind) for fault in self.faults}
        if (line, name, miss.kind) in known and miss.kind != "missing +=":
            return
        elsewhere = any(fault.line == line and fault.kind == miss.kind for fault in self.faults)
        if miss.line and elsewhere:  # of what has no name of a gradient, and was told with another one
            self.follows[name] = frozenset([line])
            return
        variable, order = self.written.gradients.get(name, ""), self.order.get(line, 1 << 30)
        self.faults.append(
            Fault(name, variable, line, last or line, miss.kind, miss.sentence, told, use, miss.right, order)
        )


def _added(node: ast.stmt) -> str:
    """A statement that adds what it has given."""
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    if not isinstance(node, ast.Assign) or not isinstance(target, (ast.Name, ast.Subscript)):
        return ""
    return ast.unparse(ast.AugAssign(target, ast.Add(), node.value))


def _kind(value: object) -> object:
    return None if value is None else type(value)
