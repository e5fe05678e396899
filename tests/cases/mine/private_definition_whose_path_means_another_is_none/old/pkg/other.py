def fits(text, exact=False):
    pass
