from .deep.frame import Frame
