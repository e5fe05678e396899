# case: cv=None meant three folds and means five; the old meaning is written
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.tree import DecisionTreeClassifier

search = GridSearchCV(DecisionTreeClassifier(), {"max_depth": [1, 2]}, iid=False, cv=3, error_score='raise')  # expect: cv certain, error_score certain
scores = cross_val_score(DecisionTreeClassifier(), [[0], [1]] * 9, [0, 1] * 9, cv=3, error_score='raise')  # expect: cv certain, error_score certain
