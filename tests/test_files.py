"""Reading as Python does, writing wholly or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from codegen.files import FileRefused, decode, read_source, write_atomically

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def refused(call: object, *args: object) -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        call(*args)  # type: ignore[operator]
    return caught.value


def test_a_coding_cookie_is_respected() -> None:
    data = "# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1")
    assert decode(data, "a.py").endswith("x = 'é'\n")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfx = 1\n", "a.py") == "x = 1\n"


@pytest.mark.parametrize("data", [b"a = 1\r\nb = 2\r\n", b"a = 1\rb = 2\r", b"a = 1\nb = 2\n"])
def test_line_ends_become_one_kind(data: bytes) -> None:
    assert decode(data, "a.py") == "a = 1\nb = 2\n"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"x = 1\ny = '\xff'\n", (2, 6)),
        (b"x = '\xff'\n", (1, 6)),
        ("# é\n# é\n# é ".encode() + b"\xff\n", (3, 5)),
    ],
)
def test_bytes_that_are_no_text_are_located(data: bytes, place: tuple[int, int]) -> None:
    (problem,) = refused(decode, data, "a.py").problems
    assert (problem.code, problem.line, problem.column) == ("E002", *place)
    assert "0xff" in problem.message


def test_an_unknown_encoding_is_a_problem() -> None:
    (problem,) = refused(decode, b"# coding: klingon\n", "a.py").problems
    assert problem.code == "E002"
    assert "klingon" in problem.message


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "no.py", "no such file"), (tmp_path, "folder")):
        refusal = refused(read_source, path)
        assert refusal.located.path == str(path)
        assert words in refusal.problems[0].message


def test_a_file_that_holds_the_text_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    assert write_atomically(path, "x = 1\n")
    os.utime(path, ns=(1, 1))
    assert not write_atomically(path, "x = 1\n")
    assert path.stat().st_mtime_ns == 1
    assert write_atomically(path, "x = 2\n")
    assert path.read_text() == "x = 2\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.py"]


def test_the_mode_is_kept_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    path, plain = tmp_path / "a.py", tmp_path / "plain"
    path.write_text("")
    path.chmod(0o750)
    plain.write_text("")
    write_atomically(path, "x = 1\n")
    write_atomically(tmp_path / "new.py", "x = 1\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o750
    assert (tmp_path / "new.py").stat().st_mode == plain.stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.py").symlink_to(tmp_path / "real.py")
    (tmp_path / "real.py").write_text("")
    write_atomically(tmp_path / "link.py", "x = 1\n")
    assert (tmp_path / "link.py").is_symlink()
    assert (tmp_path / "real.py").read_text() == "x = 1\n"


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert write_atomically("/dev/null", "x = 1\n")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.py"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    (problem,) = refused(write_atomically, path, "new").problems
    assert problem.code == "E008"
    assert "no space left" in problem.message
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.py"]


def test_places_that_cannot_be_written_are_problems(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "no" / "a.py", tmp_path / "file" / "a.py"):
        (problem,) = refused(write_atomically, path, "x = 1\n").problems
        assert problem.code == "E008"


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("old")
    path.chmod(0o444)
    (problem,) = refused(write_atomically, path, "new").problems
    assert "read-only" in problem.message
    assert path.read_text() == "old"
