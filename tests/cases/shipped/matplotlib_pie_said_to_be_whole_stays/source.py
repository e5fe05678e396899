# case: whether the wedges fill the circle is said
import matplotlib.pyplot as plt

plt.pie([0.2, 0.3], normalize=False)
