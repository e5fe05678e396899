# case: an ignore on any line of the call counts, from its first to its last
a = Hidden(
    3,
)  # defaultdrift: ignore[n_init]
b = Hidden(  # defaultdrift: ignore[n_init]
    3,
)
c = Hidden(
    3,  # defaultdrift: ignore[n_init]
)
d = Hidden(
    # defaultdrift: ignore[n_init]
    3,
)
e = [
    Told(3),
]  # defaultdrift: ignore[n_init]
f = (
    Hidden(3)  # defaultdrift: ignore[n_init]
    + Told(4)
)
g = Hidden(3) + Hidden(4)  # defaultdrift: ignore[n_init]
h = Told(
    3,
)
# unused: 17 ignore[n_init]
