from . import models
from .models._new import New

setattr(models, 'New', New)
models.Newer = New
