def read(source, strict=True):
    """Read it."""
