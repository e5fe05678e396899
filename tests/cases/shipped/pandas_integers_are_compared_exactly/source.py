# case: integers that nearly agree are no longer equal, where no tolerance is told
import pandas as pd
from pandas.testing import assert_frame_equal, assert_index_equal, assert_series_equal

expected = pd.DataFrame({"size": [1_000_000]})
assert_frame_equal(expected, pd.DataFrame({"size": [1_000_001]}))  # expect: check_exact possible
assert_series_equal(expected["size"], pd.Series([1_000_001], name="size"), rtol=1e-3)
assert_series_equal(expected["size"], pd.Series([1_000_001], name="size"), check_exact=False)
assert_index_equal(expected.index, pd.RangeIndex(1))
