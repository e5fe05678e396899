class Frame:
    def head(self, n=5):
        pass
