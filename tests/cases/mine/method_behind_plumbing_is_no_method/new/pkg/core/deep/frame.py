from ..._buffer import Buffer


def write(buffer: Buffer):
    pass
