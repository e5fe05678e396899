# -*- coding: latin-1 -*-
# case: the file keeps the encoding that it declares
from sklearn.cluster import KMeans, MeanShift

a = "é"; b = KMeans("é", n_init=10)
other = MeanShift("é")
