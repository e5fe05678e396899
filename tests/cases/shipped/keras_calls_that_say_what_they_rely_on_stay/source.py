# case: other spellings of the same effect, and what is passed, are silent
import keras
from keras import layers

optimizer = keras.optimizers.Adam()
loss = keras.losses.CategoricalCrossentropy()
lion = keras.optimizers.Lion(learning_rate=1e-4)
pool = layers.MaxPooling1D(2)
decay = keras.optimizers.schedules.ExponentialDecay(1e-2, 1000, 0.9)
