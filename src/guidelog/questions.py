"""Questions for the next talk: the built-in ones, and those the leader adds."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from guidelog.data import read_toml
from guidelog.errors import WrongQuestions
from guidelog.own_toml import line_of, parse, read_text
from guidelog.settings import settings_file
from guidelog.words import ACTION_MODES

Questions: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Questions by mode and stage, in their order."""


def own_questions_file() -> Path:
    """Where the leader's own questions are: beside the settings."""
    return settings_file().with_name("questions.toml")


def read_questions() -> Questions:
    """The built-in questions, and after them the leader's own of the same stage.

    Raises BrokenToml and WrongQuestions, which name file and line, and OutOfReach.
    """
    built_in: Questions = read_toml("questions.toml")
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
    text = read_text(file)
    said = parse(text, file)
    for place, wanted in faults_of(said, stages):
        line = line_of(text, *place)
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
