# case: whatever is not written as one text may be a column of dates
import pandas as pd

frame = pd.DataFrame({"day": ["1.2.2020", "13.2.2020"]})
frame["day"] = pd.to_datetime(frame["day"])  # expect: format certain
pd.to_datetime(["1.2.2020", "13.2.2020"])  # expect: format certain
