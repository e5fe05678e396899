# case: whether gradients become None is said, so the new default changes nothing
import torch

optimizer = torch.optim.SGD([torch.zeros(2)], lr=0.1, foreach=False)
optimizer.zero_grad(set_to_none=False)
