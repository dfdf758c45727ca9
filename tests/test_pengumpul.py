"""The collector of garbage while documents are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from doccheck.proses.pengumpul import tanpa_pengumpul


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_what_was_made_meanwhile_is_old_and_no_run_of_the_collector_follows() -> None:
    runs: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        runs.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        with tanpa_pengumpul():
            kept = [[k] for k in range(20_000)]
        after = [[k] for k in range(10)]
        young = {id(one) for one in gc.get_objects(generation=0)}
    finally:
        gc.callbacks.remove(note)
    assert not runs
    assert not any(id(one) in young for one in kept)
    assert all(id(one) in young for one in after)
    assert gc.isenabled()


def test_what_a_program_froze_stays_frozen() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    with tanpa_pengumpul():
        pass
    assert gc.get_freeze_count() == frozen > 0


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    with tanpa_pengumpul():
        pass
    assert not gc.isenabled()
