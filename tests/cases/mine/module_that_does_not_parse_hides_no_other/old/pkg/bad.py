def f(x=:
