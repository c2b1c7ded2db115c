"""One tree of refusals: each is worded here, once, and knows its exit code.

GuidelogError
├── CouldNot        exit 1: the wish was clear, the world said no
└── WronglyCalled   exit 2: the line has to be typed differently

A class holds its sentence and, where something can be done, its advice; whoever raises
it gives the facts: ``raise UnknownPerson(name="adda", near="Did you mean ada?")``.
Facts are names, ids, options and dates, never the text of a note.
"""

from guidelog.errors.asking import *
from guidelog.errors.base import *
from guidelog.errors.care import *
from guidelog.errors.days import *
from guidelog.errors.documents import *
from guidelog.errors.encryption import *
from guidelog.errors.exchange import *
from guidelog.errors.exporting import *
from guidelog.errors.file import *
from guidelog.errors.goals import *
from guidelog.errors.line import *
from guidelog.errors.looking import *
from guidelog.errors.naming import *
from guidelog.errors.recording import *
from guidelog.errors.settings import *
