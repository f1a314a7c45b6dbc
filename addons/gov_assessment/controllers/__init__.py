from . import portal, portal_appeal
