"""Builders of the sample city: one module a kind of document, over one source of data (samples/data)."""
