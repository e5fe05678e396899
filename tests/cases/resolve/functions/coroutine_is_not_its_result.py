# case: the function of the file is called, not the class that is named like it
async def KMeans(k):
    return k


async def main():
    await KMeans(3)
    return await find("sklearn.cluster.KMeans")(4)
