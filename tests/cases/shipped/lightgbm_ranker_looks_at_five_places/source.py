# case: eval_at goes from the first place to five, where a set is evaluated at all; what the list holds is not looked at
import lightgbm as lgb


def train(X, y, sizes, X_valid, y_valid, sizes_valid, **options):
    ranker = lgb.LGBMRanker(n_estimators=300)
    ranker.fit(X, y, group=sizes, eval_set=[(X_valid, y_valid)], eval_group=[sizes_valid], early_stopping_rounds=20)  # expect: eval_at possible
    ranker.fit(X, y, group=sizes, eval_set=[(X_valid, y_valid)], eval_group=[sizes_valid], eval_at=[1, 3])
    ranker.fit(X, y, group=sizes)
    return ranker
