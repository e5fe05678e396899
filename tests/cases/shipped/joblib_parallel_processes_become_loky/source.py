# case: several jobs ran in forked processes and run in loky's; one job, or a named backend, is as before
from math import sqrt

from joblib import Parallel, delayed

roots = Parallel(n_jobs=2)(delayed(sqrt)(i) for i in range(10))  # expect: backend certain
single = Parallel()(delayed(sqrt)(i) for i in range(10))
one = Parallel(n_jobs=1, verbose=5)(delayed(sqrt)(i) for i in range(10))
threads = Parallel(n_jobs=2, backend="threading")(delayed(sqrt)(i) for i in range(10))
