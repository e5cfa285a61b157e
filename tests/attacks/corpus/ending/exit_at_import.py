# tries: to leave while its file is run
# import: no result
# verdict: missing name

import os


os._exit(0)
