# case: an object of a class without the method has no such method
from sklearn.preprocessing import StandardScaler as S

km = S  # not called
km.fit_predict(X)
