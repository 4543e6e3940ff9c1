"""Ingest: sources (files, folders, standard input) -> Reports. Reads bytes, never guesses what is not there."""

from variorum.ingest.errors import IngestError
from variorum.ingest.reading import Reading, read_reports

__all__ = ["IngestError", "Reading", "read_reports"]
