"""The REST API: routes that call `akses` and `layanan` as the pages do."""
