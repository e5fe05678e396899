# case: where the text cannot be taken apart, the ignores behind that place are told to count for nothing
a = Hidden(3)  # defaultdrift: ignore[n_init]
b = Hidden(3)  # defaultdrift: ignore[max_iter, n_init]
c = """
d = 1  # defaultdrift: ignore[n_init]
# unused: 3 ignore[max_iter]
# fault: 5 the comments from here on could not be read, so no ignore in them counts
