"""Ingest: sources (files, folders, standard input) -> Reports. Reads bytes, never guesses what is not there."""

from variorum.ingest.reading import IngestError, Reading, read_reports

__all__ = ["IngestError", "Reading", "read_reports"]
