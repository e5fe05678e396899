# case: columns come from hive paths for directories alone, and Series take values of one type; what is said stays
import polars as pl

sales = pl.read_parquet("sales/year=2023/part.parquet")  # expect: hive_partitioning certain
plain = pl.read_parquet("sales/year=2023/part.parquet", hive_partitioning=False)
mixed = pl.Series("a", [1, 2.5])  # expect: strict possible
loose = pl.Series("a", [1, 2.5], strict=False)
