# case: the path is the one the file spells, even where it is not the canonical one
from sklearn.ensemble.forest import RandomForestClassifier

RandomForestClassifier()  # call: sklearn.ensemble.forest.RandomForestClassifier()
