# case: a change inside a minor release: below 1, subsample needs subsample_freq from 2.1.2 on
from lightgbm import LGBMClassifier, LGBMRegressor

sampled = LGBMRegressor(subsample=0.7, subsample_freq=1)  # expect: subsample_freq certain
both = LGBMClassifier(colsample_bytree=0.5, subsample=0.5, n_estimators=200, subsample_freq=1)  # expect: subsample_freq certain


def build(share):
    return LGBMClassifier(subsample=share)  # expect: subsample_freq possible
