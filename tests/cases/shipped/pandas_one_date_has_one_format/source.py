# case: a single date as text is the first element and the last
import pandas as pd

start = pd.to_datetime("2020-03-21")
end = pd.to_datetime(arg="21.03.2020")
