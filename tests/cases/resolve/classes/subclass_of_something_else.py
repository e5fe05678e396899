# case: a subclass of something that is no known class is the file's own
import sklearn
from mylib import Base


class KMeans(Base): ...


class Model(sklearn.unheard_of.Thing): ...


KMeans()
Model()
