# case: whether an empty list gives a row is said
import polars as pl

frame = pl.DataFrame({"values": [[1, 2], []]})
rows = frame.explode("values", empty_as_null=True)
