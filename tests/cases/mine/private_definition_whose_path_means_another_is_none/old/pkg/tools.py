from ._lib import fits
