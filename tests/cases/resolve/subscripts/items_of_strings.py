# case: items of text and numbers have no methods of a library class
from sklearn import cluster

"abc"[0].fit_predict(X)
"abc"[0:1].groupby(k)
"abc"[0, 1].groupby(k)
3[0].groupby(k)
f"{cluster}"[0].groupby(k)
