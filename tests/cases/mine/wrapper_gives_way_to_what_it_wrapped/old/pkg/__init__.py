# case: a wrapper gives its name to what it wrapped: the name is one line, the history of what has it now
def export(*args, **kwargs):
    from pkg import utils

    return utils.export(*args, **kwargs)
