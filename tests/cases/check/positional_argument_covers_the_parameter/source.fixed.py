# case: the first positional argument of a forest is n_estimators
from sklearn.ensemble import RandomForestClassifier

a = RandomForestClassifier(10)
b = RandomForestClassifier(n_estimators=10)  # expect: n_estimators certain
