# case: an unknown *args may reach the position of the parameter
from sklearn.ensemble import RandomForestClassifier


def build(arguments):
    return RandomForestClassifier(*arguments)  # expect: n_estimators possible


def build_known():
    return RandomForestClassifier(*(10, "gini"))
