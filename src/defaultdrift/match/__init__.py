"""Join call sites, steps and rules: the only place where the three meet.

Values in, findings out; nothing is read, written or executed here.
"""
