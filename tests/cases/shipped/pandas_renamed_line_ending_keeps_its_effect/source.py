# case: line_terminator is called lineterminator, and left out it is that of the system
import pandas as pd

frame = pd.DataFrame({"size": [1.0]})
frame.to_csv("rows.csv")
