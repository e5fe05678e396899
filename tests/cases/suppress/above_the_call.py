# case: an ignore in the comment lines directly above the first line of the call counts
# defaultdrift: ignore[n_init] -- seeded
a = Hidden(3)
b = Told(3)

# defaultdrift: ignore[n_init]
# pylint: disable=all
c = f(Hidden(3), Hidden(
    4,
))

# something else
    # defaultdrift: ignore[n_init]
d = Hidden(3)

# defaultdrift: ignore[n_init]

e = Told(3)

f = Told(3)
# defaultdrift: ignore[n_init]

# defaultdrift: ignore[n_init]
g = f(
    Told(3),
    # defaultdrift: ignore[n_init]
    Hidden(4),
)
h = 1  # defaultdrift: ignore[n_init]
i = Told(3)
# unused: 16 ignore[n_init]
# unused: 21 ignore[n_init]
# unused: 23 ignore[n_init]
# unused: 29 ignore[n_init]
