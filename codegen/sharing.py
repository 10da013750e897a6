"""Which names may stand for one memory at each place of a function.

Two names that swap their memories in every turn of a loop may each stand for either, and yet
never for the same one. So what is known here is of pairs of names, at the place where the walk is.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping

from codegen.kind import Kind
from codegen.lower import Bind, Statement, base
from codegen.meetings import is_phi
from codegen.survey import Survey
from codegen.terms import Term

Roots = Mapping[str, frozenset[str]]
RootsOf = Callable[[Term], frozenset[str]]
Pairs = Mapping[str, frozenset[str]]  # for each name those that may share memory with it, if there are some
NONE: frozenset[str] = frozenset()


class Sharing:
    """Pairs of names that may share memory; `turns` are those that the ends of loops give to the heads."""

    def __init__(self, survey: Survey, before: Sharing | None) -> None:
        self.pairs: dict[str, frozenset[str]] = {}
        self.current = {base(version): version for version in survey.lowered.parameters}
        self.turns: dict[int, Pairs] = {} if before is None else dict(before.turns)
        self.bound_in = survey.bound_in
        self.saved: list[tuple[Pairs, dict[str, str]]] = []

    def apart(self, written: str, other: str) -> bool:
        """Whether two versions, as far as they are what their names stand for now, are two memories."""
        now = all(self.current.get(base(version)) == version for version in (written, other))
        return now and base(other) not in self.pairs.get(base(written), NONE)

    def enter(self, index: int, statement: Statement) -> None:
        """The head of a loop, before its items are bound: what may be from the turn before."""
        self._add(self.turns.get(index, {}))
        self.saved.append((dict(self.pairs), dict(self.current)))
        for name in self.bound_in[index]:
            self.current.pop(name, None)
        self._meet(statement)

    def passed(
        self, statement: Statement, kinds: Mapping[str, Kind], memory: Roots, known: Roots, roots: RootsOf
    ) -> None:
        """A statement that has been walked over; `known` are memories of versions below it, too."""
        if statement.form == "if":
            self.saved.append((dict(self.pairs), dict(self.current)))
        elif statement.form == "else":
            pairs, current = self.saved.pop()
            self.saved.append((self.pairs, self.current))
            self.pairs, self.current = dict(pairs), dict(current)
        elif statement.form in ("join", "end"):
            if statement.form == "end":
                self.turns[statement.opens] = dict(self.pairs)
            pairs, current = self.saved.pop()
            self._add(pairs)
            self.current = {n: v for n, v in self.current.items() if current.get(n) == v}
            self._meet(statement)
        else:
            binds = [b for b in statement.binds if not is_phi(b)]
            given: dict[str, set[str]] = {}
            for bind in binds:
                changed = bind.term.op == "write" or statement.augmented
                whole = bind.term.args[0] if changed else bind.term
                found = self._sources(whole, memory[bind.version], given, memory, known, roots)
                if changed and not kinds[bind.version].numeric:  # what is put into a list has its own memory
                    new = bind.term.args[-1]
                    found |= self._sources(new, roots(new), given, memory, known, roots)
                given[bind.version] = found
            self._bind(binds, given, memory)

    def _meet(self, statement: Statement) -> None:
        self.current.update((base(b.version), b.version) for b in statement.binds if is_phi(b))

    def _sources(
        self,
        term: Term,
        own: frozenset[str],
        beside: Mapping[str, set[str]],
        memory: Roots,
        known: Roots,
        roots: RootsOf,
    ) -> set[str]:
        """The names whose memory, which may be `own`, a term may share; those bound beside it as versions."""
        found: set[str] = set()
        if all(str(term.uid) in root.split()[1:2] for root in own):
            return found  # all of it is new
        if term.op == "if":
            return found.union(
                *(self._sources(t, roots(t), beside, memory, known, roots) for t in term.args[1:])
            )
        for part in term.walk():
            if part.op != "name" or not memory.get(part.data, known.get(part.data, frozenset())) & own:
                continue
            if part.data in beside:
                found |= {part.data} | beside[part.data]
            elif self.current.get(base(part.data)) == part.data:
                found.add(base(part.data))
            else:  # a value that has lost its name
                found |= {base(v) for rows in (memory, known) for v, r in rows.items() if r & own}
        return found

    def _bind(self, binds: list[Bind], given: Mapping[str, set[str]], memory: Roots) -> None:
        """New names, all at once: they share what the names in their terms do."""
        names = {base(version) for version in given}
        outside = {version: self._all_of(found - set(given)) for version, found in given.items()}
        new = [(base(version), name) for version in given for name in outside[version] - names]
        reached = {version: outside[version] | found for version, found in given.items()}
        for one, two in itertools.combinations(given, 2):
            beside = two in given[one] or one in given[two] or self._made_beside(one, two, binds, memory)
            if beside or reached[one] & given[two] or reached[two] & given[one]:
                new.append((base(one), base(two)))
        for bind in binds:
            if bind.term.op == "write":  # what is put into a list is in all that the list is in
                wholes, inside = self._all_of({base(bind.version)}), outside[bind.version]
                new += [(whole, name) for whole in wholes for name in inside]
        for name in names:
            self._forget(name)
        for one, two in new:
            if one != two:
                self.pairs[one] = self.pairs.get(one, NONE) | {two}
                self.pairs[two] = self.pairs.get(two, NONE) | {one}
        self.current.update((base(version), version) for version in given)

    def _made_beside(self, version: str, other: str, binds: list[Bind], memory: Roots) -> bool:
        """Whether two versions may be what one call gives by two names."""
        both = memory[version] & memory[other]
        terms = [bind.term for bind in binds if bind.version in (version, other)] if both else []
        made = [{str(term.uid) for term in whole.walk()} for whole in terms]
        return any(set.intersection(*made) & {*root.split()[1:2]} for root in both)

    def _forget(self, name: str) -> None:
        """A name that stands for something else now."""
        for other in self.pairs.pop(name, NONE):
            left = self.pairs[other] - {name}
            if left:
                self.pairs[other] = left
            else:
                del self.pairs[other]

    def _add(self, pairs: Pairs) -> None:
        """What may share memory on another way that leads here."""
        for name, others in pairs.items():
            self.pairs[name] = self.pairs.get(name, NONE) | others

    def _all_of(self, names: Iterable[str]) -> set[str]:
        """Names, and all that may share memory with one of them."""
        names = set(names)
        return names.union(*(self.pairs.get(name, NONE) for name in names))
