from . import notice
from . import portal_need
from . import portal_mentoring
from . import sheet
