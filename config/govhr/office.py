"""A county office inside Odoo: people with roles, a month imported, settled and paid.

Runs in Odoo's process (``odoo_cli.run_script``). It only presses the buttons: every
step is a public method of the addons, called as the user whose work it is.
"""

from collections import namedtuple

FILES = {
    "机构.xlsx": "gov.import.department",
    "花名册.xlsx": "gov.import.roster",
    "证书.xlsx": "gov.import.certificate",
    "考核记录.xlsx": "gov.import.event",
    "好差评.xlsx": "gov.import.review",
    "立案.xlsx": "gov.import.case",
}
ROLES = {
    "hr": ("人事专员", "gov_window_staff.group_hr_officer"),
    "checker": ("人事复核", "gov_window_staff.group_hr_officer"),
    "leader": ("分管领导", "gov_window_staff.group_leader"),
    "finance": ("财务", "gov_payroll.group_finance"),
}
CHINESE = {"lang": "zh_CN", "tz": "Asia/Shanghai"}
Office = namedtuple("Office", list(ROLES))


class MissingFile(Exception):
    """A workbook is not in the folder."""


def staff(env):
    """One user for each role; an ``Office`` of environments to act in.

    None has a password: programs act in their place, and nobody logs in.
    """
    users = env["res.users"].with_context(no_reset_password=True)
    created = users.create(
        [
            {
                "name": name,
                "login": login,
                "group_ids": [(6, 0, [env.ref(group).id])],
                **CHINESE,
            }
            for login, (name, group) in ROLES.items()
        ]
    )
    # no job runner works beside a program: months and pay of any size are done at once
    context = {**env.context, **CHINESE, "queue_job__no_delay": True}
    return Office(*(env(user=user, context=context) for user in created))


def import_folder(office, folder, report=print):
    """Import the six workbooks, in the order in which they name each other.

    :param report: called with a line for each file and each warning
    """
    check_folder(folder)
    for name in FILES:
        import_file(office, folder, name, report)


def check_folder(folder):
    """All six files must be there before anything is imported."""
    for name in FILES:
        if not (folder / name).is_file():
            raise MissingFile(f"{name}：文件夹中缺少这个文件（{folder}）")


def import_file(office, folder, name, report=print):
    """Import one workbook of a folder as the HR officer."""
    content = (folder / name).read_bytes()
    records, warnings = office.hr[FILES[name]].import_workbook(content, name)
    report(f"{name}：{len(records)} 条")
    for warning in warnings:
        report(f"  提示：{warning}")


def settle(office, first_day):
    """Settle the month of every county centre, from opening to lock.

    The days of publicity cannot pass while a program runs: the leader ends them.
    """
    counties = office.hr["hr.department"].search([("gov_level", "=", "county")])
    rounds = office.hr["gov.appraisal.round"].create(
        [{"county_id": county.id, "date_from": first_day} for county in counties]
    )
    rounds.action_open()
    rounds.action_score()
    rounds.action_grade()
    rounds.action_publish()
    approve(office, rounds)
    rounds.action_lock()
    return rounds


def approve(office, rounds):
    """End the publicity, hand in, review and confirm published months."""
    for published in rounds:
        window = office.leader["gov.appraisal.decision"].create(
            {
                "round_id": published.id,
                "decision": "end_publicity",
                "comment": "已按纸质材料公示",
            }
        )
        window.action_decide()
    rounds.action_submit()
    for member in (office.checker, office.leader):
        rounds.with_env(member).action_confirm()


def pay(office, rounds):
    """Compute, approve and lock the pay run of each settled month."""
    runs = office.hr["hr.payslip.run"].browse()
    for settled in rounds:
        runs |= runs.create(
            {"gov_county_id": settled.county_id.id, "date_start": settled.date_from}
        )
    runs.action_gov_compute()
    approve_pay(office, runs)
    runs.action_gov_lock()
    return runs


def approve_pay(office, runs):
    """Hand computed runs in; the other officer, finance and the leader agree."""
    runs.action_gov_submit()
    runs.with_env(office.finance).action_gov_check_changes()
    for member in (office.checker, office.finance, office.leader):
        runs.with_env(member).action_gov_approve()


def workbooks(office, rounds, runs):
    """Both workbooks as the print buttons make them: {file name: bytes}."""
    report = office.hr["ir.actions.report"]
    month, _kind = report._render_xlsx("gov_assessment.month", rounds.ids, {})
    register, _kind = office.finance["ir.actions.report"]._render_xlsx(
        "gov_payroll.register", runs.ids, {}
    )
    return {"月度考核.xlsx": month, "工资发放表.xlsx": register}
