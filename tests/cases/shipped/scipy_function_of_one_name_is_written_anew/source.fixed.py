# case: another definition stands behind scipy.io.mmwrite, and looks for symmetry in small matrices only
import scipy.io

scipy.io.mmwrite("matrix.mtx", [[1.0, 2.0], [2.0, 3.0]], symmetry=None)  # expect: precision certain, symmetry certain
scipy.io.mmwrite("matrix.mtx", [[1.0, 2.0], [2.0, 3.0]], precision=3, symmetry="general")
