# case: another definition stands behind scipy.io.mmread, which returns what it returned
from scipy.io import mmread

matrix = mmread("matrix.mtx")
