# case: whatever binds a name makes it local in all of the function
from sklearn.cluster import KMeans


def by_for():
    KMeans()
    for KMeans in (): ...


def by_with():
    KMeans()
    with load() as KMeans: ...


def by_except():
    KMeans()
    try:
        pass
    except ValueError as KMeans:
        pass


def by_import():
    KMeans()
    import mylib as KMeans


def by_def():
    KMeans()

    def KMeans(): ...


def by_class():
    KMeans()

    class KMeans: ...


def by_del():
    KMeans()
    del KMeans


def by_walrus():
    KMeans()
    print(KMeans := 1)


def by_augmented_assignment():
    KMeans()
    KMeans += 1


def by_nested_target():
    KMeans()
    (a, [*KMeans]) = b


def by_walrus_in_a_default():
    KMeans()

    def f(x=(KMeans := 1)): ...
