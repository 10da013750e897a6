"""The command `backprop`: arguments in, exit code out. The generator is loaded when there is work for it."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.arguments import (
    TEXT,
    Version,
    build_arguments,
    cache_arguments,
    circuit_arguments,
    completion_arguments,
    depfile_argument,
    explain_arguments,
    generate_arguments,
    grade_arguments,
    init_arguments,
    page_arguments,
    watch_arguments,
)
from codegen.defects import defect_told
from codegen.files import (
    STANDARD_INPUT,
    STANDARD_OUTPUT,
    FileRefused,
    Located,
    decode,
    read_source,
    read_stream,
    write_atomically,
)
from codegen.problems import Problem, render
from codegen.usage import (
    BUILD_HELP,
    CACHE_HELP,
    CIRCUIT_HELP,
    COMPLETION_HELP,
    DESCRIPTION,
    EXAMPLES,
    GRADE_HELP,
    INIT_HELP,
    PAGE_HELP,
    WATCH_HELP,
    WHERE_HELP,
)

if TYPE_CHECKING:
    from codegen.build import Made
    from codegen.config import Configuration, Output
    from codegen.options import Options

_Command = Callable[[argparse.Namespace], int]

OK, PROBLEM, USAGE, DEFECT, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 123, 130, 141


def command() -> int:
    """Runs the command in a process that ends with it, and looks for no cycles in what is there then."""
    gc.disable()
    try:
        return main()
    finally:
        gc.freeze()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; gives the exit code."""
    form = TEXT
    try:
        options = _parser().parse_args(arguments)
        run: _Command = options.run
        form = getattr(options, "output_format", TEXT)
        if run is not _generate:  # which makes one thing and is done
            gc.enable()
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="<unknown>")  # of texts that are read
            code = run(options)
        _print_source("")
        return code
    except FileRefused as refused:
        _show([refused.located], form)
        return PROBLEM
    except BrokenPipeError:
        _give_up_standard_output()  # whoever read it has gone
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except _Unwritable as unwritable:
        _give_up_standard_output()
        print(f"standard output cannot be written: {unwritable}", file=sys.stderr)
        return PROBLEM
    except Exception as error:
        print(defect_told(error), file=sys.stderr)
        return DEFECT


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="backprop", description=DESCRIPTION, epilog=EXAMPLES, formatter_class=raw
    )
    parser.add_argument("--version", action=Version, help="print the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: _Command, summary: str, more: str = "") -> argparse.ArgumentParser:
        about = f"{summary[:1].upper()}{summary[1:]}."
        sub = commands.add_parser(name, help=summary, description=about, epilog=more, formatter_class=raw)
        sub.set_defaults(run=run, parser=sub)
        return sub

    generate_arguments(command("generate", _generate, "write the passes of one source file"))
    init_arguments(command("init", _init, "write a configuration for the files that are here", INIT_HELP))
    build = command("build", _build, "write what the configuration names", BUILD_HELP)
    check = command("check", _check, "show what build would change, and exit with 1 if anything", BUILD_HELP)
    for sub in (build, check):
        build_arguments(sub)
    depfile_argument(build)
    watch = command("watch", _watch, "build, and again after each change, until Ctrl-C", WATCH_HELP)
    watch_arguments(watch)
    watch.set_defaults(output_format=TEXT, depfile=None, hook=False)
    cache_arguments(command("cache", _cache, "list what is kept for the backward pass", CACHE_HELP))
    page_arguments(command("page", _page, "write a page for review, with all passes side by side", PAGE_HELP))
    about = "draw the circuit of a function, with values and gradients at an example"
    circuit_arguments(command("circuit", _circuit, about, CIRCUIT_HELP))
    where = command("where", _where, "say which line of a source a generated line comes from", WHERE_HELP)
    where.add_argument("place", metavar="FILE:LINE", help="the line; - is a traceback on standard input")
    about = "say what an error code means, or why a backward pass is what it is"
    explain_arguments(command("explain", _explain, about))
    grade_arguments(command("grade", _grade, "check a backward pass that was written by hand", GRADE_HELP))
    about = "print what a shell needs to complete this command"
    completion_arguments(command("completion", _completion, about, COMPLETION_HELP))
    return parser


def _together(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """The arguments that --wrt names for each function."""
    wrt: dict[str, tuple[str, ...]] = {}
    for function, names in pairs:
        wrt[function] = wrt.get(function, ()) + names
    return wrt


def _generate(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from codegen.build import generate_text
    from codegen.scripts import script_text

    source: str = arguments.source
    arguments.output = None if arguments.output == STANDARD_OUTPUT else arguments.output
    if arguments.depfile and (not arguments.output or source == STANDARD_INPUT):
        arguments.parser.error("--depfile needs a file to read, and one to write, -o OUT.py")
    if source == STANDARD_INPUT:
        shown = header = "<stdin>"
        text = decode(_standard_input(shown), shown)
    else:
        shown, header = source, _portable(source)
        text = read_source(source)
    _refuse_overwriting(arguments.output, [source, *arguments.templates])
    _refuse_overwriting(arguments.depfile, [source, *arguments.templates, *filter(None, [arguments.output])])
    options = replace(_options(arguments), check_shapes=arguments.check_shapes, command=_command(arguments))
    if arguments.map and (not arguments.output or arguments.script):
        arguments.parser.error("--map needs a file to write, -o OUT.py, and is not there for scripts")
    if arguments.script:
        made = script_text(text, header, replace(options, style="notes"), shown=shown)
    elif arguments.map:
        made = _with_map(text, header, options, shown, arguments.output)
    else:
        made = generate_text(text, header, options, shown=shown)
    if arguments.output:
        write_atomically(arguments.output, made)
        if arguments.depfile:
            from codegen.depfile import of_black, write_depfile
            from codegen.sourcemap import map_path

            targets = [arguments.output, *([str(map_path(arguments.output))] if arguments.map else [])]
            others = [*arguments.templates, *of_black(Path(source))]
            write_depfile(arguments.depfile, targets, others, own=[source])
        _show([], arguments.output_format)
    else:
        _print_source(made)
    return OK


def _standard_input(shown: str) -> bytes:
    if sys.stdin is None:  # closed by whoever started this
        problem = Problem(0, 0, "E002", "there is no standard input", "name a file")
        raise FileRefused(shown, [problem])
    stream = getattr(sys.stdin, "buffer", None)
    return read_stream(stream, shown) if stream is not None else sys.stdin.read().encode()


def _with_map(text: str, header: str, options: Options, shown: str, output: str) -> str:
    """The text that is generated, of which the map is written."""
    from codegen.build import generate_whole
    from codegen.sourcemap import map_path, source_map

    whole = generate_whole(text, header, options, shown=shown)
    source = Path(os.path.relpath(shown, Path(output).parent)).as_posix()
    write_atomically(map_path(output), source_map(whole, source).text())
    return whole.emitted.text


def _where(arguments: argparse.Namespace) -> int:
    from codegen.sourcemap import read_back, where

    if arguments.place == STANDARD_INPUT:
        data = _standard_input("<stdin>")
        _print_source(read_back(data.decode("utf-8", "backslashreplace")))
        return OK
    path, _, line = arguments.place.rpartition(":")
    if not path or not line.isdecimal():
        arguments.parser.error(
            f"expected a file and a line, such as model_grad.py:12, not {arguments.place!r}"
        )
    _print_source(where(path, int(line)))
    return OK


def _options(arguments: argparse.Namespace) -> Options:
    from codegen.options import Options

    return Options(
        only=tuple(name for names in arguments.only for name in names),
        wrt=_together(arguments.wrt),
        final=tuple(name for names in arguments.final for name in names),
        style=arguments.style,
        templates=tuple(arguments.templates),
        line_length=arguments.line_length or _width(arguments.source),
    )


def _width(source: str) -> int:
    """How long lines are of what is made from a file."""
    from codegen.widths import line_length, settings_of

    return line_length(settings_of(source))


def _command(arguments: argparse.Namespace) -> str:
    """How to make the same again, for the module's header: no absolute paths, one order of options."""
    words = ["backprop generate", _portable(arguments.source)]
    for option, groups in (("--only", arguments.only), ("--final", arguments.final)):
        words += [f"{option} {','.join(names)}" for names in groups]
    words += [f"--wrt {function}:{','.join(names)}" for function, names in arguments.wrt]
    words += ["--style notes"] if arguments.style == "notes" else []
    words += [f"--templates {_portable(name)}" for name in arguments.templates]
    words += ["--script"] if arguments.script else []
    words += [f"--line-length {arguments.line_length}"] if arguments.line_length else []
    words += ["--check-shapes"] if arguments.check_shapes else []
    words += [f"-o {_portable(arguments.output)}"] if arguments.output else []
    return " ".join(words)


def _portable(path: str) -> str:
    """A path that says nothing about this machine: relative to the current folder, or the bare name."""
    if not os.path.isabs(path):
        return Path(path).as_posix()
    try:
        return Path(path).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(path).name


def _refuse_overwriting(output: str | None, read: Iterable[str]) -> None:
    for path in read:
        if output and os.path.exists(output) and os.path.exists(path) and os.path.samefile(output, path):
            message = f"this is the file that is read: {path}"
            raise FileRefused(output, [Problem(0, 0, "E008", message, "name another file with -o")])


def _build(arguments: argparse.Namespace) -> int:
    from codegen.build import write

    configuration, made = _made(arguments)
    written, unwritable = write(configuration, made)
    for path in written if _says_all(arguments) else ():
        _print_source(f"wrote {path}\n")
    failures = [*made.failures, *unwritable]
    if arguments.depfile and not failures and not made.lost:
        _write_depfile(arguments.depfile, configuration, made)
    missing = _not_in_git(arguments, configuration, made)
    code = PROBLEM if arguments.hook and (written or missing) else OK
    return _told(failures, made, code, arguments.output_format)


def _init(arguments: argparse.Namespace) -> int:
    from codegen.init import initialised
    from codegen.progress import on_terminal
    from codegen.stored import Store, default_folder
    from codegen.workers import processors

    store, jobs = default_folder(), arguments.jobs or processors()
    said = initialised(
        Path.cwd(),
        dry_run=arguments.dry_run,
        jobs=jobs,
        store=Store(store) if store else None,
        shown=on_terminal(),
    )
    for line in said:
        _print_source(f"{line}\n")
    return OK


def _watch(arguments: argparse.Namespace) -> int:
    from codegen.watch import Watch, watched

    def fail(error: Exception) -> None:
        if isinstance(error, _Unwritable):
            raise error
        if isinstance(error, FileRefused):
            _show([error.located])
        else:
            print(defect_told(error), file=sys.stderr)

    watch = Watch(Path.cwd(), Path(arguments.config) if arguments.config else None)
    watched(watch, lambda: _build(arguments), fail, quiet=arguments.quiet)
    return OK


def _write_depfile(path: str, configuration: Configuration, made: Made) -> None:
    from codegen.depfile import made_from, write_depfile

    files = made_from(configuration, [output for output, _ in made.texts])
    _refuse_overwriting(path, [*files, *(str(configuration.folder / one.output) for one, _ in made.texts)])
    write_depfile(path, [path], files)


def _check(arguments: argparse.Namespace) -> int:
    from codegen.build import stale

    configuration, made = _made(arguments)
    changes = list(stale(configuration, made))
    for _, diff in changes if _says_all(arguments) else ():
        _print_source(diff)
    stale_files = [path for path, _ in changes]
    missing = _not_in_git(arguments, configuration, made)
    code = PROBLEM if changes or missing else OK
    return _told(made.failures, made, code, arguments.output_format, stale_files)


def _not_in_git(arguments: argparse.Namespace, configuration: Configuration, made: Made) -> list[str]:
    """Tells a hook of git of the outputs that would be in no commit."""
    if not arguments.hook:
        return []
    from codegen.tracked import NoRepository, untracked

    try:
        names = untracked(configuration.folder, [output.output for output, _ in made.texts])
    except NoRepository as error:
        arguments.parser.error(f"--hook asks git which outputs it has: {error}")
    sys.stdout.flush()
    for name in names:
        print(f"{name} is not in git's index: look at it, and git add it", file=sys.stderr)
    return names


def _says_all(arguments: argparse.Namespace) -> bool:
    """Whether there is room for more than problems."""
    return not arguments.quiet and arguments.output_format == TEXT


def _told(
    failures: Sequence[Located], made: Made, code: int, form: str, stale_files: Sequence[str] = ()
) -> int:
    """Says what stands against a build; gives the exit code, which is `code` if nothing does."""
    _show(failures, form, stale_files)
    for source, how in made.lost.items():
        print(
            f"{source}: the process that generated from it was ended ({how}); the next build tries again.\n"
            "    help: if memory is short, let fewer processes run: -j 1",
            file=sys.stderr,
        )
    return DEFECT if made.lost else PROBLEM if failures else code


def _made(arguments: argparse.Namespace) -> tuple[Configuration, Made]:
    from codegen.build import make
    from codegen.progress import on_terminal
    from codegen.stored import Store, default_folder
    from codegen.workers import processors

    configuration, outputs = _selected(arguments)
    folder = Path(arguments.cache) if arguments.cache else default_folder()
    store = Store(folder) if folder is not None and not arguments.no_cache else None
    jobs = arguments.jobs or processors()
    shown = on_terminal() and not arguments.quiet
    return configuration, make(configuration, outputs, jobs=jobs, store=store, shown=shown)


def _selected(arguments: argparse.Namespace) -> tuple[Configuration, tuple[Output, ...]]:
    from codegen.build import select
    from codegen.config import find, load

    path = Path(arguments.config) if arguments.config else find(Path.cwd())
    configuration = load(path)
    outputs, unknown = select(configuration, arguments.sources)
    if unknown:
        arguments.parser.error(f"{path.name} names no source {', '.join(unknown)}")
    return configuration, outputs


def _cache(arguments: argparse.Namespace) -> int:
    from codegen.kept import WrongInput, kept, read_inputs
    from codegen.options import Options

    source, _, function = arguments.source.rpartition(":")
    if not source or not function.isidentifier():
        source, function = arguments.source, ""
    wrt, width = _together(arguments.wrt), _width(source)
    options = Options(wrt=wrt, templates=tuple(arguments.templates), line_length=width)
    try:
        like = [one for text in arguments.like for one in read_inputs(text)]
        _print_source(f"{kept(source, function, like, options)}\n")
    except WrongInput as wrong:
        arguments.parser.error(str(wrong))
    return OK


def _page(arguments: argparse.Namespace) -> int:
    from codegen.kept import WrongInput
    from codegen.review import Examples, review_page

    output = None if arguments.output == STANDARD_OUTPUT else arguments.output
    read = [arguments.source, *arguments.templates, *filter(None, [arguments.diff])]
    _refuse_overwriting(output, read)
    given = [one.partition(":") for one in arguments.at]
    if wrong := [name for name, colon, _ in given if not colon or not name.replace(".", "_").isidentifier()]:
        arguments.parser.error(f"expected a function and an example, such as f:x=3, not {wrong[0]!r}")
    examples = Examples(arguments.commented, tuple((name, text) for name, _, text in given))
    try:
        text = review_page(arguments.source, _options(arguments), arguments.diff, examples)
    except WrongInput as wrong_input:
        arguments.parser.error(str(wrong_input))
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "pygments":
            raise
        arguments.parser.error("pygments is not installed; try pip install 'backprop-codegen[page]'")
    if output:
        write_atomically(output, text)
    else:
        _print_source(text)
    return OK


def _circuit(arguments: argparse.Namespace) -> int:
    from codegen.diagram import ENDINGS, diagram
    from codegen.kept import WrongInput
    from codegen.options import Options

    output = None if arguments.output == STANDARD_OUTPUT else arguments.output
    _refuse_overwriting(output, [arguments.source.rpartition(":")[0], *arguments.templates])
    form = arguments.format or ENDINGS.get(Path(output or "").suffix, "text")
    options = Options(wrt=_together(arguments.wrt), templates=tuple(arguments.templates))
    try:
        text = diagram(arguments.source, arguments.at, options, form)
    except WrongInput as wrong:
        arguments.parser.error(str(wrong))
    if output:
        write_atomically(output, text)
    else:
        _print_source(text)
    return OK


def _explain(arguments: argparse.Namespace) -> int:
    from codegen.explain import overview, page

    what: str | None = arguments.what
    if what is None:
        _print_source(overview())
        return OK
    text = page(what)
    path, colon, function = what.rpartition(":")
    if text is None and colon and function:
        from codegen.explanation import explain_function
        from codegen.options import Options

        wrt, width = _together(arguments.wrt), _width(path)
        final = tuple(name for names in arguments.final for name in names)
        options = Options(wrt=wrt, final=final, templates=tuple(arguments.templates), line_length=width)
        _print_source(explain_function(path, function, options))
        return OK
    if text is None:
        hint = "`backprop explain` lists them; a function is SOURCE.py:FUNCTION"
        arguments.parser.error(f"there is no error code {what}; {hint}")
    _print_source(text or "")
    return OK


def _grade(arguments: argparse.Namespace) -> int:
    from codegen.handwritten import NotGraded
    from codegen.kept import WrongInput
    from codegen.marks import marked

    wrt = tuple(name for names in arguments.wrt for name in names)
    asked = (arguments.against, arguments.at, wrt, arguments.hint, arguments.seconds)
    try:
        text, ok = marked(arguments.source, *asked)
    except NotGraded as error:
        print(f"{error.place(arguments.source)}: it cannot be graded: {error}", file=sys.stderr)
        return USAGE
    except FileRefused as refused:
        _show([refused.located])
        return USAGE
    except WrongInput as wrong:
        arguments.parser.error(str(wrong))
    _print_source(text)
    return OK if ok else PROBLEM


def _completion(arguments: argparse.Namespace) -> int:
    from codegen.completion import completion

    try:
        _print_source(completion(_parser(), arguments.shell))
    except ImportError:
        arguments.parser.error("shtab is not installed; try pip install 'backprop-codegen[completion]'")
    except ValueError as wrong:
        arguments.parser.error(str(wrong))
    return OK


def _print_source(text: str) -> None:
    """Text on standard output, in the encoding of Python source whatever the terminal's is."""
    if sys.stdout is None:  # closed by whoever started this
        return
    try:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(text)
        else:
            buffer.write(text.encode("utf-8", "backslashreplace"))  # what is no text are names of files
            buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _Unwritable(error.strerror) from None


class _Unwritable(Exception):
    """Standard output takes no more."""


def _give_up_standard_output() -> None:
    """Has what is left for it go nowhere: the interpreter's own flush at exit must not fail once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show(failures: Sequence[Located], form: str = TEXT, stale_files: Sequence[str] = ()) -> None:
    """Problems for people, on standard error; for machines on standard output."""
    if form != TEXT:
        from codegen.diagnostics import findings, written
        from codegen.explain import titles

        _print_source(written(form, findings(failures, stale_files), titles()))
        return
    for path in stale_files:
        print(f"{path} is not what its source gives now: run backprop build", file=sys.stderr)
    colour = _coloured()
    for located in failures:
        for problem in located.problems:
            print(render(problem, located.path, located.lines, colour=colour), file=sys.stderr)


def _coloured() -> bool:
    """As no-color.org has it: NO_COLOR is stronger than FORCE_COLOR, and that stronger than the terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
