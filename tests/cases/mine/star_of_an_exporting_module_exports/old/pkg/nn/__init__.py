from pkg.nn.modules import *
