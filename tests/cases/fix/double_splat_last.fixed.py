# case: before the `**` arguments that end the call
from sklearn.cluster import KMeans, MeanShift

options = {}
a = KMeans(n_init=10, **options)
b = KMeans(3, n_init=10, **options)
c = KMeans(3,n_init=10,**options)
d = KMeans(**options, max_iter=5, n_init=10)
e = KMeans(3, max_iter=5, n_init=10, **options, **{})
f = KMeans(
    3,
    n_init=10,
    **options,
)
g = KMeans(
    3,  # clusters
    n_init=10,
    # whatever else
    **options
)
h = KMeans(
    n_init=10,
    # whatever else
    **options
)
i = KMeans(  # from
             # the configuration
    n_init=10,
    # whatever else
    **options
)
j = KMeans(3, max_iter=5, n_init=10,
           **options)
k = KMeans(3,
           max_iter=5,  # short,
                        # but enough
           n_init=10,
           **options)
l = KMeans(
    max_iter=5, n_init=10, **options
)
m = KMeans( n_init=10, **options )
n = KMeans(3, n_init=10, **(options))
other = MeanShift(**options)
