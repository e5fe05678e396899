# case: a target is a code, or the end of the dotted path of the parameter; without one, everything is meant
a = Hidden(3)  # defaultdrift: ignore
b = Hidden(3)  # defaultdrift: ignore -- for a reason
c = Hidden(3)  # defaultdrift: ignore[DD001]
d = Hidden(3)  # defaultdrift: ignore[n_init]
e = Hidden(3)  # defaultdrift: ignore[KMeans.n_init]
f = Hidden(3)  # defaultdrift: ignore[sklearn.cluster.KMeans.n_init]
g = Hidden(3)  # defaultdrift: ignore[max_iter, n_init] -- for a reason
h = Hidden(3)  #defaultdrift:ignore[ max_iter,DD001 ]--short
i = Told(3)  # defaultdrift: ignore[init]
j = Told(3)  # defaultdrift: ignore[Means.n_init]
k = Told(3)  # defaultdrift: ignore[KMeans]
l = Told(3)  # defaultdrift: ignore[sklearn.cluster.KMeans]
m = Told(3)  # defaultdrift: ignore[x.sklearn.cluster.KMeans.n_init]
n = Told(3)  # defaultdrift: ignore[DD002]
o = Told(3)  # defaultdrift: ignore[N_INIT]
# unused: 8 ignore[max_iter]
# unused: 9 ignore[max_iter]
# unused: 10 ignore[init]
# unused: 11 ignore[Means.n_init]
# unused: 12 ignore[KMeans]
# unused: 13 ignore[sklearn.cluster.KMeans]
# unused: 14 ignore[x.sklearn.cluster.KMeans.n_init]
# unused: 16 ignore[N_INIT]
