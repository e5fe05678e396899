# case: setattr on another module of the library makes an import path there
