# case: attributes of objects that nobody knows lead nowhere
import pandas as pd


class Row:
    price = 3

    def __getattr__(self, name):
        return load(name)


Row().price.apply(f)
Row().other.apply(f)
unknown.price.apply(f)
pd.price.apply(f)
