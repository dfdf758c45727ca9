"""Values of cells and their units. Empty, so that rules which ask for units (`satuan`) do not load the reading of values (`baca`)."""
