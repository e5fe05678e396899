# case: lines that start with a comma are followed by another one
from sklearn.cluster import KMeans, MeanShift

a = KMeans( 3
          , max_iter=5
          , n_init=10
          )
b = KMeans( 3
          , max_iter=5  # short
          , random_state=42  # seed
          , n_init=10
          )
c = KMeans( 3
          , max_iter=5
          , n_init=10
          , **{}
          )
other = MeanShift( 3
                 , seeds=None
                 )
