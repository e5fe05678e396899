# case: a package may have a function under the name of the module that defines it; both can be imported from
from .curve import curve
