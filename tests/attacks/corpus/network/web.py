# tries: to fetch a page
# verdict: error, forbidden

import urllib.request


def attack(x):
    return urllib.request.urlopen("http://example.com/", timeout=1).read()
