"""Targets that stand inside an indicator's sentence."""
