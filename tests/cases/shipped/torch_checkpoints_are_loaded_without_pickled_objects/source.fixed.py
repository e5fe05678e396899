# case: the sentinel None of torch.load comes to mean True, unless a pickle module is passed
import pickle

import torch


def restore(path, model):
    state = torch.load(path, map_location="cpu", weights_only=False)  # expect: weights_only certain
    model.load_state_dict(state["model"])
    trusted = torch.load(path, weights_only=False)
    other = torch.load(path, pickle_module=pickle)  # expect: weights_only possible
    return trusted, other
