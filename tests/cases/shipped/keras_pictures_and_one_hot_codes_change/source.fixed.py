# case: keras 3 encodes in double precision, draws pictures otherwise, and compiles by XLA where it can
import keras
from keras import layers
from keras.utils import plot_model, to_categorical


def train(images, digits):
    codes = to_categorical(digits, 10)  # expect: dtype certain
    model = keras.Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Lion(learning_rate=0.0001), loss="categorical_crossentropy", jit_compile=False)  # expect: learning_rate certain, jit_compile certain
    plot_model(model, to_file="model.png", dpi=96, show_layer_names=True)  # expect: show_layer_names certain
    return model.fit(images, codes)
