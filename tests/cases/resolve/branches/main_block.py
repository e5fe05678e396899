# case: the block that runs as a script is part of the module
from sklearn.cluster import KMeans

if __name__ == "__main__":
    KMeans(3)  # call: sklearn.cluster.KMeans(_)
