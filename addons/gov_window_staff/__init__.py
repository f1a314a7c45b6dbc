from . import models, wizards, report
