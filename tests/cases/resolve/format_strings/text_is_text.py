# case: text in a format string is text
from sklearn.cluster import KMeans

f"KMeans(3) {{KMeans(3)}}"
"{KMeans(3)}".format(KMeans=KMeans)
