# case: comb cast, did not and did again under one literal or another; 1.11 and 1.14 agree
from scipy.special import comb

ways = comb(5, 2, exact=True)
