"""The columns of the roster (花名册.xlsx); those marked optional may be left out."""

from ..models.people.ethnic_groups import ETHNIC_WORDS
from ..rules.sheets import Column, Sheet
from .gov_import_department import YES_NO

SEX_WORDS = {"男": "male", "女": "female"}
DOCUMENT_WORDS = {
    "居民身份证": "identity",
    "身份证": "identity",
    "港澳台居民居住证": "hmt_residence",
    "外国人永久居留身份证": "foreign_permanent",
    "港澳居民来往内地通行证": "hm_travel",
    "台湾居民来往大陆通行证": "tw_travel",
    "护照": "passport",
    "其他证件": "other",
}
SOURCE_WORDS = {
    "中心配备": "centre",
    "单位派驻": "unit",
    "属地招录": "territory",
    "劳务派遣公司": "agency",
}
POSITION_WORDS = {
    "窗口": "window",
    "管理": "management",
    "后台": "back_office",
    "其他单位": "other_unit",
}


def optional(name, header, kind="text", **more):
    """A column that older files do not have."""
    return Column(name, header, kind, optional=True, **more)


def yes_no(name, header):
    """An optional column with 是 or 否; blank means 否."""
    return optional(name, header, "choice", choices=YES_NO, default=False)


ROSTER = Sheet(
    "花名册.xlsx",
    (
        Column("staff_no", "工号", required=True),
        Column("name", "姓名", required=True),
        Column("sex", "性别", "choice", choices=SEX_WORDS),
        Column("identification", "证件号码", "digits"),
        Column("phone", "手机号", "digits"),
        Column("site_code", "机构编码", required=True),
        Column("window", "窗口"),
        Column("job", "岗位"),
        Column("contract_type", "用工形式"),
        Column("unit", "派驻单位"),
        Column("education", "学历"),
        Column("political_status", "政治面貌"),
        Column("entry_date", "入职日期", "date", required=True),
        Column("trial_end", "试用期至", "date"),
        Column("leave_date", "离职日期", "date"),
        Column("wage", "基本工资", "number"),
        Column("bank", "开户行"),
        Column("bank_account", "银行卡号", "digits"),
        optional(
            "document_type",
            "证件类型",
            "choice",
            choices=DOCUMENT_WORDS,
            default="identity",
        ),
        optional("ethnic_group", "民族", "choice", choices=ETHNIC_WORDS),
        optional("party_date", "入党时间", "date"),
        optional("source", "来源", "choice", choices=SOURCE_WORDS),
        optional("employer", "用人单位"),
        optional(
            "position", "岗位类别", "choice", choices=POSITION_WORDS, default="window"
        ),
        optional("post_level", "定岗等级"),
        yes_no("is_dedicated", "专职"),
        yes_no("is_vanguard", "党员先锋岗"),
        yes_no("is_backbone", "保留骨干"),
        optional("posted_date", "进驻时间", "date"),
        optional("work_date", "参加工作时间", "date"),
        optional("enforcement_no", "行政执法证号"),
        optional("enforcement_expiry", "执法证有效期至", "date"),
        optional("badge_no", "工牌号"),
        optional("filing_number", "备案号"),
        optional("filing_date", "备案日期", "date"),
        optional("duty", "岗位职责"),
        optional("effective", "生效日期", "date"),
    ),
)

# optional column: field that takes the cell as it is
PLAIN = {
    "document_type": "gov_document_type",
    "ethnic_group": "gov_ethnic_group",
    "party_date": "gov_party_date",
    "source": "gov_source",
    "position": "gov_position",
    "is_dedicated": "gov_is_dedicated",
    "is_vanguard": "gov_is_vanguard",
    "is_backbone": "gov_is_backbone",
    "posted_date": "gov_posted_date",
    "work_date": "gov_work_date",
    "enforcement_no": "gov_enforcement_no",
    "enforcement_expiry": "gov_enforcement_expiry",
    "badge_no": "gov_badge_no",
    "filing_number": "gov_filing_number",
    "filing_date": "gov_filing_date",
    "duty": "gov_duty",
}
