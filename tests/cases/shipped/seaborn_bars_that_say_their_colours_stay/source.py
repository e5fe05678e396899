# case: bars that say their hue, palette and dodge stay, and so does what draws no categories, or in one colour as told
import seaborn as sns

bars = sns.barplot(data=frame, x="day", y="tip", hue="sex", palette="deep", dodge=True)
plain = sns.barplot(data=frame, x="day", y="tip", color="steelblue")
counts = sns.catplot(data=frame, x="day", kind="count", palette="deep")
lines = sns.lineplot(data=frame, x="day", y="tip")
points = sns.scatterplot(data=frame, x="day", y="tip", hue="sex")
