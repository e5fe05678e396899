# case: what one function binds, another does not see
def one():
    from sklearn.cluster import KMeans


def two():
    KMeans()
