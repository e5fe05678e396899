# case: trees drew from the whole data in 0.6.0 alone; over that release the end points are the same
from imblearn.ensemble import BalancedRandomForestClassifier

forest = BalancedRandomForestClassifier(n_estimators=200, random_state=0)
