# case: a method that the class does not have is not told
import pandas as pd
from sklearn.cluster import KMeans

KMeans.groupby("a")
pd.DataFrame.fit_predict(X)
