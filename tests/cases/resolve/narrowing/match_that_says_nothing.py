# case: patterns of values, sequences and classes that nobody knows tell nothing
import pandas as pd

match load():
    case Unknown() as u:
        u.groupby(k)
    case [first, *rest]:
        first.groupby(k)
        rest.groupby(k)
    case {"a": value, **others}:
        value.groupby(k)
        others.groupby(k)
    case pd.NAME:
        pd.NAME.groupby(k)
    case int() | str() as plain:
        plain.groupby(k)
