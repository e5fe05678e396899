# case: both defaults of one call are written, in the order of the signature
from sklearn.linear_model import LogisticRegression

model = LogisticRegression(C=0.5, solver='liblinear', multi_class='ovr')  # expect: multi_class certain, solver certain
