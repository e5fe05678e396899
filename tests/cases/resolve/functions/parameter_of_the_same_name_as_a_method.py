# case: a function of the file named like a method is not the method
def fit_predict(X): ...


def groupby(df, key): ...


fit_predict(X)
groupby(df, "a")
