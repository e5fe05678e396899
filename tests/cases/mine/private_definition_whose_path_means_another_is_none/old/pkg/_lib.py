def fits(text, exact=True):
    pass
