# tries: to change what is written on its way out
# returns: y == 4
# spoils: itself

import os


def attack(x):
    write = os.write
    def forge(descriptor, data):
        data = bytes(data)
        return write(descriptor, data.replace(b'["y",3]', b'["y",4]') if b'["y",3]' in data else data)
    os.write = forge
    return 3
