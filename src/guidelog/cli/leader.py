"""Who leads: the name, role and organisation that stand on documents."""

from guidelog.reports.brief import Leader
from guidelog.settings import read_settings


def read_leader() -> Leader:
    """The leader as the settings say."""
    settings = read_settings()
    return Leader(settings.leader_name, settings.leader_role, settings.organisation)
