"""What `pytest --backprop` collects: for each output an item that it is current, and one for the gradients of
each pair in it. They stand below the source, which is there when an output is not.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from codegen.build import Defect, make, stale
from codegen.config import Output, find, load
from codegen.files import FileRefused, Located
from codegen.problems import render

if TYPE_CHECKING:
    from codegen.imports import Imports
    from codegen.shipped import Shipped


class Failed(Exception):
    """An item has failed, and how that is told."""


class Collection:
    """The plugin that is there with `--backprop`: the configuration, and which of it has been collected."""

    def __init__(self, config: pytest.Config, named: str | None) -> None:
        here = config.invocation_params.dir
        try:
            self.configuration = load((here / named) if named else find(here))
        except FileRefused as refused:
            raise pytest.UsageError("\n".join(_told([refused.located]))) from None
        self.outputs: dict[Path, list[Output]] = {}
        for output in self.configuration.outputs:
            self.outputs.setdefault((self.configuration.folder / output.source).resolve(), []).append(output)
        self.found: set[Path] = set()
        self._patterns: list[str] = config.getini("python_files")
        if config.args_source is not pytest.Config.ArgsSource.ARGS:
            # Nothing is named, so everything is meant; folders of tests are what pytest goes through.
            folders = [(here / arg).resolve() for arg in config.args]
            config.args += [str(path) for path in self.outputs if not set(folders) & {path, *path.parents}]

    @cached_property
    def imports(self) -> Imports:
        """The modules of the configuration, imported once for all items."""
        from codegen.imports import Imports

        return Imports(self.configuration)

    def pytest_report_header(self) -> str:
        """Which configuration it is."""
        return f"backprop: {self.configuration.path}"

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """A source that is met."""
        outputs = self.outputs.get(file_path.resolve())
        if outputs is None:
            return None
        # Not below its package, which pytest would import by a name of its own before it runs what is in it.
        return SourceFile.from_parent(parent.session, path=file_path, collection=self, outputs=outputs)

    def pytest_pycollect_makemodule(self, module_path: Path, parent: Any) -> pytest.Collector | None:
        """What is named is imported as a module of tests; a source is not, unless it is called like one."""
        if module_path.resolve() in self.outputs and not any(map(module_path.match, self._patterns)):
            return NoTests.from_parent(parent, path=module_path)
        return None

    def pytest_report_collectionfinish(self) -> str | None:
        """Says so where something that the configuration names is not checked."""
        left = sorted(set(self.outputs) - self.found)
        if not left:
            return None
        names = ", ".join(_shown(path, self.configuration.folder) for path in left)
        return f"backprop: not below the arguments, so not checked: {names}"


class NoTests(pytest.File):
    """A source, in the place of a module of tests."""

    def collect(self) -> Iterable[pytest.Item]:
        """Nothing."""
        return ()


class SourceFile(pytest.File):
    """A source with its outputs."""

    def __init__(self, *, collection: Collection, outputs: list[Output], **more: Any) -> None:
        super().__init__(**more)
        self.collection, self.outputs = collection, outputs

    def collect(self) -> Iterator[OutputFile]:
        """Its outputs."""
        self.collection.found.add(self.path.resolve())
        for output in self.outputs:
            yield OutputFile.from_parent(self, name=output.output, output=output)


class OutputFile(pytest.Collector):
    """An output: that it is current, and its pairs."""

    def __init__(self, *, output: Output, **more: Any) -> None:
        super().__init__(**more)
        self.output = output

    @property
    def collection(self) -> Collection:
        """That of the source."""
        assert isinstance(self.parent, SourceFile)
        return self.parent.collection

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """The items; where the output cannot be read, one that says so stands for its gradients."""
        yield Current.from_parent(self, name="current")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from codegen.shipped import Wrong, shipped

            try:
                pairs = shipped(self.collection.configuration, self.output)
            except Wrong as wrong:
                yield Gradients.from_parent(self, name="gradients", pair=None, why=str(wrong))
                return
        yield Pairs.from_parent(self, name="gradients", pairs=pairs)


class Pairs(pytest.Collector):
    """The pairs of an output."""

    def __init__(self, *, pairs: list[Shipped], **more: Any) -> None:
        super().__init__(**more)
        self.pairs = pairs

    def collect(self) -> Iterator[pytest.Item]:
        """An item for each, by the name of its function."""
        for pair in self.pairs:
            yield Gradients.from_parent(self, name=pair.function, pair=pair)


class _Item(pytest.Item):
    """An item of an output."""

    @property
    def file(self) -> OutputFile:
        """The output that it stands below."""
        found = self.getparent(OutputFile)
        assert found is not None
        return found

    def runtest(self) -> None:
        """Runs it, whatever the user makes of warnings: they are not what is asked."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.held(self.file.collection, self.file.output)

    def held(self, collection: Collection, output: Output) -> None:
        """Raises `Failed` if what the item says does not hold."""
        raise NotImplementedError

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What has failed, without where in the program that was found."""
        return str(excinfo.value) if isinstance(excinfo.value, Failed) else super().repr_failure(excinfo)


class Current(_Item):
    """An output is what its source gives now."""

    def held(self, collection: Collection, output: Output) -> None:
        """Makes it anew, as `backprop check` does."""
        from codegen.stored import Store, default_folder

        folder = default_folder()
        try:
            made = make(collection.configuration, [output], store=Store(folder) if folder else None)
        except Defect as defect:
            raise Failed(defect.trace) from None
        if made.failures:
            raise Failed("\n".join(_told(made.failures)))
        for path, diff in stale(collection.configuration, made):
            raise Failed(f"{path} is not what {output.source} gives now: run backprop build\n\n{diff}")

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The output."""
        path = self.file.collection.configuration.folder / self.file.output.output
        return path, None, f"{self.file.output.output} is current"


class Gradients(_Item):
    """The gradients of a pair are right, as the pair stands in the output."""

    def __init__(self, *, pair: Shipped | None, why: str = "", **more: Any) -> None:
        super().__init__(**more)
        self.pair, self.why = pair, why

    def held(self, collection: Collection, output: Output) -> None:
        """Holds them against differences of the function."""
        from codegen.sampled import NotKnown
        from codegen.shipped import Wrong, check

        if self.pair is None:
            raise Failed(self.why)
        try:
            check(collection.imports, collection.configuration, output, self.pair)
        except Wrong as wrong:
            raise Failed(str(wrong)) from wrong.__cause__
        except NotKnown as unknown:
            skipped = pytest.skip.Exception(str(unknown))
            skipped._use_item_location = True  # where the function stands, and not here
            raise skipped from None

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The function in the source."""
        path = self.file.collection.configuration.folder / self.file.output.source
        line = self.pair.line - 1 if self.pair else None
        return path, line, f"gradients of {self.pair.function if self.pair else self.file.output.output}"


def _told(failures: Iterable[Located]) -> Iterator[str]:
    for located in failures:
        for problem in located.problems:
            yield render(problem, located.path, located.lines)


def _shown(path: Path, folder: Path) -> str:
    try:
        return path.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return str(path)
