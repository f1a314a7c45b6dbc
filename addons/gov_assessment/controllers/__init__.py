from . import portal, portal_appeal
from . import portal_follow
from . import portal_month
