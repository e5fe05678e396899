# case: the documentation got a name for what None means; the transform is the same
import numpy as np

spectrum = np.fft.fft([1.0, 2.0, 3.0])
