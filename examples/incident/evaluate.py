"""Train on three quarters of the records and print the recall of urgent incidents in each region."""

import sklearn
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

import model
import records


def main():
    features, priorities, regions = records.generate()
    train_x, test_x, train_y, test_y, _, test_regions = train_test_split(features, priorities, regions)
    pipeline = model.build().fit(train_x)
    names = model.name_groups(pipeline.predict(train_x), train_y)
    predicted = names[pipeline.predict(test_x)]
    print(f"scikit-learn {sklearn.__version__}")
    for region in records.REGIONS:
        here = test_regions == region
        recall = recall_score(test_y[here] == 2, predicted[here] == 2)
        print(f"  {region:<6} recall of urgent incidents {recall:.2f}")


if __name__ == "__main__":
    main()
