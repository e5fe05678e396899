# case: a step that ends in the release with the change has it, though the next patch takes it back
from imblearn.ensemble import BalancedRandomForestClassifier

forest = BalancedRandomForestClassifier(n_estimators=200, random_state=0)  # expect: max_samples certain
