# case: arguments aligned to the opening parenthesis: so is the new one
from sklearn.cluster import KMeans, MeanShift

model = KMeans(n_clusters=3,
               random_state=42,
               n_init=10)
with_comma = KMeans(n_clusters=3,
                    random_state=42,
                    n_init=10,)
several_a_line = KMeans(3, init="random",
                        max_iter=5, random_state=42, n_init=10)
closing_below = KMeans(n_clusters=3,
                       random_state=42,
                       n_init=10
                       )
other = MeanShift(bandwidth=3,
                  seeds=None)
