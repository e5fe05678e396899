# case: a package that takes all that another one exports is as good a place for it, and the shorter one
