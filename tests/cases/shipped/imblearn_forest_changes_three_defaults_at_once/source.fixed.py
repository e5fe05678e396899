# case: the announced change of three defaults arrives in one release
from imblearn.ensemble import BalancedRandomForestClassifier
from imblearn.pipeline import make_pipeline

forest = BalancedRandomForestClassifier(n_estimators=200, random_state=0, bootstrap=True, sampling_strategy='auto', replacement=False)  # expect: bootstrap certain, replacement certain, sampling_strategy certain
partly = BalancedRandomForestClassifier(sampling_strategy="all", replacement=True, bootstrap=True)  # expect: bootstrap certain
settled = BalancedRandomForestClassifier(sampling_strategy="auto", replacement=False, bootstrap=True)
chain = make_pipeline(forest)
