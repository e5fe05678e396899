# case: getattr of an unknown object is not matched by the name
getattr(model, "fit_predict")(X)
getattr(df, "groupby")("a")
