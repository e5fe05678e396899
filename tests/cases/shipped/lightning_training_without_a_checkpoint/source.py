# case: without a checkpoint nothing is unpickled
from lightning.pytorch import Trainer


def run(model, data):
    trainer = Trainer(devices=1, enable_progress_bar=False)
    trainer.fit(model, data)
    trainer.validate(model=model, datamodule=data, ckpt_path=None)
    return trainer.predict(model, data)
