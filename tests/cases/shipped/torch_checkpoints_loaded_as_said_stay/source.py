# case: what may be loaded is said, in either way
import torch

weights = torch.load("weights.pt", weights_only=True)
objects = torch.load("model.pt", weights_only=False)
