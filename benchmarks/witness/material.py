# mypy: ignore-errors
# ruff: noqa: ANN001, ANN002, ANN003, ANN201, ICN001, PTH103, PTH112, PTH118, PTH120, PTH123
# ruff: noqa: S324, SIM905, UP010, UP030, UP031, UP032
"""What the expressions of witness programs may use: data drawn with numpy alone, and things to look with.

It runs under the interpreters of ten years, CPython 2.7 among them, so it is written in what they have in common. The
streams of `numpy.random.RandomState` never change.
"""

from __future__ import unicode_literals

import gzip
import hashlib
import importlib
import json
import os
import warnings

import numpy


def find(paths):
    """Return the first of some dotted paths that leads to something."""
    problem = None
    for path in paths:
        parts = path.split(".")
        for cut in range(len(parts) - 1, 0, -1):
            try:
                found = importlib.import_module(".".join(parts[:cut]))
                for part in parts[cut:]:
                    found = getattr(found, part)
            except (ImportError, AttributeError) as error:
                problem = error
            else:
                return found
    message = "no such path: {0} ({1})".format(paths[0], problem)
    raise LookupError(message)


def sk(path):
    """Return something of scikit-learn."""
    return find(["sklearn." + path])


def points(n, d, k=3, spread=2.0, seed=0):
    """Return points around k centres, in turn."""
    random = numpy.random.RandomState(seed)
    centers = random.uniform(-6, 6, (k, d))
    return centers[numpy.arange(n) % k] + spread * random.normal(size=(n, d))


def labels(n, k=3):
    """Return the centre of each of the points."""
    return numpy.arange(n) % k


def noisy(n, k=3, seed=1, share=0.1):
    """Return the centres, some of them wrong."""
    random = numpy.random.RandomState(seed)
    return numpy.where(random.uniform(size=n) < share, random.randint(0, k, n), numpy.arange(n) % k)


def target(x, seed=2, noise=1.0):
    """Return a linear function of the rows, with noise."""
    random = numpy.random.RandomState(seed)
    return x.dot(random.normal(size=x.shape[1])) + noise * random.normal(size=len(x))


def targets(x, m=2, seed=3, noise=1.0):
    """Return m linear functions of the rows, with noise."""
    random = numpy.random.RandomState(seed)
    return x.dot(random.normal(size=(x.shape[1], m))) + noise * random.normal(size=(len(x), m))


def uniform(*shape, **named):
    """Return numbers between 0 and 1."""
    return numpy.random.RandomState(named.get("seed", 4)).uniform(size=shape)


def normal(*shape, **named):
    """Return normally distributed numbers."""
    return numpy.random.RandomState(named.get("seed", 5)).normal(size=shape)


def counts(n, d, top=8, seed=6):
    """Return small whole numbers."""
    return numpy.random.RandomState(seed).randint(0, top, (n, d))


def words(n, seed=7):
    """Return documents."""
    random = numpy.random.RandomState(seed)
    store = "the quick brown fox jumps over a lazy dog while many small birds sing in old green trees".split()
    return [" ".join(store[i] for i in random.randint(0, len(store), 12)) for _ in range(n)]


def sparse(x):
    """Return a matrix of compressed rows."""
    import scipy.sparse

    return scipy.sparse.csr_matrix(x)


def holes(x, share=0.1, seed=8):
    """Return an array some of whose values are missing."""
    x = numpy.array(x, dtype=float)
    x[numpy.random.RandomState(seed).uniform(size=x.shape) < share] = numpy.nan
    return x


def distances(x):
    """Return the distances of all pairs of rows."""
    return numpy.sqrt(((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=-1))


def frame(x):
    """Return a data frame."""
    import pandas

    return pandas.DataFrame(x, columns=["c{0}".format(i) for i in range(x.shape[1])])


def categories(x):
    """Return a data frame whose first column holds categories."""
    import pandas

    return pandas.DataFrame({"a": pandas.Categorical(x[:, 0]), "b": x[:, 1].astype(float)})


def openml(folder):
    """Write what a fetch from OpenML would have left in its cache, and return the folder."""
    rows = "".join("%d,%s\n" % (i % 7, "yes" if i % 3 else "no") for i in range(20))
    table = ("@RELATION own\n@ATTRIBUTE a NUMERIC\n@ATTRIBUTE c {yes,no}\n@DATA\n" + rows).encode("ascii")
    about = {"id": "1", "name": "own", "version": "1", "format": "ARFF", "file_id": "1", "status": "active"}
    about.update(description="", url="", default_target_attribute="c", md5_checksum=hashlib.md5(table).hexdigest())
    plain = dict.fromkeys(("is_target", "is_ignore", "is_row_identifier"), "false")
    plain["number_of_missing_values"] = "0"
    columns = [dict(plain, index="0", name="a", data_type="numeric")]
    columns.append(dict(plain, index="1", name="c", data_type="nominal", nominal_value=["yes", "no"], is_target="true"))
    quality = [{"name": "NumberOfInstances", "value": "20.0"}]
    for path, content in (
        ("api/v1/json/data/1", json.dumps({"data_set_description": about}).encode("ascii")),
        ("api/v1/json/data/features/1", json.dumps({"data_features": {"feature": columns}}).encode("ascii")),
        ("api/v1/json/data/qualities/1", json.dumps({"data_qualities": {"quality": quality}}).encode("ascii")),
        ("data/v1/download/1", table),
    ):
        place = os.path.join(folder, "openml", "openml.org", path + ".gz")
        if not os.path.isdir(os.path.dirname(place)):
            os.makedirs(os.path.dirname(place))
        with gzip.open(place, "wb") as stream:
            stream.write(content)
    return folder


def drawn():
    """Return the points of every line in the current figure."""
    import matplotlib.pyplot

    return [numpy.array(line.get_xydata()) for ax in matplotlib.pyplot.gcf().axes for line in ax.get_lines()]


def axes():
    """Return the axes of a new figure."""
    import matplotlib.pyplot

    return matplotlib.pyplot.figure().add_subplot(111)


def heard(function, *given, **named):
    """Return the texts of the warnings that a call raises."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(*given, **named)
    return [str(entry.message) for entry in caught]


def read(path):
    """Return the text of a file."""
    with open(path) as stream:
        return stream.read()


np = numpy
