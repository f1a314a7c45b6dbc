from . import portal, portal_appeal
from . import portal_month
