from . import notice
from . import sheet
