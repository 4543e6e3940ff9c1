"""The one error of this room."""

from variorum.model import VariorumError


class IngestError(VariorumError):
    """A source that is left out, or side information that is passed over: where, what, and what to do."""
