"""All libraries at once, what is kept of a run, and what a pull request says about it."""

from __future__ import annotations

import shutil

import pytest
from packaging.version import Version

from defaultdrift.errors import OutsideError

pytest.importorskip("griffe", reason="the miner needs Python 3.11")
pytest.importorskip("tomlkit")

from defaultdrift.mine.extract import extract
from defaultdrift.mine.facts import Source
from defaultdrift.mine.sharing import Shared
from defaultdrift.model.library import Library
from defaultdrift.model.name import normalise
from defaultdrift.shell.mining import Miner
from defaultdrift.shell.proposal import render_lines, render_proposal
from releases import Shelf

FIRST = "def f(n=1, *, k=None): pass\n\nclass C:\n    def __init__(self, a=0): pass\n    def m(self, b='x'): pass\n"
SECOND = FIRST.replace("n=1", "n=2").replace("b='x'", "b='y'")


def miner(tmp_path, origin, jobs=1):
    """Return a miner that writes below `tmp_path / "rules"`."""
    return Miner(rules=tmp_path / "rules", origin=origin, cache=tmp_path / "cache", jobs=jobs)


def files(tmp_path):
    """Return every file of the rules."""
    folder = tmp_path / "rules"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.*"))}


def kept(tmp_path, kind):
    """Return the files of a kind that the cache keeps."""
    return sorted((tmp_path / "cache" / kind).iterdir())


def test_update_reads_only_libraries_with_a_new_release(tmp_path):
    """Of three libraries one has a release more: that is read, and the others stay as they are."""
    origin = Shelf(a={"1.0": FIRST}, b={"1.0": FIRST}, c={"1.0": FIRST})
    for name in ("a", "b", "c"):
        miner(tmp_path, origin).mine(name)
    before = files(tmp_path)
    origin.libraries["b"]["2.0"] = SECOND
    origin.reads.clear()
    runs = list(miner(tmp_path, origin).update())

    assert origin.reads == ["b 2.0"]
    assert [[str(artefact.version) for artefact in run.new] for run in runs] == [[], ["2.0"], []]
    assert {name for name, text in files(tmp_path).items() if before.get(name) != text} == {
        "b/2.0.toml",
        "b/api.jsonl",
        "b/library.toml",
    }


@pytest.mark.parametrize("is_cached", [True, False])
def test_update_gives_the_bytes_of_mining_everything(tmp_path, is_cached):
    """Release by release gives what one run over all of them gives, whether facts were kept or not."""
    third = SECOND.replace("class C:", "class _C:") + "\nfrom pkg._b import D\n\ndef g(z=3.0): pass\n"
    texts = {"1.0": FIRST, "1.1": SECOND, "2.0": third, "2.1": SECOND, "3.0": FIRST}
    (tmp_path / "once").mkdir()
    (tmp_path / "steps").mkdir()
    miner(tmp_path / "once", Shelf(pkg=texts)).mine("pkg")
    origin = Shelf(pkg={"1.0": FIRST})
    miner(tmp_path / "steps", origin).mine("pkg")
    for version in list(texts)[1:]:
        origin.libraries["pkg"][version] = texts[version]
        if not is_cached:
            shutil.rmtree(tmp_path / "steps" / "cache")
        list(miner(tmp_path / "steps", origin).update())

    once, steps = (files(tmp_path / name) for name in ("once", "steps"))
    assert (
        steps.pop("pkg/library.toml").partition(b"[[release]]")[2]
        == once.pop("pkg/library.toml").partition(b"[[release]]")[2]
    )
    assert steps == once


def test_update_goes_on_after_a_library_that_fails(tmp_path):
    """A library that the origin lost is told, with the others brought up to date."""
    origin = Shelf(a={"1.0": FIRST}, b={"1.0": FIRST})
    for name in ("a", "b"):
        miner(tmp_path, origin).mine(name)
    del origin.libraries["a"]
    origin.libraries["b"]["2.0"] = SECOND
    failed, done = miner(tmp_path, origin).update()

    assert (failed.problem, failed.written) == ("cannot ask for a: there is none", ())
    assert (done.problem, len(done.proposed)) == ("", 2)


def test_update_writes_nothing_without_news(tmp_path):
    """Asking again changes no file and reads no release."""
    origin = Shelf(a={"1.0": FIRST})
    miner(tmp_path, origin).mine("a")
    before = files(tmp_path)
    origin.reads.clear()
    runs = list(miner(tmp_path, origin).update())

    assert (origin.reads, [run.written for run in runs], files(tmp_path)) == ([], [()], before)


def test_sources_are_kept_for_another_extractor(tmp_path, monkeypatch):
    """When facts are of no use any more, releases are read from what was kept, not from the origin."""
    origin = Shelf(a={"1.0": FIRST, "2.0": SECOND})
    miner(tmp_path, origin).mine("a")
    before = files(tmp_path)
    origin.reads.clear()
    monkeypatch.setattr("defaultdrift.mine.record.EXTRACTOR", -1)
    mined = miner(tmp_path, origin).mine("a")

    assert (mined.fetched, origin.reads, files(tmp_path)) == (("1.0", "2.0"), [], before)


@pytest.mark.parametrize("damage", [b"", b"no gzip", None], ids=["empty", "other", "cut"])
@pytest.mark.parametrize("kind", ["sources", "facts"])
def test_what_is_kept_and_damaged_is_read_again(tmp_path, kind, damage):
    """A damaged entry costs reading again, and nothing else."""
    origin = Shelf(a={"1.0": FIRST, "2.0": SECOND})
    miner(tmp_path, origin).mine("a")
    before = files(tmp_path)
    for file in kept(tmp_path, kind):
        file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    if kind == "sources":
        shutil.rmtree(tmp_path / "cache" / "facts")
    origin.reads.clear()
    mined = miner(tmp_path, origin).mine("a")

    assert (mined.written, files(tmp_path)) == ((), before)
    assert sorted(origin.reads) == (["a 1.0", "a 2.0"] if kind == "sources" else [])
    assert all(file.stat().st_size > 50 for file in kept(tmp_path, kind))


def test_run_that_failed_goes_on_where_it_was(tmp_path):
    """What was read before the failure is not read again."""
    origin = Shelf(a={"1.0": FIRST, "2.0": SECOND})
    read = origin.read

    def refuse(artefact, roots):
        if artefact.version == Version("2.0"):
            raise OutsideError("read it", "no")
        return read(artefact, roots)

    origin.read = refuse
    with pytest.raises(OutsideError):
        miner(tmp_path, origin).mine("a")
    origin.read = read

    assert miner(tmp_path, origin).mine("a").fetched == ("2.0",)
    assert origin.reads == ["a 1.0", "a 2.0"]


def test_processes_give_the_same_bytes(tmp_path):
    """Several processes write what one writes, in the rules and in what is kept."""
    texts = {f"1.{number}": FIRST.replace("n=1", f"n={number}") for number in range(6)}
    for name, jobs in (("one", 1), ("two", 2)):
        (tmp_path / name).mkdir()
        miner(tmp_path / name, Shelf(pkg=texts), jobs).mine("pkg")
    one, two = tmp_path / "one", tmp_path / "two"

    assert files(one) == files(two)
    for kind in ("sources", "facts"):
        assert [(f.name, f.read_bytes()) for f in kept(one, kind)] == [
            (f.name, f.read_bytes()) for f in kept(two, kind)
        ]


def test_proposal_says_what_is_new_and_what_failed(tmp_path):
    """The body of a pull request has a table of libraries, the rows of each, and what could not be read."""
    origin = Shelf(a={"1.0": FIRST}, b={"1.0": FIRST}, c={"1.0": FIRST})
    for name in ("a", "b", "c"):
        miner(tmp_path, origin).mine(name)
    origin.libraries["a"]["2.0"] = SECOND
    del origin.libraries["c"]
    text = render_proposal(list(miner(tmp_path, origin).update()))

    assert text.startswith("1 new release, 2 new rows.\n")
    assert "| a | 2.0 (2021-03-04) | 2 |\n" in text
    assert "| 2.0 | `a.f.n` | `1` | `2` |\n" in text
    assert "1 library without a new release.\n" in text
    assert "**Not read: c**\n\n> cannot ask for c: there is none\n" in text


def test_proposal_without_news_is_short(tmp_path):
    """Nothing new is said in a sentence."""
    origin = Shelf(a={"1.0": FIRST})
    miner(tmp_path, origin).mine("a")
    run = next(iter(miner(tmp_path, origin).update()))

    assert list(render_lines(run)) == ["a: 1 releases, nothing new"]
    assert "##" not in render_proposal([run])


def test_proposal_keeps_source_text_in_its_cell(tmp_path):
    """A default may hold what Markdown would take for its own."""
    origin = Shelf(a={"1.0": "def f(n='|'): pass\n"})
    miner(tmp_path, origin).mine("a")
    origin.libraries["a"]["2.0"] = "def f(n='`<b>'): pass\n"
    text = render_proposal(list(miner(tmp_path, origin).update()))

    assert "| 2.0 | `a.f.n` | `'\\|'` | `` '`<b>' `` |\n" in text


def test_proposal_fits_into_a_pull_request(tmp_path):
    """Thousands of rows are cut, and that is said."""
    names = ", ".join(f"a_rather_long_name_{number}=1" for number in range(3000))
    origin = Shelf(a={"1.0": f"def f({names}): pass\n"})
    miner(tmp_path, origin).mine("a")
    origin.libraries["a"]["2.0"] = f"def f({names.replace('=1', '=2')}): pass\n"
    text = render_proposal(list(miner(tmp_path, origin).update()))

    assert len(text) < 65_536
    assert text.endswith("There is more than fits here: see the changed files.\n")


def test_facts_have_in_common_what_releases_have_in_common():
    """Equal parts of two releases are one object, and the facts are what they were."""
    library = Library(
        distribution=normalise("pkg"),
        import_roots=("pkg",),
        first=Version("1.0"),
        reviewed_from=Version("1.0"),
        changelog="",
        sentinels=(),
        exclude=(),
        releases=(),
    )
    first, second = (
        extract(Version(version), [Source("pkg/__init__.py", text)], library)
        for version, text in (("1.0", FIRST), ("2.0", SECOND))
    )
    shared = Shared()
    one, two = shared.facts(first), shared.facts(second)

    assert (one, two) == (first, second)
    assert one.definitions["pkg.C"] is two.definitions["pkg.C"]
    assert one.definitions["pkg.f"] is not two.definitions["pkg.f"]
