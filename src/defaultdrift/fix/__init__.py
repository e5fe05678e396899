"""Make a call explicit: text and insertions in, text edits and refusals out; no edit is published unproved.

The edits only insert, and only inside the parentheses of the call that they repair, so every other character stays
what it was by construction. Each call's edits are proved on the call, and all of them together on the whole text.
"""

from defaultdrift.fix.insert import insert_arguments
from defaultdrift.model.edit import apply_edits

__all__ = ["apply_edits", "insert_arguments"]
