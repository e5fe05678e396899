# case: the start vector is drawn for one solver, and where none is given
from scipy.sparse.linalg import svds

arpack = svds([[1.0, 2.0], [3.0, 4.0]], k=1)  # expect: random_state certain
lobpcg = svds([[1.0, 2.0], [3.0, 4.0]], k=1, solver="lobpcg")
given = svds([[1.0, 2.0], [3.0, 4.0]], k=1, v0=[1.0, 0.0])
