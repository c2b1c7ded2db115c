"""Tests of the kit that all commands stand on."""
