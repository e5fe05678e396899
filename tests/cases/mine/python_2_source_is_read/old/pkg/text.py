def count(text, pattern=ur"\b\w+", strict=False, mode=0777):
    try:
        print "counting", text
    except ValueError, error:
        raise TypeError, error
    return `text` <> 1
