from . import pay_file, portal
