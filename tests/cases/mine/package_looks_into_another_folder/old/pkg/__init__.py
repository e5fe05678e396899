# case: a package that adds a folder to its search path has the modules of that folder
import os
from pkg.front import *
__path__.append(os.path.join(os.path.dirname(__file__), "front"))
