# case: what iterating or unpacking an object of a library gives is followed where it is told
import pandas as pd

frame = pd.DataFrame(data)  # call: pandas.DataFrame(_)
for name, group in frame.groupby("a"):  # call: pandas.DataFrame.groupby(_)
    group.groupby("b")  # call: pandas.DataFrame.groupby(_)
    name.groupby("b")
for index, (name, group) in enumerate(frame.groupby("a")):  # call: pandas.DataFrame.groupby(_)
    group.groupby("c")  # call: pandas.DataFrame.groupby(_)
groups = [group.groupby("d") for _, group in frame.groupby("a")]  # call: pandas.DataFrame.groupby(_); pandas.DataFrame.groupby(_)
(_, low), (_, high) = frame.groupby("a")  # call: pandas.DataFrame.groupby(_)
high.groupby("e")  # call: pandas.DataFrame.groupby(_)
