# case: what begins with our name and says nothing we understand is told, and hides nothing
a = Told(3)  # defaultdrift: ignore[]
b = Told(3)  # defaultdrift: ignore[n_init
c = Told(3)  # defaultdrift: ignore n_init
d = Told(3)  # defaultdrift: ignored
e = Told(3)  # defaultdrift: ignore[n-init]
f = Told(3)  # defaultdrift: ignore[n_init,]
g = Told(3)  # defaultdrift: ignore[n_init] because
h = Told(3)  # defaultdrift: skip-file
i = Told(3)  # defaultdrift:
j = Told(3)  # noqa defaultdrift: ignore
k = Told(3)  # defaultdrift: ignore[KMeans..n_init]
# fault: 2 expected a code, a parameter or a dotted path in 'ignore[...]', found ''
# fault: 3 expected 'ignore', 'ignore[...]' or 'skip-file', then at most '-- reason', found 'ignore[n_init'
# fault: 4 expected 'ignore', 'ignore[...]' or 'skip-file', then at most '-- reason', found 'ignore n_init'
# fault: 5 expected 'ignore', 'ignore[...]' or 'skip-file', then at most '-- reason', found 'ignored'
# fault: 6 expected a code, a parameter or a dotted path in 'ignore[...]', found 'n-init'
# fault: 7 expected a code, a parameter or a dotted path in 'ignore[...]', found ''
# fault: 8 expected 'ignore', 'ignore[...]' or 'skip-file', then at most '-- reason', found 'ignore[n_init] because'
# fault: 9 'skip-file' needs a line of its own
# fault: 10 expected 'ignore', 'ignore[...]' or 'skip-file', then at most '-- reason', found ''
# fault: 11 'defaultdrift:' needs a '#' of its own before it
# fault: 12 expected a code, a parameter or a dotted path in 'ignore[...]', found 'KMeans..n_init'
