# case: gradients are set to None instead of zero, and optimizers take the implementation for many tensors
import torch
from torch.utils.data import DataLoader


def train(model, data, loss):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)  # expect: foreach certain
    for batch, target in DataLoader(data, batch_size=32):
        optimizer.zero_grad()  # expect: set_to_none certain
        loss(model(batch), target).backward()
        optimizer.step()


def train_slowly(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, foreach=False)
    optimizer.zero_grad(set_to_none=False)
