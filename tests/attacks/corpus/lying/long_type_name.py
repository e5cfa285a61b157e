# tries: to answer with a type whose name is a page
# returns: len(y.type_name) <= 200


def attack(x):
    return type("<script>alert(1)</script>" + "\u202e" * 10**6, (), {})()
