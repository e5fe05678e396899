from pkg._plain import read as _slow


def read(source, strict=False):
    """Read it fast, or else slowly."""
