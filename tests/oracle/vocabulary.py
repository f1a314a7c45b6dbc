"""The words that the clerks of a random county choose from."""

from . import policy

JOBS = ("综合受理", "咨询引导", "帮办导办", "收件", "出件", "首席代表")
STAFFING = ("劳务派遣", "公益性岗位", "事业编制", "公务员", "编外聘用")
WINDOWS = ("综合窗口1号", "综合窗口2号", "婚姻登记", "公积金", "医保", "不动产登记")
UNITS = ("人社局", "民政局", "公安局", "税务局", "医保局")
EDUCATION = ("初中", "高中", "中专", "大专", *policy.EDUCATION_ALLOWANCE)
REVIEW_LEVELS = ("非常满意", "满意", "基本满意", *policy.BAD_REVIEWS)
VERDICTS = ("属实", "误评", "恶意", "无法联系", None)
SOURCES = [
    "现场巡查",
    "视频监控",
    "投诉",
    "明查暗访",
    "媒体曝光",
    "考勤",
    "表彰",
    "其他",
]
REASONS = ("巡查发现", '群众反映"态度差"', "=1+1", "-", "第一行\n第二行", None)
