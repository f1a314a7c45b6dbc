"""Made-up people: names, ID numbers, phones, bank cards, well-formed and nobody's."""

# 320800 is the code of a city as a whole; no county issues ID numbers with it.
ID_AREA = "320800"
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
ID_CHECKS = "10X98765432"
PHONE_PREFIX = "1380000"
CARD_PREFIX = "622999"  # no bank uses it

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾"
)
GIVEN = {
    "女": [
        "静",
        "敏",
        "婷婷",
        "雪梅",
        "慧敏",
        "丽娟",
        "晓霞",
        "玲玲",
        "佳怡",
        "思琪",
        "雨桐",
        "文静",
        "海燕",
        "春兰",
    ],
    "男": [
        "伟",
        "强",
        "磊",
        "军",
        "志强",
        "建华",
        "浩然",
        "俊杰",
        "永强",
        "国栋",
        "立新",
        "少华",
        "振宇",
        "云飞",
        "世杰",
    ],
}


def name(rng, sex):
    """A plausible Chinese name; two people may well share one."""
    return rng.choice(SURNAMES) + rng.choice(GIVEN[sex])


def check_digit(body):
    """The 18th character of a 17-digit ID body.

    >>> check_digit("11010519491231002"), check_digit("44052418800101001")
    ('X', '4')
    """
    pairs = zip(body, ID_WEIGHTS, strict=True)
    return ID_CHECKS[sum(int(digit) * weight for digit, weight in pairs) % 11]


def id_number(born, sex, sequence):
    """A 证件号码 that agrees with birth date and 性别 (17th digit odd for men)."""
    odd = 1 if sex == "男" else 0
    body = f"{ID_AREA}{born:%Y%m%d}{(sequence * 2 + odd) % 1000:03d}"
    return body + check_digit(body)


def phone(sequence):
    """An 11-digit mobile number of a visibly made-up block."""
    return f"{PHONE_PREFIX}{sequence % 10_000:04d}"


def bank_card(sequence):
    """A 19-digit card number with a right Luhn digit.

    >>> bank_card(1)
    '6229990000000000018'
    """
    body = f"{CARD_PREFIX}{sequence:012d}"
    places = enumerate(reversed(body))
    doubled = (int(digit) * (2 - place % 2) for place, digit in places)
    return body + str(-sum(value // 10 + value % 10 for value in doubled) % 10)
