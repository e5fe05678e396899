import sklearn.cluster
import pandas as pd
