# case: of several tuples only those with as many elements can be unpacked
import pandas as pd

left, right = pd.read_pair("a")
left.groupby("a")  # call: pandas.DataFrame.groupby(_)
right.str.replace("b", "c")
one, two, three = pd.read_pair("a")
one.str.replace("b", "c")  # call: pandas.core.strings.StringMethods.replace(_, _)
three.groupby("a")
