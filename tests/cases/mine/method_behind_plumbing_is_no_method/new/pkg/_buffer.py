class Buffer:
    def seek(self, offset, whence=0):
        pass
