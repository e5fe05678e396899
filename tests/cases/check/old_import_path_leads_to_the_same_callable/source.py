# case: private and former modules are import paths of the same callable
from sklearn.ensemble.forest import RandomForestClassifier as RF

model = RF()  # expect: n_estimators certain
