"""The manual says what the command says, and shells complete what it takes."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codegen.cli import _parser, main
from codegen.completion import SHELLS, commands_of

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "backprop.1"
with_shtab = pytest.mark.skipif(importlib.util.find_spec("shtab") is None, reason="shtab is not installed")


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    """The program that writes the page."""
    spec = importlib.util.spec_from_file_location("manual", ROOT / "docs" / "manual.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_page_is_what_the_command_says_now(writer: ModuleType) -> None:
    assert PAGE.read_text(encoding="utf-8") == writer.manual(), "run python docs/manual.py"


def test_the_page_has_all_commands_and_options() -> None:
    text = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    for name, _, sub in commands_of(_parser()):
        section = text.partition(f'.SS "backprop {name} ')[2].partition("\n.S")[0]
        assert section, name
        for action in sub._actions:
            for option in action.option_strings:
                assert f"\\fB{option}\\fR" in section or option in ("-h", "--help")


@pytest.mark.parametrize("text", [".x", "'x", "a\\b", "-x", "`x` ~ ^ '"])
def test_nothing_in_a_text_is_taken_for_a_request(writer: ModuleType, text: str) -> None:
    assert not writer._escaped(text).startswith((".", "'"))
    assert re.sub(r"\\(?:[e&-]|\((?:ga|ti|ha|aq))", "", writer._escaped(text)).count("\\") == 0


@pytest.mark.parametrize(
    "command",
    [
        ["groff", "-man", "-Tutf8", "-ww", "-z"],
        ["mandoc", "-Tlint", "-Wwarning"],
        ["man", "--warnings", "-l"],
    ],
    ids=lambda command: command[0],
)
def test_what_shows_the_page_has_nothing_to_say_of_it(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not there")
    done = subprocess.run([*command, PAGE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@with_shtab
@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed_for_each_shell(shell: str, capsysbinary: Any) -> None:
    assert main(["completion", shell]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert all(name in text for name, _, _ in commands_of(_parser()))
    checker = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "-n"]}.get(shell)
    if checker and shutil.which(checker[0]):
        subprocess.run(checker, input=text, text=True, check=True)


@with_shtab
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("backprop gen", ["generate"]),
        ("backprop generate --st", ["--style"]),
        ("backprop generate --style ", ["clean", "notes"]),
        ("backprop check --output-format g", ["github"]),
        ("backprop generate mod", ["model.py", "models"]),
        ("backprop build --cache mod", ["models"]),
        ("backprop completion z", ["zsh"]),
    ],
)
def test_bash_completes(words: str, expected: list[str], tmp_path: Path, capsysbinary: Any) -> None:
    assert main(["completion", "bash"]) == 0
    (tmp_path / "script").write_bytes(capsysbinary.readouterr().out)
    (tmp_path / "models").mkdir()
    (tmp_path / "model.py").touch()
    typed = words.split(" ")
    quoted = " ".join(word or '""' for word in typed)
    asked = (
        f"source ./script; COMP_WORDS=({quoted}); "
        f"COMP_CWORD={len(typed) - 1}; _shtab_backprop; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run(["bash", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert sorted(filter(None, done.stdout.split("\n"))) == expected, done.stderr


def test_without_shtab_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setitem(__import__("sys").modules, "shtab", None)
    with pytest.raises(SystemExit) as stopped:
        main(["completion", "bash"])
    assert stopped.value.code == 2
    assert "pip install 'backprop-codegen[completion]'" in capsys.readouterr().err
