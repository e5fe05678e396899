# case: what stands in a string, or does not begin with our name, is no ignore
a = Told("# defaultdrift: ignore[n_init]")
b = Told(
    """
    # defaultdrift: ignore[n_init]
    # defaultdrift: skip-file
    """
)
c = Told(3)  # see defaultdrift: it knows
d = Told(f"{3}# defaultdrift: ignore")
e = Told(3)  # noqa: DD001
f = Told(3)  # my-defaultdrift: n_init
"""
# defaultdrift: skip-file
"""
