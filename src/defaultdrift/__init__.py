"""Find the calls whose behaviour a library upgrade changed because they relied on a default, and pin the default.

The layers, from the outside in: `shell`; `match`, `fix`, `mine`; `locks`, `rules`, `resolve`, `report`, `suppress`;
`model`; `errors`. Imports point inwards only.
"""

__version__ = "0.1.0"
