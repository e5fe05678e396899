from .core.deep.frame import Frame
