from . import gov_bank_return_import
