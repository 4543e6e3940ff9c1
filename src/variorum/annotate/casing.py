"""(being written)"""
from variorum.model import Report


def restore_case(report: Report) -> str:
    return report.text
