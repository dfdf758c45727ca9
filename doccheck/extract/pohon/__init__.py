"""The rows of one table to its tree of goals, indicators and values."""
