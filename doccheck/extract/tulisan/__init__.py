"""Single texts: mending what cells broke, words, labels, codes."""
