"""What every test stands in: nothing that builds keep is read from, or left in, the user's folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest_plugins = ["pytester"]

# Tests of which many are alike: of so many one is among the quick ones, the others are left to `exhaustive`.
THINNED = {
    "test_gate": 3,
    "test_gate_of_complex_values": 3,
    "test_function_of_numpy_is_differentiated_rightly_or_refused": 3,
    "test_statement_is_written_as_black_writes_it": 3,
    "test_annotated": 3,
    "test_comments_of_the_user_are_all_there_and_no_other": 4,
    "test_every_group_of_the_mirror_is_a_forward_statement": 4,
    "test_output_is_formatted": 4,
    "test_output_keeps_to_the_libraries_of_its_source": 3,
    "test_edit_changes_only_its_own_mirror": 3,
    "test_gradient_of_a_composition": 3,
    "test_mistakes_in_functions_are_found": 5,
    "test_mistakes_in_small_steps_are_found": 3,
    "test_mistakes_in_a_script_are_found": 2,
    "test_what_is_right_is_called_right": 3,
    "test_passes_that_were_written_by_hand_are_right": 3,
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves most of what is alike to the exhaustive tests, before those are chosen or left out."""
    seen: dict[str, int] = {}
    for item in items:
        name = getattr(item, "originalname", item.name)
        if name in THINNED and item.get_closest_marker("exhaustive") is None:
            seen[name] = seen.get(name, -1) + 1
            if seen[name] % THINNED[name]:
                item.add_marker(pytest.mark.exhaustive)


@pytest.fixture(autouse=True, scope="session")
def no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
