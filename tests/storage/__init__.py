"""The file: made, opened, upgraded, backed up, and never made worse."""
