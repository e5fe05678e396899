# case: memory left the signature for *args and **kwargs, and is inherited with the same default
from imblearn.pipeline import Pipeline
from imblearn.over_sampling import SMOTE

model = Pipeline([("smote", SMOTE(random_state=0))])
