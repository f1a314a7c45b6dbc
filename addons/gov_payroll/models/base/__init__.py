"""What every part uses: the lock of a run, currency, profile."""

from . import (
    gov_pay_lock_mixin,
    res_currency,
    hr_employee,
)
