# case: verbose_eval is a sentinel that means what it meant, unless callbacks are passed
import lightgbm as lgb


def train(parameters, data, valid):
    first = lgb.train(parameters, data, valid_sets=[valid])
    second = lgb.train(parameters, data, valid_sets=[valid], callbacks=[lgb.early_stopping(10)])  # expect: verbose_eval possible
    third = lgb.train(parameters, data, valid_sets=[valid], callbacks=None)
    return first, second, third
