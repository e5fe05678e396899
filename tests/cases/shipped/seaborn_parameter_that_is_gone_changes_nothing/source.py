# case: that ci, n_boot and vertical are gone changes nothing for who never passed them, and markers stay circles
import seaborn as sns

sns.scatterplot(x=[1], y=[2])
sns.kdeplot(x=[1])
sns.pointplot(x=[1], y=[2], errorbar=None)
sns.catplot(x=[1], y=[2], kind="point", hue=None)
