# case: constants cannot be called
None()
True()
