# case: a function that another one makes has the parameters written there, unless it only wraps
from pkg._registry import register


def make_reader(reader, name, size=3):
    limit = size * 2

    def read(path, blocksize="default", sample=256000, rows=limit, how=reader, **options):
        return options

    read.__name__ = name
    return read


def wrapping(function):
    def inner(*args, **options):
        return function(*args, **options)

    return inner


def one_of_two(flag):
    def first(x=1):
        return x

    if flag:
        return None
    return first


def logged(prefix):
    def decorate(function):
        return function

    return decorate


read_csv = make_reader(load, "csv")
read_table = register("table")(make_reader(load, "table"))
wrapped = wrapping(read_csv)
chosen = one_of_two(True)
kept = logged("kept")(read_csv)
read_xml = make_reader(load, "xml")
read_xml = logged("read_xml")(read_xml)
