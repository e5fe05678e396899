# case: images are smoothed in another stage; a stage that is given stays
import matplotlib.pyplot as plt

plt.imshow([[0, 1], [1, 0]], cmap="gray")  # expect: interpolation_stage certain
plt.imshow([[0, 1], [1, 0]], interpolation_stage="rgba")
plt.matshow([[0, 1], [1, 0]])
