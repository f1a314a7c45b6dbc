from . import notice
from . import portal_need
from . import portal_mentoring
from . import sheet
from . import portal_training
from . import portal_sign_in
from . import sign_screen
