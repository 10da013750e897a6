"""What a gradient reaches and nothing is known of: refused, with the reason and a way out."""

from __future__ import annotations

import sys

from codegen import knowledge
from codegen.infer import COMPLEX_HELP
from codegen.kind import is_complex
from codegen.pairs import Pairs
from codegen.terms import Term

NO_GATE = "write a gate for it (--templates), or mark the statement `# backprop: stop`"
NO_BUILD = "if it is yours, put both files in the `sources` of a configuration, for `backprop build`"
NO_PAIR = "put it right there, or write here what it does"


class Gateless(Pairs):
    """Terms that there is no gate for, and calls of functions that have no pair."""

    def _no_gate(self, term: Term) -> None:
        """Refuses a term that a gradient reaches, and tells the reason that lies deepest."""
        made = (self.definitions.get(str(a.data), a) if a.op == "name" else a for a in term.args)
        deeper = next((a for a in made if self._active(a) and self._is_foreign(a)), None)
        if deeper is not None:
            self._no_gate(deeper)
            return
        if self.facts.undecided.get(term.uid) == "type":
            self._refuse(
                "E206",
                term.node,
                "the gradient of this depends on whether its operand is complex, which is not known",
                'where it is real say so, as in x: "N float"; complex arguments have no gradient',
            )
            return
        if any(is_complex(self.facts.kinds[arg.uid]) for arg in term.args):
            _, what = _what_it_is(term)
            self._refuse("E206", term.node, f"{what} has no gate for complex values", COMPLEX_HELP)
            return
        if term.uid in self.facts.undecided:
            self._refuse(
                "E202",
                term.node,
                "the gradient of this depends on the shapes of its operands, which are not known",
                'say what they are where the arguments are declared, as in x: "N D"',
            )
            return
        own = self.context.module.functions.get(str(term.data)) if term.op == "user" else None
        if own is not None and own.elsewhere is not None:
            text = f"{own.elsewhere.shown} has no pair that can be called here: {own.elsewhere.why}"
            self._refuse("E308", term.node, text, NO_PAIR)
            return
        code, what = _what_it_is(term)
        self._refuse(
            code,
            term.node,
            f"{what} has no gate, and its value depends on an argument",
            next(iter(_instead(term).values()), None) or self._way_with(term) or _way_to(term),
        )

    def _way_with(self, term: Term) -> str:
        """The way out for a view of a dict, or for a method of a class which is not known here."""
        if term.op == "method" and term.data in ("items", "keys", "values"):
            return 'go through keys that are written there, as in `for k in ("w", "b"):`, and read `d[k]`'
        records = self.context.module.records.values()
        found = [r for r in records if term.op in ("attr", "method") and term.data in {*r.methods, *r.shared}]
        if not found:
            return ""
        whole = found[0].name
        return f"say what it is of, as in `x: {whole}`; no class made of it must have another {term.data}"

    def _is_foreign(self, term: Term) -> bool:
        """Whether a term is the reason itself: something that no gate could be for."""
        return term.op in ("opaque", "attr", "method", "unknown") and term.uid not in self.facts.chosen


def _way_to(term: Term) -> str:
    """The way out for a function that no library has with gates has, perhaps the user's own."""
    root = term.spelled.lstrip(".").split(".")[0] if term.op == "call" else "builtins"
    libraries = {library.split(".")[0] for library in knowledge.vocabulary().libraries}
    known = {*sys.stdlib_module_names, *libraries, "builtins", "scipy", "numba"}
    return NO_GATE if root in known else f"{NO_BUILD}, or {NO_GATE}"


def _instead(term: Term) -> dict[str, str]:
    """The arguments of a call that no gate knows, and what to write in their place."""
    words = knowledge.vocabulary().instead
    return {key: words[key] for key in term.keys if key in words and term.op != "dict"}


def _what_it_is(term: Term) -> tuple[str, str]:
    """A term in words, and the code of its refusal."""
    if term.op == "gather":
        return "E203", "this comprehension"
    if term.op == "opaque":
        return "E203", f"this {_OPAQUE.get(str(term.data), 'expression')}"
    if term.op in ("call", "unknown", "user", "helper"):
        given = "".join(f" with {name}=," for name in _instead(term)) or ", called like this,"
        return "E201", f"{term.spelled.removeprefix('builtins.') or term.data}{given}"
    if term.op == "method":
        return "E201", f"the method {term.data}"
    if term.op == "attr":
        return "E205", f"the attribute {term.data}"
    if term.op in ("and", "or", "not"):
        return "E203", f"`{term.op}`"
    return "E202", f"`{term.op}`"


_OPAQUE = {
    "Lambda": "lambda",
    "ListComp": "comprehension",
    "GeneratorExp": "generator expression",
    "DictComp": "comprehension",
    "SetComp": "comprehension",
    "NamedExpr": "walrus",
    "Starred": "starred expression",
    "JoinedStr": "string",
    "Call": "call with starred arguments",
}
