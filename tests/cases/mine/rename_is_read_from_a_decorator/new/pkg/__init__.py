# case: a decorator that names the old and the new parameter says that one became the other.
def deprecate_kwarg(old_arg_name, new_arg_name):
    return lambda function: function


@deprecate_kwarg(old_arg_name="labels", new_arg_name="codes")
def dump(path, codes=None, sep=","):
    """Write."""
