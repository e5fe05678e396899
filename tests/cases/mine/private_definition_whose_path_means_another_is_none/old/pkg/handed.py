from .other import fits
