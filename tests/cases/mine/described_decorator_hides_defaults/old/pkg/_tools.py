def implemented_in_c(name):
    pass
