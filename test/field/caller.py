"""A caller in Python, which knows the library by XJ-D01-2019, B.1.2 alone.

    caller.py LIBRARY STRURL INDATA_FILE OUT_BYTES

Prints the returned text, a newline, and OutData's bytes. NULL in the place of
STRURL, INDATA_FILE or OUT_BYTES passes a null pointer. Ends with 0 if the text
is "0000", 1 if it is not, 3 where a byte behind OutData's last was touched.
"""

import ctypes
import os
import sys

GUARD = b"\x5a" * 4096


def main():
    library, url, indata, out_bytes = sys.argv[1:]
    trans = load(library)
    buffer, size = None, 0
    if out_bytes != "NULL":
        size = int(out_bytes)
        buffer = ctypes.create_string_buffer(b"\x5a" * size + GUARD)
    address = trans(
        None if url == "NULL" else os.fsencode(url),
        None if indata == "NULL" else read(indata),
        buffer,
    )
    returned = take(address)
    sys.stdout.buffer.write(returned + b"\n")
    if buffer is not None:
        sys.stdout.buffer.write(buffer.raw.split(b"\0", 1)[0])
        if buffer.raw[size : size + len(GUARD)] != GUARD:
            return 3
    return 0 if returned == b"0000" else 1


def load(library):
    trans = ctypes.CDLL(library).NationEcTrans
    trans.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p]
    trans.restype = ctypes.c_void_p
    return trans


def take(address):
    """The returned text, which the caller may free: here it does."""
    text = ctypes.string_at(address)
    libc = ctypes.CDLL(None)
    libc.free.argtypes = [ctypes.c_void_p]
    libc.free(address)
    return text


def read(path):
    with open(path, "rb") as file:
        return file.read()


sys.exit(main())
