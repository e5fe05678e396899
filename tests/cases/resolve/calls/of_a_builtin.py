# case: built-in functions are no library callables
print(len(dict(a=1)), getattr(x, "y", None), __import__(name))
