# case: subsample_freq goes to 0, which takes rows away from no tree that saw all of them
from lightgbm import LGBMClassifier, LGBMRegressor

plain = LGBMClassifier(n_estimators=50)
whole = LGBMRegressor(subsample=1.0, colsample_bytree=0.8)
told = LGBMRegressor(subsample=0.7, subsample_freq=1)
