"""What stands around the passes: imports, constants, helpers, and what each is called there.

The output uses a library under the name that the source has for it, and imports one only where a
line cannot do without.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Set

from codegen import knowledge
from codegen.compiled import compiled_form
from codegen.formatting import formatted
from codegen.import_lines import ImportLine, in_groups
from codegen.kind import Kind
from codegen.library import Library
from codegen.mirror import MADE
from codegen.options import LINE_LENGTH
from codegen.parse import Function, Module, Record
from codegen.summary import ARRAY_LIBRARIES
from codegen.trees import copied, walk
from codegen.typed import typed_helper
from codegen.wording import narrowed
from codegen.write import spelled

NOT_USED = "  # noqa: F401"
CALLED = re.compile(r"\b(\w+)\(")


class Surroundings:
    """The names of modules and helpers in the output; `library` is that of the function at hand.

    `decorator` is what numba compiles it by, with its sign, and empty where it does not.
    """

    def __init__(self, module: Module, gates: Library, width: int) -> None:
        self.source, self.gates, self.width = module, gates, width
        bound = _names_in_functions(module)
        self.taken = bound | {*module.functions, *module.constants, *module.imports, *module.records}
        self.library, self.decorator, self.typed = "numpy", "", False
        self.kinds: Mapping[str, Kind] = {}
        self.helper_names: dict[str, tuple[str, str, str]] = {}
        self.extra: dict[str, None] = {}
        self.modules = _module_names(module, bound)
        found = {name: function.elsewhere for name, function in module.functions.items()}
        self.elsewhere = {name: there for name, there in found.items() if there is not None}

    def _spell(self, node: ast.expr) -> ast.expr | None:
        """A function of a module, under the name that the module has here."""
        if self.decorator and (form := compiled_form(node, self.kinds)) is not None:
            return form
        if self.decorator and isinstance(node, ast.List) and hasattr(node, "history"):
            known = self.modules.get("numba.typed.List") or self._imported("numba.typed.List", "List")
            return ast.Call(ast.Name(known, ast.Load()), [], [])
        if isinstance(node, ast.Name) and node.id.startswith(MADE):
            return ast.Name(node.id.removeprefix(MADE), ast.Load())
        if isinstance(node, ast.Name) and node.id.startswith("@"):
            return ast.Name(self._helper_name(node.id[1:]), ast.Load())
        if isinstance(node, ast.Name) and node.id in self.elsewhere:
            return self.elsewhere[node.id].said
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            return None
        root = node.value.id
        if not root.startswith("@"):
            return None
        module, attribute = root[1:], node.attr
        if module.startswith("numpy") and not self._has_arrays():
            scalar = knowledge.vocabulary().on_numbers(f"{module}.{attribute}")
            module, attribute = scalar or (module, attribute)
        if module == "math" and "math" not in self.modules and self._has_arrays():
            module, attribute = knowledge.vocabulary().canonical(f"math.{attribute}").rsplit(".", 1)
        if module == "math":
            standard = knowledge.vocabulary().canonical(f"math.{attribute}")
            attribute = (knowledge.vocabulary().on_numbers(standard) or (module, attribute))[1]
        names = self._alias(knowledge.vocabulary().spelled_in(module, self.library)).split(".")
        value: ast.expr = ast.Name(names[0], ast.Load())
        for part in names[1:]:
            value = ast.Attribute(value, part, ast.Load())
        return ast.Attribute(value, attribute, ast.Load())

    def _helper_name(self, name: str) -> str:
        """A helper's name in this module, which gives way to the user's names."""
        spelled, number, ours = name, 0, (name, self.library, self.decorator)
        while (spelled in self.taken and spelled not in self.source.helpers) or (
            self.helper_names.get(spelled, ours) != ours
        ):
            number += 1
            spelled = f"{name}{number}"
        self.helper_names[spelled] = ours
        return spelled

    def _has_arrays(self) -> bool:
        return bool(self.source.roots() & set(ARRAY_LIBRARIES)) or "numpy" in self.modules

    def _alias(self, module: str) -> str:
        """How a module is spelled; imports it where the source does not."""
        known, rest = module, ""
        while known and known not in self.modules:
            known, _, last = known.rpartition(".")
            rest = f".{last}{rest}"
        if known:
            return self.modules[known] + rest
        head, _, rest = module.partition(".")
        if head == "numpy":
            return self._imported(head, "np") + (f".{rest}" if rest else "")
        return self._imported(module, "jnp" if module == "jax.numpy" else module.split(".")[-1])

    def _imported(self, module: str, wanted: str) -> str:
        """Imports a module under a name, or another one where that is taken; gives the name."""
        known, number = wanted, 0
        while known in self.taken:
            number += 1
            known = f"{wanted}{number}"
        self.modules[module] = known
        package, _, name = module.rpartition(".")
        renamed = f" as {known}" if known != name else ""
        self.extra[(f"from {package} " if package else "") + f"import {name}{renamed}"] = None
        return known

    def _anything(self) -> str:
        """How Any is spelled."""
        return self.modules.get("typing.Any") or self._imported("typing.Any", "Any")

    # What stands above the functions.

    def _imports(self, used: Set[str]) -> str:
        """The imports of the source whose names are used, and those that the passes need."""
        lines: list[ImportLine] = []
        for statement in self.source.import_statements:
            names = [
                a
                for a in statement.names  # type: ignore[attr-defined]
                if _binding(a) in used or _is_future(statement) or _is_array_library(statement, a)
            ]
            if not names:
                continue
            unused = "" if any(_binding(a) in used for a in names) or _is_future(statement) else NOT_USED
            what = ", ".join(f"{a.name} as {a.asname}" if a.asname else a.name for a in names)
            line = f"import {what}{unused}"
            if isinstance(statement, ast.ImportFrom):
                line = f"from {'.' * statement.level}{statement.module or ''} {line}"
            lines.append(ImportLine(line, _place_at_top(statement)))
        for line in self.extra:
            name = line.split()[-1]
            lines.append(ImportLine(line if name in used else line + NOT_USED))
        lines += [ImportLine(line, own=True) for line in self._pairs_elsewhere(used)]
        found = in_groups(lines, self.source.lines)
        return "\n".join(line if len(line) <= self.width else self._formatted(line) for line in found)

    def _pairs_elsewhere(self, used: Set[str]) -> list[str]:
        """The imports of pairs of other modules, one a module."""
        found: dict[str, list[str]] = {}
        for name, there in self.elsewhere.items():
            for suffix in ("_forward", "_backward"):
                if f"{name}{suffix}" in used and not there.why:
                    renamed = f" as {name}{suffix}" if name != there.name else ""
                    found.setdefault(there.module, []).append(f"{there.name}{suffix}{renamed}")
        return [f"from {module} import {', '.join(sorted(found[module]))}" for module in sorted(found)]

    def _carried(self, passes: ast.Module, made: set[str]) -> tuple[str, Set[str]]:
        """Constants, functions of the user's and helpers that the passes read; the names in all of these."""
        used: set[str] = set()
        needed: dict[str, None] = {}
        queue = [passes]
        defined = dict.fromkeys(made)
        helpers: dict[str, str] = {}
        while queue:
            free, names = _free_names(queue.pop())
            used |= names
            for name in sorted(free):
                if name in needed or name in defined:
                    continue
                if name in self.elsewhere:
                    continue
                if name in self.source.functions:
                    needed[name] = None
                    queue.append(ast.parse(self._whole(self.source.functions[name])))
                elif name in self.source.constants and not self._is_imported(name):
                    needed[name] = None
                    queue.append(ast.parse(self.source.segment(self.source.constants[name])))
                elif name in self.source.records and not self.source.records[name].imported:
                    needed[name] = None
                    queue.append(ast.parse(self._class(self.source.records[name])))
                elif name in self.helper_names and name not in helpers:
                    helpers[name] = self._helper(*self.helper_names[name], name)
                    queue.append(ast.parse(helpers[name]))
        parts = [self.source.segment(node) for n, node in self.source.constants.items() if n in needed]
        constants = "\n".join(parts)
        functions = [self._whole(self.source.functions[n]) for n in self.source.functions if n in needed]
        texts = [helpers[name] for name in sorted(helpers)]
        classes = [self._class(record) for name, record in self.source.records.items() if name in needed]
        return "\n\n\n".join(part for part in [constants, *classes, *texts, *functions] if part), used

    def _is_imported(self, name: str) -> bool:
        """Whether a number is another module's."""
        return hasattr(self.source.constants[name], "imported")

    def _class(self, record: Record) -> str:
        """A class of the user's that holds values, with its decorators and the comments above it."""
        decorators = record.node.decorator_list if isinstance(record.node, ast.ClassDef) else []
        return self._with_comments(record.node, min([record.node.lineno, *(d.lineno for d in decorators)]))

    def _whole(self, function: Function) -> str:
        """A function of the user's, with the comments above it; one that was in another as it is now."""
        if function.lifted:
            node = _without_gone(function.node)
            if self.elsewhere:
                node = ast.fix_missing_locations(spelled(node, {}, self._as_said))
            return self._formatted(ast.unparse(node))
        first = min([function.node.lineno, *(d.lineno for d in function.node.decorator_list)])
        return self._with_comments(function.node, first)

    def _as_said(self, node: ast.expr) -> ast.expr | None:
        """A function of another module as the source calls it."""
        there = self.elsewhere.get(node.id) if isinstance(node, ast.Name) else None
        return None if there is None else there.said

    def _with_comments(self, node: ast.stmt, first: int) -> str:
        """The lines of a definition, from the first on, with the comments above it."""
        while first - 1 in self.source.comments and self.source.comments[first - 1][0] == 0:
            first -= 1
        return "\n".join(self.source.lines[first - 1 : node.end_lineno])

    def _helper(self, name: str, library: str, decorator: str, spelled: str) -> str:
        """The text of a helper, with the names that modules and helpers have here."""
        self.library, self.decorator = library, decorator
        text = self.gates.helper_texts.get(name, "")
        if library in knowledge.vocabulary().immutable:
            text = self.gates.immutable.get(name, text)
        elif decorator:
            text = f"{decorator}\n{self.gates.compiled.get(name, text)}"
        for known, module in (("np", library), ("math", "math")):
            if re.search(rf"\b{known}\.", text):
                text = re.sub(rf"\b{known}\.", f"{self._alias(module)}.", text)
        called = set(CALLED.findall(text))
        for other in self.gates.helper_texts:
            if other != name and other in called:
                text = re.sub(rf"\b{other}\(", f"{self._helper_name(other)}(", text)
        text = re.sub(rf"\b{name}\(", f"{spelled}(", text)
        text = typed_helper(text, self._anything()) if self.typed else text
        if self.width == LINE_LENGTH and all(len(line) <= self.width for line in text.split("\n")):
            return text  # which stands in a file that is formatted
        return self._formatted(narrowed(text, self.width))

    def _formatted(self, text: str) -> str:
        return formatted(text, self.width, commas=False).strip("\n")


def _names_in_functions(module: Module) -> set[str]:
    """The names that functions of the source bind for themselves."""
    bound = set()
    for function in module.functions.values():
        for node in () if function.elsewhere else walk(function.node):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                bound.add(node.id)
            elif isinstance(node, ast.arg):
                bound.add(node.arg)
    return bound


def _module_names(module: Module, shadowed: set[str]) -> dict[str, str]:
    """How each imported module is spelled, where no function has that name for something else."""
    names: dict[str, str] = {}
    for name, target in module.imports.items():
        if name not in shadowed:
            names.setdefault(target, name)
    return names


def _free_names(tree: ast.Module) -> tuple[set[str], set[str]]:
    """The names that a module reads and that no function in it binds for itself; all names in it."""
    free: set[str] = set()
    names: set[str] = set()
    for node in tree.body:
        read, bound = set[str](), set[str]()
        for part in walk(node):
            if isinstance(part, ast.Name):
                read.add(part.id)
                if isinstance(part.ctx, ast.Store):
                    bound.add(part.id)
            elif isinstance(part, ast.arg):
                bound.add(part.arg)
            elif isinstance(part, ast.FunctionDef):
                bound.add(part.name)
        names |= read
        free |= read - bound if isinstance(node, ast.FunctionDef) else read
    return free, names


def _without_gone(function: ast.FunctionDef) -> ast.FunctionDef:
    """A function without what stands in the place of definitions that were taken out."""
    new = copied(function)
    for node in walk(new):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [s for s in body if not getattr(s, "gone", False)]  # type: ignore[attr-defined]
    return new


def _binding(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]


def _place_at_top(statement: ast.stmt) -> tuple[int, int] | None:
    """The lines of an import at the top of the module; None for one that stood in a function."""
    first = getattr(statement, "lineno", 0)
    at_top = first and not statement.col_offset
    return (first, statement.end_lineno or first) if at_top else None


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _is_array_library(statement: ast.stmt, alias: ast.alias) -> bool:
    """Imports that say what values are, so that the output can be read as this source was."""
    return isinstance(statement, ast.Import) and alias.name.split(".")[0] in ARRAY_LIBRARIES
