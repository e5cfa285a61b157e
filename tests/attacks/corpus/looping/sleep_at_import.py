# tries: to be waited for while its file is run
# import: wall limit
# verdict: missing name

import time


time.sleep(99)
