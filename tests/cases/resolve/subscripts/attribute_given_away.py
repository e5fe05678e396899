# case: a container in an attribute that is given away may hold something else
from sklearn.cluster import KMeans


class Models:
    listed = [KMeans]
    kept = {"km": KMeans}


tune(Models.listed)
Models.listed[0](3)
alias = Models.kept
alias["km"] = other
Models().kept["km"](4)
