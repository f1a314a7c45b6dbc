from . import controllers, models, wizards
from . import report
from .tools import log_mask, wire_context

log_mask.install()
wire_context.install()
