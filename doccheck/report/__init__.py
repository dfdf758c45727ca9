"""The formats of a report. A format changes no finding."""
