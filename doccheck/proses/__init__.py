"""Work in processes of its own: limits, confinement, an end that is sure."""
