# case: awaiting a coroutine gives what its function returns
from sklearn.cluster import KMeans


async def choose():
    return KMeans


async def main():
    found = await choose()
    await other(3)
    return found(4)  # call: sklearn.cluster.KMeans(_)
