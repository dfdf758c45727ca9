"""Grids to logical tables: which are one table, where its heading is, what each column holds."""
