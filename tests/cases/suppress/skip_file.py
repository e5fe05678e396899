# case: a line of its own that says so, anywhere, hides every finding of the file
a = Hidden(3)
b = Hidden(3)  # defaultdrift: ignore[max_iter]


def f():
    # defaultdrift: skip-file -- generated
    return Hidden(3)
