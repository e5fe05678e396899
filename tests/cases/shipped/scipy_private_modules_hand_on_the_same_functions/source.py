# case: modules became private, and what they hand on has the same defaults
from scipy.io.mmio import mmread
from scipy.sparse.csr import csr_matrix
from scipy.stats.stats import pearsonr

matrix = mmread("matrix.mtx")
rows = csr_matrix((3, 3))
r, p = pearsonr([1, 2, 3], [1, 2, 4])
