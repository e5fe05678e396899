# case: private and former modules are import paths of the same callable
from sklearn.ensemble.forest import RandomForestClassifier as RF

model = RF(n_estimators=10)  # expect: n_estimators certain
