# case: a global name that nothing else binds is not known
def fit():
    global KMeans
    return KMeans(3)
