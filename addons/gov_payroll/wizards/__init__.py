from . import gov_pay_refusal
