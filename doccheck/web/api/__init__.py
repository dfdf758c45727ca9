"""The REST API: what the pages do, for programs. A token works as the account that made it; every row comes from `akses`, every change is
made by `layanan`, as for the pages."""
