# case: max_features 'auto' was the square root for classifiers, and 'sqrt' is what it is called now
from sklearn.ensemble import RandomForestClassifier

model = RandomForestClassifier()
