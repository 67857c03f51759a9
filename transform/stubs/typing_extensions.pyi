# typing_extensions: the same names as typing.
from typing import *
