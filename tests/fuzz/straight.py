"""Random straight-line programs, each held to the contract; `make fuzz` runs some thousand of them.

A program is a small module, written statement by statement while it runs: an expression is taken only if
its value is tame (finite, of moderate size) and if its operands are away from the kinks and domain ends
of what is applied to them. So central differences are good, and each failure means something. What is
generated is checked with `checking.check_pair`, and then is itself differentiated and checked again.

A refusal is counted by its code. Everything else is a finding: an exception that is not `Refused`, a name
bound nowhere, a wrong value, a wrong gradient, shared or modified memory. A finding is confirmed with other
arguments (a kink hit by chance goes away), shrunk, and printed. The same seed gives the same programs.
"""

from __future__ import annotations

import argparse
import ast
import collections
import copy
import re
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from checking import Wrong, check_names, check_pair, leaves, namespace, returns_several

from codegen.generate import Options, generate_module
from codegen.problems import Refused
from fuzz.lines import Function, Program, drawn

STOP = re.compile(r"^(?P<indent>\s*)(?P<name>\w+) = (?P<value>.*?)  # backprop: stop$", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """What became of a program: ok, or refused, crash, wrong, each at first or second order."""

    kind: str
    detail: str = ""
    text: str = ""

    @property
    def finding(self) -> bool:
        """Whether somebody must look at it."""
        return self.kind.split()[0] in ("crash", "wrong")


def reference(program: Program) -> Callable[..., Any]:
    """The function that is checked, with stopped values kept as they were in the first run."""
    kept: dict[int, Any] = {}
    count = 0

    def stopped(value: Any) -> Any:
        nonlocal count
        count += 1
        return copy.deepcopy(kept.setdefault(count, copy.deepcopy(value)))

    source = STOP.sub(r"\g<indent>\g<name> = _stopped(\g<value>)", program.source)
    space: dict[str, Any] = {"_stopped": stopped, "__name__": "reference"}
    exec(compile(source, "<reference>", "exec"), space)

    def run(*args: Any) -> Any:
        nonlocal count
        count = 0
        return space[program.functions[-1].name](*args)

    return run


def with_read(name: str, value: Any, text: str) -> Any:
    """The argument without the keys that nobody reads: those have no gradient."""
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if f"{name}[{k!r}]" in text}
    return value


def redrawn(value: Any, rng: np.random.Generator) -> Any:
    """Other values of the same form."""
    if isinstance(value, dict):
        return {k: redrawn(v, rng) for k, v in value.items()}
    if isinstance(value, list):
        return [redrawn(v, rng) for v in value]
    if type(value) is int:
        return value
    return rng.uniform(0.5, 1.5, np.shape(value)) if np.shape(value) else float(rng.uniform(0.5, 1.5))


def examine(program: Program, second: bool, redraw: int = 0) -> Verdict:
    """Generates, runs and checks; `redraw` checks with other arguments."""
    last = program.functions[-1]
    args = [copy.deepcopy(a.value) for a in last.arguments]
    args = [with_read(a.name, value, last.text(False)) for a, value in zip(last.arguments, args)]
    if redraw:
        args = [redrawn(value, np.random.default_rng(redraw)) for value in args]
    text, order = "", ""
    try:
        text = generate_module(program.source, "fuzz.py", program.options)
        if generate_module(program.source, "fuzz.py", program.options) != text:
            raise Wrong("the output differs from run to run")
        wanted = [i for i, a in enumerate(last.arguments) if not program.wrt or a.name in program.wrt]
        wanted = [i for i in wanted if type(args[i]) is not int]
        if not usable(program, args):
            return Verdict("untame")
        space = namespace(text)
        ups, cache = check_pair(
            space, last.name, reference(program), args, wanted,
            several=returns_several(program.source, last.name), final=last.final,
        )  # fmt: skip
        check_names(text)
        if second:
            order, names = "at second order", (f"{last.name}_forward", f"{last.name}_backward")
            again = generate_module(text, "fuzz_generated.py", Options(only=names))
            first, text = text, again
            if program.smooth:
                given = [*ups, cache]
                able = list(range(len(given)))
                check_pair(
                    namespace(again),
                    names[1],
                    space[names[1]],
                    given,
                    able,
                    several=returns_several(first, names[1]),
                )
            if not STOP.search(program.source):
                args_able = [i for i, a in enumerate(args) if type(a) is not int]
                check_pair(namespace(again), names[0], space[names[0]], args, args_able, several=True)
            check_names(again)
    except Refused as error:
        return Verdict(
            f"refused {order}".strip(), "; ".join(f"{p.code}: {p.message}" for p in error.problems), text
        )
    except Wrong as error:
        return Verdict(f"wrong {order}".strip(), str(error), text)
    except Exception:
        return Verdict(f"crash {order}".strip(), traceback.format_exc(limit=-3), text)
    return Verdict("ok", text=text)


def usable(program: Program, args: list[Any]) -> bool:
    """Whether the program is finite at these arguments, and its outputs are moderate."""
    with np.errstate(all="ignore"):
        try:
            result = namespace(program.source)[program.functions[-1].name](*copy.deepcopy(args))
        except ArithmeticError:
            return False
    last = program.functions[-1]
    for argument in last.arguments:  # a list of which nothing is known is taken for a number
        known = argument.annotation or f"{argument.name}[" in last.text(False)
        if isinstance(argument.value, list) and not known:
            return False
    values = [x for _, x in leaves(result)]
    tame = all(np.isrealobj(x) and np.all(np.isfinite(x)) and np.max(np.abs(x)) < 1e4 for x in values)
    return tame and not any(isinstance(x, int) for x in values)


def confirmed(program: Program, second: bool) -> bool:
    """Whether a wrong result is there with other arguments too."""
    verdicts = [examine(program, second, redraw) for redraw in range(1, 6)]
    judged = [v for v in verdicts if v.kind != "untame"]
    return bool(judged) and sum(v.finding for v in judged) * 2 > len(judged)


def smaller(program: Program) -> Iterator[Program]:
    """Programs with a statement, an output, a function, an option less."""
    for i, function in enumerate(program.functions):
        last = i == len(program.functions) - 1

        def put(new: Function, i: int = i) -> Program:
            return replace(program, functions=(*program.functions[:i], new, *program.functions[i + 1 :]))

        if not last:
            yield replace(program, functions=(*program.functions[:i], *program.functions[i + 1 :]))
        for k in range(len(function.body)):
            yield put(replace(function, body=(*function.body[:k], *function.body[k + 1 :])))
        for k in range(len(function.outputs) if last and len(function.outputs) > 1 else 0):
            yield put(replace(function, outputs=(*function.outputs[:k], *function.outputs[k + 1 :])))
        for k in range(len(function.arguments) if last and len(function.arguments) > 1 else 0):
            if function.arguments[k].name not in program.wrt:
                yield put(
                    replace(function, arguments=(*function.arguments[:k], *function.arguments[k + 1 :]))
                )
        for k, argument in enumerate(function.arguments):
            if argument.annotation not in ("", "int"):
                new = replace(argument, annotation="")
                yield put(
                    replace(function, arguments=(*function.arguments[:k], new, *function.arguments[k + 1 :]))
                )
        for k, line in enumerate(function.body):
            for text in simpler(line):
                yield put(replace(function, body=(*function.body[:k], text, *function.body[k + 1 :])))
        for k, output in enumerate(function.outputs):
            for text in simpler(output):
                yield put(
                    replace(function, outputs=(*function.outputs[:k], text, *function.outputs[k + 1 :]))
                )
    if program.wrt:
        yield replace(program, wrt=())
    if program.style != "clean":
        yield replace(program, style="clean")


def simpler(line: str) -> Iterator[str]:
    """The line with one operation replaced by one of its operands."""
    tree = ast.parse(line)
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, (ast.BinOp, ast.Call, ast.UnaryOp, ast.IfExp)):
            for part in ast.iter_child_nodes(node):
                if isinstance(part, ast.expr) and not isinstance(part, ast.Attribute):
                    yield ast.unparse(_with_part(ast.parse(line), number, part))


def _with_part(tree: ast.Module, number: int, part: ast.expr) -> ast.Module:
    place = list(ast.walk(tree))[number]

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return part if node is place else self.generic_visit(node)

    Put().visit(tree)
    return ast.fix_missing_locations(tree)


def shrunk(program: Program, verdict: Verdict, second: bool, limit: int = 200) -> tuple[Program, Verdict]:
    """A smaller program that fails in the same way."""
    tries, going = 0, True
    while going:
        going = False
        for candidate in smaller(program):
            tries += 1
            if tries > limit:
                return program, verdict
            try:
                args = [copy.deepcopy(a.value) for a in candidate.functions[-1].arguments]
                if not usable(candidate, args):
                    continue
            except Exception:
                continue
            result = examine(candidate, second)
            if result.kind == verdict.kind and mark(result) == mark(verdict):
                program, verdict, going = candidate, result, True
                break
    return program, verdict


def mark(verdict: Verdict) -> str:
    """What two findings of one sort have in common."""
    last = [line for line in verdict.detail.splitlines() if line.strip()][-1]
    return re.sub(r"[\d.+-]+(e[\d+-]+)?|\[.*?\]|\(.*?\)|np\.float64|'.*?'|nan|array.*", "", last)[:60]


def report(number: int, program: Program, verdict: Verdict) -> None:
    """Prints a finding."""
    options = f"wrt {program.wrt}, {program.style}, final {program.options.final}"
    print(f"==== program {number}: {verdict.kind} ({options})\n{program.source}")
    for argument in program.functions[-1].arguments:
        print(f"  {argument.name} = {argument.value!r}")
    print(f"{verdict.detail}\n---- generated\n{verdict.text}", flush=True)


def main() -> int:
    """Runs programs; 1 if there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0, help="the number of the first program")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=1e9, help="no program is begun after that time")
    parser.add_argument("--second", type=float, default=0.4, help="the share that is differentiated twice")
    parser.add_argument("--most", type=int, default=10, help="findings that are printed, one of each sort")
    parser.add_argument("--reasons", type=int, default=12, help="reasons of refusal that are printed")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    begin, counts = time.time(), collections.Counter[str]()
    reasons, found = collections.Counter[str](), collections.Counter[str]()
    for number in range(arguments.start, arguments.start + arguments.programs):
        if time.time() - begin > arguments.seconds:
            break
        program = drawn(arguments.seed, number)
        second = number % 100 < 100 * arguments.second
        verdict = examine(program, second)
        if verdict.finding and (verdict.kind.startswith("crash") or confirmed(program, second)):
            sort = f"{verdict.kind}: {mark(verdict)}"
            found[sort] += 1
            if found[sort] == 1 and len(found) <= arguments.most:
                report(number, *shrunk(program, verdict, second))
        elif verdict.finding:
            verdict = Verdict("unconfirmed")
        counts[verdict.kind] += 1
        if verdict.kind.startswith("refused"):
            reasons.update({f"{verdict.kind}, {r}" for r in verdict.detail.split("; ")})
    print(f"{sum(counts.values())} programs in {time.time() - begin:.0f} s, seed {arguments.seed}")
    for kind, count in counts.most_common():
        print(f"{count:7}  {kind}")
    for title, counter in (("findings", found), ("refused", reasons)):
        for text, count in counter.most_common(arguments.reasons):
            print(f"{count:7}  {title}: {text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
