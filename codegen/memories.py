"""Which memories a value may share, and whether a write into one is seen by another name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codegen import knowledge
from codegen.aliases import HELD, LISTED, OPEN, Places, where
from codegen.going import Going, is_turned, wholes
from codegen.indexing import as_array, is_basic, is_mark, parts_of
from codegen.infer import CONTAINERS, Inference
from codegen.kind import NOTHING_YET, NUMBER, Dims, Kind, is_complex
from codegen.layouts import lies_in_a_row
from codegen.lower import Statement, base
from codegen.meetings import one_memory
from codegen.ranks import whole_of
from codegen.repeats import holds_numbers
from codegen.reshaped import METHODS, RESHAPED
from codegen.sharing import Sharing
from codegen.summary import Context, arguments
from codegen.survey import Survey
from codegen.terms import RESIZING, Term
from codegen.transposes import READ, THROUGH, TURNED
from codegen.trees import copied, walk
from codegen.writes import ARRAY, OBLONG, fills_diagonal

WRITING_CALLS = tuple(
    f"numpy.{name}"
    for name in ("copyto", "fill_diagonal", "place", "put", "put_along_axis", "putmask", "random.shuffle")
)
WRITING_METHODS = {"append", "clear", "extend", "fill", "insert", "itemset", "partition", "pop", "popitem"}
WRITING_METHODS |= {"put", "remove", "resize", "reverse", "setdefault", "shuffle", "sort", "update"}


class Memories(Going):
    """The memories of terms and versions, as far as the walk has come."""

    def __init__(self, survey: Survey, context: Context, dims: Dims) -> None:
        super().__init__(survey, context, dims)
        self.term_memory: dict[int, frozenset[str]] = {}
        self.in_place: set[tuple[int, int]] = set()
        self.overlapping: dict[tuple[str, str], str] = {}
        self.last_written = one_memory(self.lowered, in_place=True)
        self.sharing = Sharing(survey, None)

    def varies(self, term: Term) -> bool:
        """Whether a value depends on an argument that can have a gradient: the layer above."""
        raise NotImplementedError

    def _roots(self, term: Term) -> frozenset[str]:
        """The memories that a value may share."""
        if term.uid not in self.term_memory:
            roots = self.term_memory[term.uid] = self._find_roots(term)
            own = str(term.uid)
            self.born.update(
                (root, self.now) for root in roots if own in root.split()[1:2] and root not in self.born
            )
        return self.term_memory[term.uid]

    def _find_roots(self, term: Term) -> frozenset[str]:
        if term.op in ("call", "method", "unknown"):
            self._refuse_hidden_write(term)
        if term.op != "name":
            kind = self.rules.kind(term)
            if kind.form == "number" or kind.form == "other":
                return frozenset()
        if term.op == "name":
            known = self._known(term.data)
            if known is None or known.form in ("number", "other"):
                return frozenset()
            assumed = self.assumed_memory.get(term.data, frozenset())
            return self.memory.get(term.data, assumed)
        if term.op == "write":
            own = self.memory.get(term.args[0].data, frozenset())
            if self._is_put_in(term):
                return own | self._roots(term.args[2])
            # an item that is a number until an array is added to it is a new array then
            made = term.data in ("+", "-") and not self.rules.kind(term.args[1].args[0]).numeric
            return own | {f"fresh {term.uid}"} if made else own
        if term.op == "index" and term.args[0].op == "user" and isinstance(term.data, tuple):
            return self._roots_of_call(term.args[0], term.args[1].data)
        if term.op == "index" and self._picks_by_array(term):
            return frozenset([f"fresh {term.uid}"])
        if term.op in ("attr", "index"):
            apart = self.rules.chosen.get(term.args[0].uid)
            if apart is not None and apart.gate.unpacked and not apart.gate.views:
                return frozenset([f"fresh {term.args[0].uid} {place_of(term, self.rules)}"])
        if term.op in ("list", "dict"):
            return frozenset([f"made {term.uid}"]).union(*(self._roots(arg) for arg in term.args))
        if self._is_copied_list(term):
            old = {r for arg in term.args for r in self._object(arg) if r.startswith("made ")}
            held = [arg for arg in term.args if not holds_numbers(self.rules.kind(arg))]
            items = frozenset().union(*map(self._roots, held)) - old
            return self._object(term) | ({f"fresh {term.uid}"} if term.op == "helper" else items)
        if term.op == "index" and self.rules.kind(term.args[0]).form == "list" and term.args[1].op != "slice":
            itself = {root for root in self._object(term.args[0]) if root.startswith("made ")}
            return self._roots(term.args[0]) - itself
        if term.op == "index":
            return self._roots(term.args[0])
        if term.op in ("attr", "tuple", "record", "phi"):  # what is never written into
            return frozenset().union(*(self._roots(arg) for arg in term.args))
        if term.op == "if":
            return self._roots(term.args[1]) | self._roots(term.args[2])
        choice = self.rules.chosen.get(term.uid)
        if choice is not None:
            views = frozenset().union(*(self._roots(choice.bound[v]) for v in choice.gate.views))
            if choice.gate.unpacked and not views:
                return frozenset(f"fresh {term.uid} {i}" for i in range(len(choice.gate.outputs)))
            lists = [arg for arg in term.args if kind.form == "list" and self.rules.kind(arg).form == "list"]
            views = views.union(*map(self._roots, lists))  # another list, of the same items
            return views or frozenset([f"fresh {term.uid}"])
        numbers = term.data == "builtins.sorted" and holds_numbers(kind)
        if numbers or (term.data == "builtins.sum" and len(term.args) == 1):  # 0 + ..., which is new
            return frozenset([f"fresh {term.uid}"])
        package, _, word = str(term.data).rpartition(".")
        new = term.op == "call" and package.startswith("numpy") and word not in knowledge.vocabulary().views
        new = new and not (word == "copy" and self.rules.kind(term.args[0]).form in CONTAINERS)
        if new or (term.op == "helper" and term.data in ("copy_of", "zeros_of")):
            return frozenset([f"fresh {term.uid}"])
        if term.op == "user" and term.data in self.context.summaries:
            return self._roots_of_call(term, None)
        if term.op in ("constant", "global"):
            return frozenset([f"module {term.data}"])
        if term.op in ("+", "-", "*", "/", "**", "compare", "neg", "keys"):
            return frozenset([f"fresh {term.uid}"])
        return frozenset([f"fresh {term.uid}"]).union(*(self._roots(arg) for arg in term.args))

    def _picks_by_array(self, term: Term) -> bool:
        """Whether part of an array is a copy, since an array says which entries are in it."""
        whole = self.rules.kind(term.args[0])
        if not whole.numeric or whole.vague:
            return False
        kinds = [as_array(self.rules.kind(part)) for part in parts_of(term.args[1]) if part.op != "slice"]
        return any(kind.form == "array" and kind.dtype in ("int", "bool") for kind in kinds)

    def _roots_of_call(self, term: Term, output: int | None) -> frozenset[str]:
        """The memories of one output of a call, or of all: new, and what the callee says it shares."""
        summary = self.context.summaries.get(str(term.data))
        if summary is None or (output is not None and output >= len(summary.shares)):
            return frozenset([f"fresh {term.uid}"]).union(*(self._roots(arg) for arg in term.args))
        shared = frozenset().union(*summary.shares) if output is None else summary.shares[output]
        given = arguments(summary, term)
        roots = [self._roots(given[name]) for name in sorted(shared) if name in given]
        group = None if output is None else summary.together[output]
        return frozenset([f"fresh {term.uid} {group}"]).union(*roots)

    def _augmented(self, statement: Statement) -> None:
        """An augmented assignment writes into an array; nothing else may name its memory."""
        term, node = statement.binds[0].term.args[0], statement.node
        kind, version = self.versions[term.data], str(term.data)
        if self.guessed.get(version) == "tensor" and kind.form == "number":
            self.numbers[base(version)] = None
        if kind.form in ("number", "other") or kind == NOTHING_YET:
            return
        if kind.form == "tensor" and self._is_unknown_argument(version):
            return
        rows = self._origins(version)
        taken_for_rows = kind.form in ("array", "tensor") and bool(rows) and all(map(self._is_row, rows))
        if kind.form in ("tuple", "dict") or (not taken_for_rows and self._items_are_numbers(term)):
            return
        argument = f"{base(version)}:0"
        own = argument in self.lowered.parameters and self.objects.get(version) == frozenset([argument])
        if own and not statement.in_place and self.versions[argument].form != "number":
            if "array" in (kind.form, self.versions[argument].form):
                self.in_place.add((node.lineno, node.col_offset))  # to be lowered again, as a write
            else:
                text = f"this writes into an argument: {base(version)}"
                self._problem("E307", node, text, self._instead(node, version))
            return
        known = len(self.problems)
        self._refuse_shared(version, node, self.memory.get(version, frozenset()), augmented=term)
        refused = [*self.problems][known:]
        if refused and not taken_for_rows and self._items_are_numbers(term, copies=True):
            for problem in refused:
                del self.problems[problem]

    def _is_unknown_argument(self, version: str) -> bool:
        """Whether what is augmented is an argument of which nothing is known, and what it is taken for.

        That is a number, or an array if it is asked how many items it has.
        """
        parameters = set(self.lowered.parameters) & self.memory[version]
        guessed = bool(parameters) and all(self.guessed[p] == "tensor" for p in parameters)
        if not guessed or not self._origins(version) <= {*parameters}:
            return False
        if counted := [p for p in parameters if any(map(_is_counted, self.uses.get(p, ())))]:
            self.needs.update(dict.fromkeys(counted, Kind("array")))
            return all(self.versions[p].form != "array" for p in counted)  # else it is written into
        for parameter in sorted(parameters):
            self.numbers[base(parameter)] = None
            self.needs[parameter] = NUMBER
        return True

    def _written(self, term: Term, node: ast.stmt) -> None:
        """A write into part of a value: the same conditions."""
        kind = self.rules.kind(term.args[0])
        if self._is_comprehension(term.args[0]):
            text, way = (
                "a write into a list that a comprehension makes, of which nothing is known",
                "make it by a loop",
            )
            self._problem("E103", node, text, way)
            return
        if kind.form in ("tuple", "dict", "other", "number"):
            text, way = "a write into this kind of value is not supported", "build a new value"
            if kind.form == "dict":
                text = f"{base(str(term.args[0].data))} may be known by another name, or hold other keys here"
                way = 'give the items names, and make the dict of these at the end: `{"w": w, "b": b}`'
            self._problem("E103", node, text, way)
            return
        if kind.numeric and self.context.library in knowledge.vocabulary().immutable:
            name = base(str(term.args[0].data))
            self._problem(
                "E103",
                node,
                f"arrays of {self.context.library} cannot be written in place",
                f"make a new one: `{name} = {name}.at[...].set(...)`",
            )
            return
        if term.data in RESIZING and kind.form != "list":
            what = "an append to" if term.data == "append" else "a change of the length of"
            self._problem("E103", node, f"{what} what is not known to be a list", "start with `[]`")
            return
        if getattr(node, "fills", False):
            return  # nothing but what holds the list has a name for it
        if getattr(node, "into_view", False) and not self._is_view(term.args[1]):
            text = "this writes into part of an array, which may be a copy that an array of indices makes"
            way = "say that its index is a number, as in `i: int`, or assign the value to it"
            self._problem("E103", node, text, way)
            return
        if any(is_turned(whole) for whole in wholes(term.args[1])):
            self._through_transpose(term, node)
            return
        if kind.form == "list" and term.args[1].op == "index" and term.args[1].args[1].op == "slice":
            text, way = "a write into a slice of a list, which may change its length", "write item by item"
            self._problem("E103", node, text, way)
            return
        if kind.form == "list" and term.args[1].op == "index" and term.args[1].args[1].data is ...:
            text = "this gives all items of a list other values, as an array's entries are given some"
            self._problem("E103", node, text, "make an array of it: `x = np.sort(xs)`")
            return
        value = self.rules.kind(term.args[2])
        if kind.form == "array" and value.form in ("list", "tuple") and self.varies(term.args[2]):
            self.straight[(*where(node), ARRAY)] = True
        if fills_diagonal(node):
            shape = self.rules.kind(term.args[1].args[0]).shape
            oblong = isinstance(shape, tuple) and len(shape) == 2 and shape[0] != shape[1]
            place = (*where(node), OBLONG)
            self.straight[place] = oblong and self.straight.get(place, True)
        if kind.numeric and is_complex(self.rules.kind(term.args[2])) and not is_complex(kind):
            text = "a complex value is written into an array that is not"
            self._problem("E206", node, text, "make the array one of dtype=complex")
        if kind.form == "tensor":
            self.needs.setdefault(term.args[0].data, Kind("array"))
        name = base(str(term.args[0].data))
        if self._through_slice(term.args[1]):
            text = f"this writes into an item of a slice of {name}, which is a list of its own"
            self._problem("E307", node, text, f"write into {name} itself")
            return
        inside = kind.form != "list" or self._into_item(term, node)
        if inside and self._repeats(term.args[0]):
            text = f"this writes into an item of {name}, which may hold the same array at another place"
            self._problem(
                "E307", node, text, "put copies in: `xs.append(x.copy())`, or write `xs[i] = xs[i] * s`"
            )
            return
        memory = self._roots(term.args[0]) if inside else self._object(term.args[0])
        part = None if term.data in RESIZING else term.args[1]
        self._refuse_shared(term.args[0].data, node, memory, part, self._into_item(term, node))

    def _through_transpose(self, term: Term, node: ast.stmt) -> None:
        """A write through a transpose is refused as it stands, and noted where it is one into the array."""
        whole, part, value = term.args
        name, axes = base(str(whole.data)), self._axes(value)
        plain = isinstance(node, ast.Assign) or term.data in ("+", "-")
        all_of_it = part.op == "index" and is_turned(part.args[0])
        all_of_it = all_of_it and (self._axes(whole) == 2 or part.args[1].data is Ellipsis)
        all_of_it = all_of_it and all(p.op == "slice" or is_mark(p) for p in parts_of(part.args[1]))
        alike = (
            self.rules.kind(value).numeric and self.rules.kind(value).shape == self.rules.kind(whole).shape
        )
        mark = TURNED if all_of_it and (axes == 2 or (alike and axes is None)) else THROUGH
        fits = mark == TURNED or axes == 0 or (axes == 2 and self._axes(whole) == 2)
        straight = self._keeps_one_axis(part) or (all_of_it and plain and fits)
        place = (*where(node), name + mark)
        self.straight[place] = straight and self.straight.get(place, True)
        text = f"a write through the transpose of {name}"
        text += "" if self._axes(whole) == 2 else ", which is not known to have two axes"
        self._problem("E103", node, text, f"write into {name} itself: `{name}[:, j]` is `{name}.T[j]`")

    def _keeps_one_axis(self, part: Term) -> bool:
        """Whether a term is a part of the transpose of an array with two axes, at a number on one of them."""
        indices: list[tuple[Term, ...]] = []
        while part.op == "index":
            indices.insert(0, parts_of(part.args[1]))
            part = part.args[0]
        if not is_turned(part) or self._axes(part.args[0]) != 2:
            return False
        for parts in indices:
            numbers = [p for p in parts if p.op != "slice"]
            known = all(is_basic(p, self.rules) and not is_mark(p) for p in numbers)
            if numbers or len(parts) > 2:
                return known and len(parts) <= 2
        return False

    def _refuse_hidden_write(self, term: Term) -> None:
        """What a call in an expression writes into would be another value behind it."""
        words = dict(zip(reversed(term.keys), reversed(term.args)))
        given = [arg for arg in term.args if self.rules.kind(arg).form not in ("number", "other")]
        if not given or (term.op == "method" and term.args[0] is not given[0] and term.data != "shuffle"):
            return
        name = str(term.data)
        into = words.get("out")
        writes = name in WRITING_METHODS if term.op == "method" else name in WRITING_CALLS
        writes = writes or (term.op != "method" and name.startswith("numpy.") and name.endswith(".at"))
        writes = writes or (into is not None and not (into.op == "literal" and into.data is None))
        if writes:
            what = f"the method {name}" if term.op == "method" else term.spelled or name
            text = f"{what} writes into an array or a list, and stands in an expression"
            self._problem("E103", term.node, text, "make it a statement of its own, or build a new value")

    def _refuse_shared(
        self,
        version: str,
        node: ast.stmt,
        memory: frozenset[str],
        part: Term | None = None,
        inside: bool = False,
        augmented: Term | None = None,
    ) -> None:
        """Nothing that is read later, and nothing outside the function, may name written memory."""
        name = base(version)
        if self._refuse_gone_over(name, node, memory, part, augmented is not None):
            return
        parameters = set(self.lowered.parameters) & memory
        if self._is_own_argument(version, parameters):
            self._overlaps(next(iter(parameters)), inside)
            parameters = set()
        own = self.bound.get(version, self.now)  # what was there then may be of an earlier turn
        itself = augmented is None and not inside and self._form(version) == "list"
        others = [
            v
            for v, roots in self.memory.items()
            if base(v) != name and self.survey.last_reads.get(v, -1) > self.now
            if not (itself and self._is_item_of(v, version))
            if not self.sharing.apart(version, v) and not self._in_other_arm(self.bound[v])
            if not all(self.bound[v] < self.born.get(root, -1) <= own for root in roots & memory)
        ]
        sharing = list(map(base, others))
        module = any(root.startswith("module ") for root in memory)
        if others and not parameters and not module and self._are_items(others):
            return
        if parameters or module or sharing:
            self._is_in_the_way([name, *sharing, *map(base, parameters)])
        if parameters or module:
            what = "an argument" if parameters else "a value of the module"
            self._problem("E307", node, f"this writes into {what}: {name}", self._instead(node, version))
        elif sharing and not (augmented is not None and self._is_added_up(augmented, others)):
            text = f"this writes into memory that {sharing[0]} may name too"
            ways = (self._way_to_know(v) for v in (version, *others))
            way = next(filter(None, ways), "") or self._instead(node, version)
            self._problem("E307", node, text, way)

    def _is_item_of(self, version: str, whole: str) -> bool:
        """Whether a value is an item of a list, which stays what it is when the list gets another one."""
        terms, one = self._terms(), self.last_written.get(whole, whole)
        items = [terms.get(origin) for origin in self._origins(version)]
        return bool(items) and all(
            term is not None
            and term.op == "index"
            and term.args[0].op == "name"
            and self.last_written.get(term.args[0].data, term.args[0].data) == one
            and term.args[1].op != "slice"
            and self._are_places([term.args[1]])
            for term in items
        )

    def _is_added_up(self, term: Term, others: list[str]) -> bool:
        """Whether what is augmented is taken for a number: an array would be one in all that lists keep."""
        if all(map(self._is_row, self._origins(str(term.data)))):
            return False
        kept = all(self.versions[v].form in ("list", "dict", "tuple") for v in others)
        return self._items_are_numbers(term, through="numbers" if kept else "items")

    def _in_other_arm(self, index: int) -> bool:
        """Whether a statement is in the other arm of a branch that the walk is in, in no loop."""
        return any(head < index < middle < self.now < end for head, middle, end in self.survey.arms)

    def aliases(self) -> Places:
        """Where names are given to parts of arrays that are in the way of a write, and these names.

        A statement that was written out for several values names a part in all of them, or in none.
        Where a statement stops gradients its name is no other word for the part.
        """
        found: set[tuple[int, int, str]] = set()
        others: set[tuple[int, int, str]] = set()
        for statement in self.lowered.statements if self.in_the_way else ():
            if statement.form not in ("bind", "loop") or statement.augmented:
                continue
            binds = [b for b in statement.binds if b.term.op != "phi"]
            parts = [not statement.stop and self._is_part(b.version, b.term) for b in binds]
            way = any(base(b.version) in self.in_the_way for b in binds)
            for bind in binds:
                if self._is_reshaped(bind.term, statement.node):
                    found.add((*where(statement.node), base(bind.version) + RESHAPED))
            for bind, part in zip(binds, parts):
                if way or not part:
                    line, column, name = (*where(statement.node), base(bind.version))
                    (found if part else others).add((line, column, name))
                    if part and self._may_be_number(bind.version):
                        found.add((line, column, name + OPEN))
                    if part and self.versions[bind.version].form == "list":
                        found.add((line, column, name + LISTED))
                    elif part and self._is_held(bind.term):
                        found.add((line, column, name + HELD))
        found |= {place for place, straight in self.straight.items() if straight}
        for place, straight in self._read_through_transposes() if found else ():
            (found if straight else others).add(place)
        return frozenset(found - others - {place for place in self.straight if not self.straight[place]})

    def _read_through_transposes(self) -> Iterator[tuple[tuple[int, int, str], bool]]:
        """Where parts of transposes are read, and whether they are rows or columns of arrays."""
        for statement in self.lowered.statements:
            for root in (*statement.reads, *(b.term for b in statement.binds)):
                for term in root.walk():
                    if term.op == "index" and is_turned(term.args[0]):
                        name = base(str(term.args[0].args[0].data))
                        yield (*where(statement.node), name + READ), self._keeps_one_axis(term)

    def _is_reshaped(self, term: Term, node: ast.stmt) -> bool:
        """Whether a term is another shape of an array with a name, in the same memory."""
        word = str(term.data).rpartition(".")[2]
        if term.op != "call" or word not in METHODS or term.args[0].op != "name" or "order" in term.keys:
            return False
        view = word == "squeeze" or getattr(node, "flat", False)
        return view or lies_in_a_row(term.args[0], self._terms(), self.rules, frozenset())

    def _is_part(self, version: str, term: Term) -> bool:
        """Whether a version is an array, and all or part of another one; or taken for a row of one."""
        kind = self.versions[version]
        if self._is_comprehension(term):
            return False  # of which more is known when it is written out
        if kind.form == "list":
            return self._is_row_of_list(kind, term)
        if kind.form == "tensor":
            return self._is_row(version)
        if kind.form != "array" or (kind.vague and not self._numbers_of(term)):
            return False
        if self._is_held(term):
            return True
        return self._is_chosen_part(term) if term.op == "if" else self._is_part_of_array(term)

    def _is_chosen_part(self, term: Term) -> bool:
        """Whether what a condition chooses is a part of an array, or something that has no name yet."""
        arms = [
            arm for arm in term.args[1:] if isinstance(arm.node, (ast.Name, ast.Subscript, ast.Attribute))
        ]
        inner = [arm for arm in term.args[1:] if arm.op == "if"]
        known = all(self.rules.kind(arm).form == "array" and self._is_part_of_array(arm) for arm in arms)
        return known and bool(arms or inner) and all(map(self._is_chosen_part, inner))

    def _is_part_of_array(self, term: Term) -> bool:
        """Whether a term is all or part of an array."""
        while term.op == "index" and all(is_basic(p, self.rules) for p in parts_of(term.args[1])):
            if self._keeps_one_axis(term):
                return True
            term = term.args[0]
            if self.rules.kind(term).form != "array":
                return False
        return term.op == "name" or (is_turned(term) and self._axes(term) == 2)

    def _way_to_know(self, version: str) -> str:
        """What to say of an argument so that a name is known to be one of a part of an array, or of none."""
        terms = self._terms()
        if self._named_part(version) is not None:
            return ""
        for origin in sorted(self._origins(version)):
            term = terms.get(origin)
            tensor = self._form(origin) == "tensor" and base(origin) != base(version)
            if tensor and (name := self._of_unknown_shape(origin)):
                known = self.versions[f"{name}:0"].form == "array"
                return f"say what {name} is, as in `{name}: " + ('"N"`' if known else "np.ndarray`")
            while term is not None and (term.op in ("index", "name") or is_turned(term)):
                parts = parts_of(term.args[1]) if term.op == "index" else ()
                own = [p for p in parts if p.op == "name" and p.data in self.lowered.parameters]
                if unknown := [base(p.data) for p in own if not is_basic(p, self.rules)]:
                    return f"annotate what is one number: `{unknown[0]}: int`"
                term = terms.get(term.data) if term.op == "name" else term.args[0]
                if term is not None and term.op == "name" and (name := self._of_unknown_shape(term.data)):
                    return f'say how many axes {name} has, as in `{name}: "N"` or `{name}: "N M"`'
        return ""

    def _named_part(self, version: str) -> Term | None:
        """The item of an array that a name stands for, if it is one that is no number."""
        origins = [*self._origins(version)]
        if len(origins) != 1 or not (self._form(origins[0]) == "array" or self._is_row(origins[0])):
            return None
        part = self._terms().get(origins[0])
        known = part is not None and part.op == "index" and whole_of(part).op == "name"
        return part if known and part is not None and self._is_view(part) else None

    def _instead(self, node: ast.stmt, version: str) -> str:
        """What to write in the place of a write into shared memory."""
        name = base(version)
        terms = [self._terms().get(origin) for origin in self._origins(version)]
        views = [t for t in terms if t is not None and t.op == "call" and str(t.data).endswith(METHODS)]
        if views and views[0].args[0].op == "name":
            whole = base(str(views[0].args[0].data))
            return f"reshape what lies in a row, as `{whole} = {whole}.copy()` does, or write into {whole}"
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            sign = ast.unparse(node).split("=")[0].split()[-1]
            if part := self._named_part(version):
                whole = base(str(whole_of(part).data))
                return f"write into {whole} itself: `{_as_written(part)} {sign}= ...`"
            if self._form(version) == "list":
                return f"write `{name}.extend(...)` if that is a list: an array would make a sum of it"
            return f"write `{name} = {name} {sign} ...`, which makes a new value"
        return f"make a copy first: `{name} = {name}.copy()`"

    def _is_own_argument(self, version: str, parameters: set[str]) -> bool:
        """Whether what is written into is one argument, and no other name of it or of part of it."""
        (own,) = parameters if len(parameters) == 1 else ("",)
        last = self.last_written.get(own)
        return last is not None and self.last_written.get(version, version) == last

    def _overlaps(self, written: str, inside: bool) -> None:
        """Notes the arguments that must not share memory with one that is written into.

        Lists and dicts may be one, and hold one array, or the same one twice; only a write `inside` the
        items goes into these arrays.
        """
        whole, name = self.versions[written], base(written)
        held = inside and not holds_numbers(whole)
        for other in self.lowered.parameters:
            kind, pair = self.versions[other], (name, base(other))
            values = kind.form in ("number", "other") or (kind.form == "tuple" and holds_numbers(kind))
            apart = holds_numbers(kind) if whole.numeric else kind.numeric and not held
            if other != written and not values and not apart and pair[::-1] not in self.overlapping:
                self.overlapping[pair] = _how_to_overlap(whole, kind)
        nested = any(name in pair and how == "inside" for pair, how in self.overlapping.items())
        if held and not nested and (whole.vague or not whole.numeric):
            self.overlapping[name, name] = "inside"


def _is_counted(use: Term) -> bool:
    """Whether something is asked how many items it has: it is no number."""
    return use.op == "call" and use.data == "builtins.len"


def place_of(term: Term, rules: Inference) -> int | None:
    """Which item of a tuple a term takes, by its index or its name."""
    kind = rules.kind(term.args[0])
    if term.op == "attr":
        return kind.keys.index(term.data) if term.data in kind.keys else None
    value = rules.kind(term.args[1]).value
    return value % len(kind.items) if isinstance(value, int) and kind.items else None


def _as_written(term: Term) -> str:
    """A term as the user has written it, without the numbers of versions."""
    node = copied(term.node)
    for part in walk(node):
        if isinstance(part, ast.Name):
            part.id = base(part.id)
    return ast.unparse(node)


def _how_to_overlap(one: Kind, other: Kind) -> str:
    """How two arguments may overlap: in `memory`, as `one` list of numbers, or by what is `inside`."""
    if all(kind.numeric and not kind.vague for kind in (one, other)):
        return "memory"
    return "one" if holds_numbers(one) and holds_numbers(other) else "inside"
