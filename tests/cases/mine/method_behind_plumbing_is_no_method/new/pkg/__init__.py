from ._buffer import Buffer
