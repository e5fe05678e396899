# case: attributes that are set on objects nobody knows lead nowhere
import pandas as pd

unknown.price = pd
unknown.price.nothing.groupby(k)
unknown.other.groupby(k)
del unknown.price
unknown.price.groupby(k)
