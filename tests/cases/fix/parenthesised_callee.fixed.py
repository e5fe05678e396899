# case: parentheses around the callee are not those of the call
from sklearn.cluster import KMeans, MeanShift

a = (KMeans)(3, n_init=10)
b = (KMeans)(n_init=10)
c = (
    KMeans  # the old (one)
)(3, n_init=10)
d = ((KMeans))(
    3,
    n_init=10,
)
other = (MeanShift)(3)
