from . import portal_own, portal_home, portal_profile, portal_correction, portal_rule
