from . import controllers, models, wizards
from . import report
from .tools import log_mask

log_mask.install()
