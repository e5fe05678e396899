def open_(a=3):
    pass


def _private(a=4):
    pass
