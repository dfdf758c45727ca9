"""Login throttling and rates; the making and changing of accounts."""
