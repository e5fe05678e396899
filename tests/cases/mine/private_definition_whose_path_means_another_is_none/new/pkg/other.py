from .tools import fits
