def helper(x=1):
    pass
