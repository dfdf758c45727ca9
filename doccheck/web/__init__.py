"""The upload application: a Django project in one package. Views and API ask `akses` for what the person may see and `layanan` for the
work; `kerja` runs tasks from a table of the database in processes of their own. See docs/developers.md."""
