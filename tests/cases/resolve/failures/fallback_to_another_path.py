# case: of two import paths in try and except, either may be the one
try:
    from sklearn.model_selection import train_test_split
except ImportError:
    from sklearn.cross_validation import train_test_split

train_test_split(X)  # call: sklearn.cross_validation.train_test_split(_) likely; sklearn.model_selection.train_test_split(_) likely
