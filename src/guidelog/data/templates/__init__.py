"""Texts to begin a note with, one for each way of leading a talk."""
