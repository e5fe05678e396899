"""The screen drops what cannot hold a finding, and nothing else."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from defaultdrift.model.known import Known
from defaultdrift.resolve.calls import find_calls
from defaultdrift.resolve.screen import has_names, make_needles, may_matter

if TYPE_CHECKING:
    from defaultdrift.model.call import CallSite

KNOWN = Known(
    roots=frozenset({"sklearn"}),
    paths=frozenset(
        {
            "sklearn.cluster.KMeans",
            "sklearn.cluster.KMeans.score",
            "sklearn.ensemble.RandomForestClassifier",
            "sklearn.ensemble.forest.RandomForestClassifier",
            "sklearn.model_selection.train_test_split",
        }
    ),
    returns={
        "sklearn.cluster.KMeans": "sklearn.cluster.KMeans",
        "sklearn.ensemble.RandomForestClassifier": "sklearn.ensemble.RandomForestClassifier",
    },
    methods=frozenset({"sklearn.cluster.KMeans.score"}),
)
KEYWORDS = {
    "sklearn.cluster.KMeans": ["n_init"],
    "sklearn.cluster.KMeans.score": ["sample_weight"],
    "sklearn.ensemble.RandomForestClassifier": ["n_estimators"],
    "sklearn.ensemble.forest.RandomForestClassifier": ["max_features"],
}
NEEDLES = make_needles(KNOWN, KEYWORDS)
IMPORT = b"from sklearn.cluster import KMeans\n"

DROPPED = {
    "nothing": b"",
    "no_root": b"from mylib import KMeans\nKMeans()\n",
    "no_name": b"import sklearn.decomposition\nPCA()\n",
    "names_in_a_comment": b"# sklearn KMeans()\n",
    "names_in_a_docstring": b'"""sklearn: KMeans() is fine."""\n',
    "longer_names": b"import sklearn_extra\nMiniBatchKMeans()\nmy_KMeans()\n",
    "only_imported": IMPORT,
    "keyword_is_passed": IMPORT + b"KMeans(3, n_init=10, **opts)\n",
    "keyword_is_passed_to_an_alias": b"import sklearn.cluster as c\nc.KMeans(n_init=10)\n",
    "keyword_is_passed_under_another_name": b"from sklearn.cluster import KMeans as KM\nKM(n_init=10)\n",
    "all_keywords_are_passed": b"import sklearn\nRandomForestClassifier(n_estimators=9, max_features=1)\n",
    "name_is_only_bound": b"import sklearn\nKMeans = 1\nx.KMeans = 2\ndel KMeans\ndef f(KMeans): ...\n",
    "name_of_a_method_alone": b"import sklearn\nscore = 3\nprint(score)\nscore(1)\n",
    "other_characters": b"# sklearn\n# \xc3\xa9 \xe2\x80\xa6\n",
    "latin_1": b"# coding: latin-1\n# sklearn \xe9\n",
}

LET_THROUGH = {
    "keyword_is_left_out": IMPORT + b"KMeans(3)\n",
    "keyword_may_be_unpacked": IMPORT + b"KMeans(3, **opts)\n",
    "one_of_two_calls": IMPORT + b"KMeans(n_init=3)\nKMeans(3)\n",
    "one_of_two_keywords": b"import sklearn\nRandomForestClassifier(n_estimators=9)\n",
    "callable_without_keywords": b"import sklearn\ntrain_test_split(X, test_size=1)\n",
    "under_another_name": b"from sklearn.cluster import KMeans as KM\nKM()\n",
    "under_the_name_of_a_method": b"from sklearn.cluster import KMeans as score\nscore()\n",
    "one_name_for_two": IMPORT
    + b"if a: from sklearn.cluster import KMeans as C\n"
    + b"else: from sklearn.ensemble import RandomForestClassifier as C\n"
    + b"C(n_init=3)\n",
    "by_star": b"from sklearn.cluster import *\nKMeans()\n",
    "as_a_value": IMPORT + b"Model = KMeans\n",
    "in_a_display": IMPORT + b"MODELS = {'km': KMeans}\n",
    "as_a_base": IMPORT + b"class Model(KMeans): ...\n",
    "as_a_decorator": IMPORT + b"@KMeans\ndef f(): ...\n",
    "partial": IMPORT + b"partial(KMeans, n_init=3)\n",
    "as_an_attribute": b"import sklearn.cluster as c\nmodel = c.KMeans\n",
    "method": b"import sklearn\nkm.score(X)\n",
    "method_as_a_value": b"import sklearn\nf = km.score\n",
    "name_in_a_string": b"import sklearn.cluster as c\ngetattr(c, 'KMeans')()\n",
    "path_in_a_string": b"import sklearn\nlocate('sklearn.cluster.KMeans')\n",
    "full_width_character": "from sklearn.cluster import ＫMeans\nＫMeans()\n".encode(),  # noqa: RUF001  meant
    "full_width_root": "from ｓklearn.cluster import KMeans\nKMeans()\n".encode(),  # noqa: RUF001  meant
    "superscript_in_latin_1": "# coding: latin-1\nfrom sklearn.cluster import KMeªns\nKMeªns()\n".encode("latin-1"),
    "after_a_byte_order_mark": b"\xef\xbb\xbf" + IMPORT + b"KMeans(3)\n",
    "does_not_parse": IMPORT + b"def f(:\n",
    "python_2": b"import sklearn\nprint KMeans\n",
    "nul": IMPORT + b"\0KMeans(3)\n",
    "nested_parentheses": IMPORT + b"(" * 10_000 + b")" * 10_000,
    "long_sum": IMPORT + b"+".join([b"KMeans"] * 20_000),
    "utf_16": IMPORT.decode().encode("utf-16"),
    "utf_7": b"# coding: utf-7\nfrom +AHM-klearn.cluster import +AEs-Means\n+AEs-Means()\n",
    "escapes": b"# coding: unicode_escape\nfrom \\x73klearn.cluster import \\x4bMeans\n\\x4bMeans()\n",
    "ebcdic": b"# coding: cp037\n",
    "unknown_encoding": b"# coding: no-such-thing\n",
    "not_utf_8": b"\xff\xc3\xa9\xe9",
}


@pytest.mark.parametrize("source", DROPPED.values(), ids=DROPPED)
def test_screen_drops(source: bytes) -> None:
    """A file that plainly holds no call that lacks a keyword is dropped."""
    assert not may_matter(source, NEEDLES)


@pytest.mark.parametrize("source", LET_THROUGH.values(), ids=LET_THROUGH)
def test_screen_lets_through(source: bytes) -> None:
    """A file that holds such a call, or of which nobody can tell, goes on."""
    assert may_matter(source, NEEDLES)


def test_screen_without_needles_drops_everything() -> None:
    """Where no callable changed, no file matters."""
    nothing = make_needles(Known(roots=frozenset(), paths=frozenset(), returns={}), {})

    assert not may_matter(IMPORT + b"KMeans(3)\n", nothing)


def test_names_alone_do_not_ask_for_an_open_use() -> None:
    """The first half of the screen lets through what names a root and a callable."""
    assert has_names(IMPORT + b"KMeans(n_init=3)\n", NEEDLES)


def test_screen_does_not_import_libcst() -> None:
    """A scan that finds nothing to resolve does not pay for LibCST."""
    code = (
        "import sys\n"
        "from defaultdrift.model.known import Known\n"
        "from defaultdrift.resolve.screen import make_needles, may_matter\n"
        "known = Known(roots=frozenset({'sklearn'}), paths=frozenset({'sklearn.cluster.KMeans'}), returns={})\n"
        "may_matter(b'import sklearn.cluster as c; c.KMeans()', make_needles(known, {}))\n"
        "print('libcst' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-S", "-c", _with_source(code)], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("False\n", "")


def test_screen_is_sound_on_real_files() -> None:
    """In the files of an installed library that the screen drops, the resolver finds nothing that lacks a keyword."""
    spec = importlib.util.find_spec("sklearn")
    if spec is None or spec.origin is None:
        pytest.skip("scikit-learn is not installed")
    files = sorted(Path(spec.origin).parent.glob("[cel]*/tests/test_*.py"))
    dropped = [source for file in files if not may_matter(source := file.read_bytes(), NEEDLES)]
    with_names = [source for source in dropped if has_names(source, NEEDLES)]

    assert len(dropped) > len(files) / 2
    assert [call for source in with_names for call in find_calls(source.decode(), KNOWN).calls if _lacks(call)] == []


def _lacks(call: CallSite) -> bool:
    wanted = KEYWORDS.get(call.callee)
    return not wanted or not set(wanted) <= {argument.keyword for argument in call.arguments}


def _with_source(code: str) -> str:
    source = Path(__file__).parents[1] / "src"
    return f"import sys; sys.path.insert(0, {str(source)!r})\n{code}"
