"""The only layer that touches the outside world: files, processes, git, the index, the terminal."""
