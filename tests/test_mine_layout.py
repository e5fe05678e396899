"""Where modules lie in sdists and repositories, and which import roots a library has."""

from __future__ import annotations

import pytest

from defaultdrift.shell.choice import version_of
from defaultdrift.shell.layout import find_modules, guess_roots


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["pkg/__init__.py", "pkg/a.py"], {"pkg/__init__.py": "pkg/__init__.py", "pkg/a.py": "pkg/a.py"}),
        (["src/pkg/__init__.py", "src/other/__init__.py"], {"src/pkg/__init__.py": "pkg/__init__.py"}),
        (["python-package/pkg/__init__.py"], {"python-package/pkg/__init__.py": "pkg/__init__.py"}),
        (["build/pkg/__init__.py", "python/pkg/__init__.py"], {"python/pkg/__init__.py": "pkg/__init__.py"}),
        (["tests/pkg/__init__.py", "py-x/src/pkg/__init__.py"], {"py-x/src/pkg/__init__.py": "pkg/__init__.py"}),
        (["pkg/__init__.py", "src/pkg/__init__.py"], {"pkg/__init__.py": "pkg/__init__.py"}),
        (["pkg/namespace/a.py", "docs/pkg/a.py"], {"pkg/namespace/a.py": "pkg/namespace/a.py"}),
        (["src/pkg/a.py"], {"src/pkg/a.py": "pkg/a.py"}),
        (["pkg.py", "pkg/data.txt"], {"pkg.py": "pkg.py"}),
        (["src/pkg.py"], {"src/pkg.py": "pkg.py"}),
        (["other/__init__.py", "mypkg/__init__.py", "setup.py"], {}),
        (["pkg/../../evil.py"], {}),
        ([], {}),
    ],
)
def test_modules_are_found_where_the_package_lies(members, expected):
    """The place nearest to the top counts; copies in tests, documentation and builds do not."""
    assert find_modules(members, ["pkg"]) == expected


def test_modules_of_several_roots_may_lie_apart():
    """Each import root is looked for by itself."""
    members = ["src/pkg/__init__.py", "compat/old.py"]

    assert find_modules(members, ["pkg", "old"]) == {
        "src/pkg/__init__.py": "pkg/__init__.py",
        "compat/old.py": "old.py",
    }


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["pkg/__init__.py", "pkg/deep/__init__.py", "pkg-1.0.dist-info/RECORD"], ("pkg",)),
        (["a/__init__.py", "b/__init__.py", "tests/__init__.py"], ("a", "b")),
        (["some_pkg.py", "setup.py", "other.py"], ("some_pkg",)),
        (["src/pkg/__init__.py", "tests/__init__.py", "docs/x/__init__.py"], ("pkg",)),
        (["lang/python/pkg/__init__.py", "tools/x/__init__.py"], ("pkg",)),
        (["pkg/__init__.pyi", "pkg/core.so"], ("pkg",)),
        (["setup.py", "tests/__init__.py"], ()),
        (["not-a-name/__init__.py"], ()),
        ([], ()),
    ],
)
def test_roots_of_a_library_are_its_packages(members, expected):
    """The packages nearest to the top are the import roots, tests and documentation left out."""
    assert guess_roots(members, "some-pkg") == expected


def test_library_may_be_called_like_a_folder_that_is_usually_none():
    """`packaging` is a folder of scripts elsewhere, and a library here."""
    assert guess_roots(["packaging/__init__.py", "tests/__init__.py"], "packaging") == ("packaging",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("some_pkg-1.0-py3-none-any.whl", "1.0"),
        ("some_pkg-1.0-2-cp311-cp311-win_amd64.whl", "1.0"),
        ("some-pkg-1.0.post1.tar.gz", "1.0.post1"),
        ("some_pkg-1.0.zip", "1.0"),
        ("some.pkg-0.9.tar.bz2", "0.9"),
        ("some_pkg-1.0rc1-py3-none-any.whl", None),
        ("some_pkg-1.0.dev3.tar.gz", None),
        ("other_pkg-1.0.tar.gz", None),
        ("some_pkg-1.0.exe", None),
        ("some_pkg-1.0-py3-none-any.whl.part", None),
        ("README.md", None),
    ],
)
def test_version_is_read_from_the_name_of_a_file(name, expected):
    """Only wheels and sdists of final releases of the distribution have one."""
    found = version_of(name, "some-pkg")

    assert (None if found is None else str(found)) == expected
