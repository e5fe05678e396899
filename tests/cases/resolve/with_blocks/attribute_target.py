# case: an attribute as a target binds no name
with load() as KMeans.current:
    KMeans()
