from ._thing import Thing
