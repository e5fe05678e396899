# case: the engine takes 'hist' where tree_method is left out; a linear booster has no trees, and a told method stays
from xgboost import XGBClassifier, XGBRegressor

fast = XGBRegressor(n_estimators=100, base_score=0.5, tree_method='exact')  # expect: tree_method certain
labels = XGBClassifier(max_depth=4, tree_method='exact', base_score=0.5)  # expect: tree_method certain, base_score certain
told = XGBRegressor(tree_method="hist", base_score=0.5)
linear = XGBRegressor(booster="gblinear", base_score=0.5)
hinge = XGBClassifier(objective="binary:hinge", tree_method="approx")
