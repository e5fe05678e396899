# case: weights are only read where a checkpoint is named
from lightning.pytorch import Trainer


def run(model, data, path):
    trainer = Trainer(devices=1, enable_progress_bar=False)
    trainer.fit(model, data)
    trainer.fit(model, data, ckpt_path="last.ckpt")  # expect: weights_only certain
    trainer.test(model, data)
    trainer.test(model, data, ckpt_path=path)  # expect: weights_only possible
    trainer.test(datamodule=data)  # expect: weights_only possible
