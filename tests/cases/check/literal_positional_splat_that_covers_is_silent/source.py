# case: a starred tuple of known length covers the parameter by position
from sklearn.ensemble import RandomForestClassifier

model = RandomForestClassifier(*(50,))
