def deprecated(extra=""):
    pass


def available_if(check):
    pass


def validate_params(constraints, *, prefer_skip_nested_validation):
    pass
