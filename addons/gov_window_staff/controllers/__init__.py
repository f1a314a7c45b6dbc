from . import portal_own
from . import portal_home
from . import portal_profile
from . import portal_correction
from . import portal_certificate
from . import portal_rule
from . import portal_movement
from . import account_security
