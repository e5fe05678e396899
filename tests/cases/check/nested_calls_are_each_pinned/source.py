# case: a call inside a call is a finding of its own
from sklearn.ensemble import BaggingClassifier, RandomForestClassifier
from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVC

search = GridSearchCV(  # expect: cv certain, error_score certain
    BaggingClassifier(RandomForestClassifier()),  # expect: n_estimators certain
    {"n_estimators": [3]},
    iid=False,
)
svm = SVC()  # expect: gamma certain
