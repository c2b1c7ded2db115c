"""What an installed guidelog brings along: every file of data that the code names."""

import re
import tomllib
from importlib.metadata import distribution, requires
from pathlib import Path

import guidelog
from guidelog.cli.templates import built_in_names
from guidelog.storage.shape import SHAPE

PACKAGE = Path(guidelog.__file__).parent
DATA = (".sql", ".toml", ".txt", ".md", ".typed")
