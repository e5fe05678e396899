# case: an import in a function that is never called binds nothing outside
if False:

    def setup():
        from sklearn.cluster import KMeans


KMeans()
