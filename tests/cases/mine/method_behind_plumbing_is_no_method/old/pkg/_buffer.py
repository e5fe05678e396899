class Buffer:
    def fileno(self, flush=False):
        pass

    def seek(self, offset, whence=0):
        pass
