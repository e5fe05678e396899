# case: a loop over unknown pairs binds unknown names
from sklearn.cluster import KMeans

for name, KMeans in models.items():
    KMeans(3)
for i, KMeans in enumerate([KMeans]):
    KMeans(3)
