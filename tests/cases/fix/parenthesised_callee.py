# case: parentheses around the callee are not those of the call
from sklearn.cluster import KMeans, MeanShift

a = (KMeans)(3)
b = (KMeans)()
c = (
    KMeans  # the old (one)
)(3)
d = ((KMeans))(
    3,
)
other = (MeanShift)(3)
