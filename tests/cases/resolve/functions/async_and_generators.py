# case: async functions and generators are functions
from sklearn.cluster import KMeans


async def fit(X):
    await KMeans(1)  # call: sklearn.cluster.KMeans(1)
    async for x in KMeans(2):  # call: sklearn.cluster.KMeans(2)
        yield KMeans(3)  # call: sklearn.cluster.KMeans(3)
    async with KMeans(4) as km:  # call: sklearn.cluster.KMeans(4)
        pass
