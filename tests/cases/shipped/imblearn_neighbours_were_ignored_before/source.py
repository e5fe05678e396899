# case: m_neighbors stayed 10 but was ignored: k_neighbors told it, so the drift hangs on that argument
from imblearn.over_sampling import SMOTE, BorderlineSMOTE

plain = BorderlineSMOTE(random_state=0)  # expect: m_neighbors certain
wider = BorderlineSMOTE(k_neighbors=3)  # expect: m_neighbors certain
same = BorderlineSMOTE(k_neighbors=10)
given = BorderlineSMOTE(k_neighbors=3, m_neighbors=3)
smote = SMOTE(k_neighbors=3)
