from . import gov_import_contribution_base
from . import gov_pay_insist
from . import gov_import_tax_deduction
from . import gov_import_tax_opening
from . import gov_pay_refusal
from . import gov_bank_return_import
