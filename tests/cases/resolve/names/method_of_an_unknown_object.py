# case: a method is never matched by its name alone
import pandas as pd
from sklearn.cluster import KMeans

model.fit_predict(X)
df.groupby("a")
make(KMeans).fit_predict(X)
load().groupby("a")
