import os

SIZE = int(os.environ.get("SIZE", 128))
