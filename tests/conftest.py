"""What every test needs: none touches the cache of the person who runs them."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
