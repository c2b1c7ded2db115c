"""Texts that wait, as a leader may have left them."""

from datetime import date

from guidelog.reports.drafts_page import Waiting

WAITING = [
    Waiting(
        *(1, "guidelog add", date(2026, 11, 23), "adda"),
        "Outage review. She named the missed alert herself before I asked about it.",
    ),
    Waiting(
        2, "guidelog goal progress", date(2026, 11, 20), "g2", "Led it alone.\nWell."
    ),
    Waiting(3, "guidelog add", date(2025, 11, 3), "", "Career talk"),
]
