"""Measures: pure figures over rows."""
