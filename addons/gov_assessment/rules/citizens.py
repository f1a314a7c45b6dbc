"""How citizens are shown: enough to tell them apart, too little to find them."""

from odoo.addons.gov_window_staff.rules.identity import mask


def mask_name(name: str) -> str:
    """A name with the family name only.

    >>> mask_name("张三丰"), mask_name("李"), mask_name("")
    ('张**', '*', '')
    """
    return mask(name, 1, 0)


def mask_phone(phone: str) -> str:
    """A phone number as on a delivery note.

    >>> mask_phone("13800000001"), mask_phone("12345"), mask_phone("")
    ('138****0001', '*****', '')
    """
    return mask(phone, 3, 4)
