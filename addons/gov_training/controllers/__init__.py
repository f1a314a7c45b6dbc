from . import notice
from . import portal_need
