# case: ratio became sampling_strategy with the same default, and is gone
from imblearn.over_sampling import RandomOverSampler
from imblearn.under_sampling import RandomUnderSampler

over = RandomOverSampler(random_state=0)
under = RandomUnderSampler(random_state=0, replacement=False)
