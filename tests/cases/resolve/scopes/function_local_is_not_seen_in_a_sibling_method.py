# case: what one method imports, another does not see
class Model:
    def a(self):
        from sklearn.cluster import KMeans

    def b(self):
        KMeans()
        Model.KMeans()
        self.KMeans()
