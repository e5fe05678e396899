# case: a name that nothing binds leads nowhere
KMeans()
sklearn.cluster.KMeans()
