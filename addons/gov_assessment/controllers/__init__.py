from . import portal, portal_appeal
from . import portal_year
from . import portal_honour
from . import portal_month
