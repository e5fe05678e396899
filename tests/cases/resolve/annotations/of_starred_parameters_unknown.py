# case: annotations of starred parameters that lead nowhere
import pandas as pd


def join(*frames: Unknown, **more: "pd.Unknown"):
    frames[0].groupby(k)
    more["a"].groupby(k)
    for frame in frames:
        frame.groupby(k)
