"""Questions for the next talk: the built-in ones, and those the leader adds."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

from guidelog.errors import BrokenQuestions, OutOfReach, WrongQuestions
from guidelog.settings import settings_file
from guidelog.words import ACTION_MODES

Questions: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Questions by mode and stage, in their order."""

BUILT_IN: Final = files("guidelog.data") / "questions.toml"


def own_questions_file() -> Path:
    """Where the leader's own questions are: beside the settings."""
    return settings_file().with_name("questions.toml")


def read_questions() -> Questions:
    """The built-in questions, and after them the leader's own of the same stage.

    Raises BrokenQuestions and WrongQuestions, which name file and line, and OutOfReach.
    """
    built_in: Questions = tomllib.loads(BUILT_IN.read_text("utf-8"))
    own = read_own(own_questions_file(), tuple(built_in[ACTION_MODES[-1]]))
    return {
        mode: {
            stage: (*built_in[mode][stage], *own.get(mode, {}).get(stage, ()))
            for stage in built_in[mode]
        }
        for mode in built_in
    }


def read_own(file: Path, stages: tuple[str, ...]) -> Questions:
    """The leader's own questions; no file means none."""
    try:
        text = file.read_text("utf-8-sig")
        said = tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        last = f"line {len(text.splitlines())}, its end"
        why = str(error).replace("end of document", last)
        raise BrokenQuestions(file=file, why=why) from error
    except UnicodeDecodeError as error:
        raise BrokenQuestions(file=file, why=error) from error
    except OSError as error:
        raise OutOfReach(path=file, why=(error.strerror or "").lower()) from error
    for place, wanted in faults_of(said, stages):
        line = line_of(place, text)
        raise WrongQuestions(file=file, line=line, key=place[-1], wanted=wanted)
    return said


def faults_of(
    said: Mapping[str, object], stages: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is not questions by mode and stage: the keys to it, and what may stand."""
    for mode, by_stage in said.items():
        if mode not in ACTION_MODES or not isinstance(by_stage, dict):
            yield (mode,), f"a table named {', '.join(ACTION_MODES)}"
            continue
        for stage, questions in by_stage.items():
            if stage not in stages:
                yield (mode, stage), f"a stage: {', '.join(stages)}"
            elif not is_list_of_lines(questions):
                yield (mode, stage), 'a list of questions: ["…", "…"]'


def is_list_of_lines(value: object) -> bool:
    """Whether this is a list of texts, each on one line and none empty."""
    return isinstance(value, list) and all(
        isinstance(one, str) and one.strip() and one.isprintable() for one in value
    )


def line_of(place: tuple[str, ...], text: str) -> int:
    """The line on which a table or a key of it stands: TOML's reader does not tell."""
    found = 1
    lines = enumerate(text.splitlines(), 1)
    for key in place:
        named = re.compile(rf"""[\s\["']*(?:\w+\.)?{re.escape(key)}["'\s.=\]]""")
        found = next((n for n, line in lines if named.match(line)), found)
    return found
