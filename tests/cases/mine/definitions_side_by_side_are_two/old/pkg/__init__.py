# case: two definitions of one name that live in one release are two callables, even when one is removed later
