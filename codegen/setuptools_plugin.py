"""The plugin of setuptools: generates while a user's project is built, so that what is installed is current.

It does so for a project that has backprop-codegen in `build-system.requires`, and a configuration beside its
`pyproject.toml`. Everything is made anew from the sources, and goes to where the package is put together; the
project's own folder stays as it is. Only for an editable install, which runs from there, is it written there.

setuptools loads this in whatever it builds where the package is installed, so it imports nothing large.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from setuptools import Command

if TYPE_CHECKING:
    from collections.abc import Iterable

    from setuptools import Distribution

    from codegen.build import Made
    from codegen.config import Configuration
    from codegen.files import Located

COMMAND, PROJECT, OURS = "build_backprop", "pyproject.toml", "backprop-codegen"


def finalize(distribution: Distribution) -> None:
    """Makes the command one of those that `build` runs. It is for those projects only that ask for it."""
    if not _asks():
        return
    if not _configured():
        asked = f"{OURS} is in build-system.requires"
        warnings.warn(
            f"{asked}, but nothing beside {PROJECT} configures it: no passes are made", stacklevel=1
        )
        return
    from setuptools.command.build import build

    if COMMAND not in dict(build.sub_commands):
        build.sub_commands.append((COMMAND, lambda _: _asks() and _configured()))


def _asks() -> bool:
    """Whether the project in the current folder, which is where projects are built, asks for this."""
    try:
        text = Path(PROJECT).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    if "backprop" not in text:
        return False
    from codegen.files import read_toml

    try:
        requires = read_toml(text).get("build-system", {}).get("requires", [])
    except (ValueError, AttributeError):
        return False  # which setuptools tells itself
    names = (re.match(r"[\w.-]+", str(one)) for one in requires)
    return any(name and re.sub(r"[-_.]+", "-", name[0]).lower() == OURS for name in names)


def _configured() -> bool:
    """Whether there is a configuration beside it; what is wrong with one is told when it is read."""
    from codegen.config import find_in
    from codegen.files import FileRefused

    try:
        return find_in(Path.cwd()) is not None
    except FileRefused:
        return True


class BuildBackprop(Command):  # type: ignore[misc]
    """Writes what the configuration names into the packages that are built."""

    description = "write the backward passes that [backprop] names"
    user_options: ClassVar[list[tuple[str, str | None, str]]] = [("build-lib=", "d", "directory to build in")]
    editable_mode = False
    build_lib: str | None

    def initialize_options(self) -> None:
        """Called by setuptools."""
        self.build_lib = None

    def finalize_options(self) -> None:
        """Called by setuptools."""
        self.set_undefined_options("build_py", ("build_lib", "build_lib"))

    def run(self) -> None:
        """Writes all that goes into a package."""
        from codegen.build import write
        from codegen.files import FileRefused, write_atomically

        configuration, made = self._made()
        if self.editable_mode:
            _, unwritable = write(configuration, made)
            _refuse(unwritable)
            return
        targets = self._targets(configuration)
        for output, text in made.texts:
            target = Path(targets[output.output])
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                write_atomically(target, text)
            except FileRefused as refused:
                _refuse([refused.located])
            self.announce(f"generating {target} from {output.source}", level=2)

    def get_source_files(self) -> list[str]:
        """What a source distribution needs, so that the same can be generated from it."""
        from codegen.inputs import Inputs

        configuration = _configuration()
        outputs = configuration.outputs
        packages = Inputs(configuration, None).packages
        files = {name for output in outputs for name in (output.source, *output.templates)}
        files |= {name for output in outputs for name in _of_black(configuration.folder, output.source)}
        return sorted({*files, *(PurePosixPath(folder, "__init__.py").as_posix() for folder in packages)})

    def get_outputs(self) -> list[str]:
        """The files in the packages."""
        return sorted(self._targets(_configuration()).values())

    def get_output_mapping(self) -> dict[str, str]:
        """Which file of the project each of them is; none, unless they are written there."""
        targets = self._targets(_configuration())
        return {target: output for output, target in targets.items()} if self.editable_mode else {}

    def _made(self) -> tuple[Configuration, Made]:
        """What belongs into packages."""
        from codegen.build import Defect, make
        from codegen.workers import processors

        configuration = _configuration()
        targets = self._targets(configuration)
        outputs = [output for output in configuration.outputs if output.output in targets]
        for output in configuration.outputs:
            if output.output not in targets:
                self.warn(f"{output.output} is in no package of the project, and is left out")
        try:
            made = make(configuration, outputs, jobs=processors())
        except Defect as defect:
            raise _stopped(f"backprop failed on {defect.path}: {defect.what}\n{defect.trace}") from None
        _refuse(made.failures)
        for source, how in made.lost.items():
            raise _stopped(f"{source}: the process that generated from it was ended ({how})")
        return configuration, made

    def _targets(self, configuration: Configuration) -> dict[str, str]:
        """Where the outputs go that are in a package, or are modules, of the project."""
        found = {output.output: self._target(output.output) for output in configuration.outputs}
        return {output: target for output, target in found.items() if target is not None}

    def _target(self, path: str) -> str | None:
        build_py = self.get_finalized_command("build_py")
        inside: list[tuple[int, str]] = []
        for package in self.distribution.packages or ():
            folder = PurePosixPath(Path(build_py.get_package_dir(package)).as_posix())
            if PurePosixPath(path).is_relative_to(folder):
                rest = PurePosixPath(path).relative_to(folder)
                inside.append((len(folder.parts), str(Path(self.build_lib or "", *package.split("."), rest))))
        if inside:
            return max(inside)[1]  # of the innermost package
        for module in self.distribution.py_modules or ():
            *package, name = module.split(".")
            own = Path(build_py.get_package_dir(".".join(package)), f"{name}.py")
            if own.as_posix() == path:
                return str(Path(self.build_lib or "", *package, own.name))
        return None


def _of_black(project: Path, source: str) -> list[str]:
    """The file of the project that says how long lines of an output are."""
    from codegen.widths import settings_of

    path = settings_of(project / source)
    inside = path is not None and path.is_relative_to(project.resolve())
    return [path.relative_to(project.resolve()).as_posix()] if path is not None and inside else []


def _configuration() -> Configuration:
    from codegen.config import find, load
    from codegen.files import FileRefused

    try:
        return load(find(Path.cwd()))
    except FileRefused as refused:
        raise _error([refused.located]) from None


def _refuse(failures: Iterable[Located]) -> None:
    failures = list(failures)
    if failures:
        raise _error(failures)


def _error(failures: Iterable[Located]) -> Exception:
    from codegen.problems import render

    told = [render(one, located.path, located.lines) for located in failures for one in located.problems]
    return _stopped("\n".join(["backprop stops the build:", *told]))


def _stopped(told: str) -> Exception:
    """What setuptools tells without a traceback; found late, since old versions have it elsewhere."""
    from setuptools.errors import SetupError

    found: Exception = SetupError(told)
    return found
