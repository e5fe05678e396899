# case: before the `**` arguments that end the call
from sklearn.cluster import KMeans, MeanShift

options = {}
a = KMeans(**options)
b = KMeans(3, **options)
c = KMeans(3,**options)
d = KMeans(**options, max_iter=5)
e = KMeans(3, max_iter=5, **options, **{})
f = KMeans(
    3,
    **options,
)
g = KMeans(
    3,  # clusters
    # whatever else
    **options
)
h = KMeans(
    # whatever else
    **options
)
i = KMeans(  # from
             # the configuration
    # whatever else
    **options
)
j = KMeans(3, max_iter=5,
           **options)
k = KMeans(3,
           max_iter=5,  # short,
                        # but enough
           **options)
l = KMeans(
    max_iter=5, **options
)
m = KMeans( **options )
n = KMeans(3, **(options))
other = MeanShift(**options)
