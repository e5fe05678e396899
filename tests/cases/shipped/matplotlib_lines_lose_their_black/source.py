# case: hlines and vlines were black and take the style's colour; a colour that is given stays
import matplotlib.pyplot as plt

plt.hlines([0, 1], 0, 5)  # expect: colors certain
plt.vlines(2, ymin=0, ymax=1, linestyles="dashed")  # expect: colors certain
plt.hlines(3, 0, 5, "red")
plt.vlines(4, 0, 1, colors="k")
plt.plot([0, 1], [0, 1])
