# case: with several bases, a metaclass or a decorator the constructor is not known
from sklearn.cluster import KMeans


class A(Mixin, KMeans): ...


class B(KMeans, metaclass=Meta): ...


@decorate
class C(KMeans): ...


class D(*bases): ...


A()
B()
C()
D()
