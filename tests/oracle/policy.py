"""The numbers of 涟水 2024 (考核细则 and 实施意见 四(四)3), as plain constants.

In the product they are records that HR edits; here they are the fixed other half of
the comparison.
"""

from decimal import Decimal

FIRST_DAY_IN_FORCE = (
    "2025-01-01"  # "in force from 2025-01-01; an earlier one is refused by name"
)

# 考勤纪律(30分)、工作作风(20分)、服务规范(20分)、审批业务(15分)、内务安全(15分)
CATEGORIES = {
    "1": "考勤纪律",
    "2": "工作作风",
    "3": "服务规范",
    "4": "审批业务",
    "5": "内务安全",
}
FULL_MARK = {"1": 30, "2": 20, "3": 20, "4": 15, "5": 15}

# Rows A3-A37: 条款 -> points taken off; a pair is a range (酌情扣), points in 分值
DEDUCTIONS = {
    "1.1": 5,
    "1.2": 10,
    "1.3": 10,
    "1.4a": 2,
    "1.4b": 2,
    "1.5": 30,
    "1.6": 30,
    "2.1a": 10,
    "2.1b": 10,
    "2.2": 10,
    "2.3a": 10,
    "2.3b": 10,
    "2.4": (1, 5),
    "3.1": 5,
    "3.2a": 5,
    "3.2b": 5,
    "3.2c": 10,
    "3.3a": 10,
    "3.3b": 10,
    "3.4": 15,
    "4.1": (2, 5),
    "4.2": (2, 5),
    "4.3": 1,
    "4.4a": 1,
    "4.4b": 2,
    "4.5": (2, 5),
    "4.6a": (1, 10),
    "4.6b": 15,
    "5.1": 5,
    "5.2": 15,
    "5.3a": 10,
    "5.3b": 15,
    "5.4": 5,
    "5.5a": 5,
    "5.5b": 15,
}
# Rows A38-A42: 条款 -> points added, 加分不设置上限
BONUSES = {
    "6.1a": 10,
    "6.1b": 15,
    "6.1c": 20,
    "6.2a": 2,
    "6.2b": 5,
    "6.3": 10,
    "6.4": 5,
    "6.5": 5,
}
ITEMS = DEDUCTIONS | BONUSES

BAD_REVIEW_CATEGORY = "4"  # 4.4b "好差评"出现"不满意"的每人次扣2分
BAD_REVIEW_POINTS = 2
BAD_REVIEWS = ("不满意", "非常不满意")

GOOD, FAIR, POOR, SUSPENDED = "好", "一般", "差", "暂停"
GOOD_LINE = 90  # D1
POOR_LINE = 60
GOOD_QUOTA_PERCENT = 30  # 不超过…总数的30%

REWARD_BASE = 300  # 月度考核奖励以300元/月为基数
SKILL_ALLOWANCE = {
    "五级/初级工": 100,
    "四级/中级工": 150,
    "三级/高级工": 200,
    "二级/技师": 400,
    "一级/高级技师": 600,
}
SENIORITY_ALLOWANCE = (
    (10, 100),
    (5, 50),
    (1, 20),
)  # full years -> yuan, the highest first
EDUCATION_ALLOWANCE = {"本科": 100, "硕士研究生": 200, "博士研究生": 200}

# a month that is not served from its first to its last day (D38)
PAID_DAYS = Decimal("21.75")  # 月计薪天数
ALLOWANCE_DAYS = 15  # calendar days in service
REWARD_DAYS = 10  # working days in service

FEN = Decimal("0.01")
