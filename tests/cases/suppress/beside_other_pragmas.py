# case: an ignore shares its line, and its comment, with those of other tools
a = Hidden(3)  # noqa: E501  # defaultdrift: ignore[n_init]
b = Hidden(3)  # defaultdrift: ignore[n_init]  # noqa: E501
c = Hidden(3)  # defaultdrift: ignore[n_init] -- see #12  # noqa: E501
d = Hidden(3)  # type: ignore[arg-type]  # defaultdrift: ignore
e = Hidden(3)  # defaultdrift: ignore[max_iter] -- one  # defaultdrift: ignore[n_init] -- other
f = Told(3)  # type: ignore
# unused: 6 ignore[max_iter]
