# case: what an unknown module gives by star is not known
from mylib import *

KMeans()
cluster.KMeans()
