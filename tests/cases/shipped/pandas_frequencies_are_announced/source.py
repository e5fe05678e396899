# case: sentinels that only warn compare as the literals before them
import pandas as pd
from pandas.testing import assert_frame_equal, assert_index_equal

assert_frame_equal(pd.read_parquet("expected.parquet"), pd.read_parquet("actual.parquet"))
assert_index_equal(pd.RangeIndex(2), pd.Index([0, 1]))
