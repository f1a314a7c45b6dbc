import {registry} from "@web/core/registry";

const button = (name) => `.o_statusbar_buttons button[name=${name}]:enabled`;
const state = (label) =>
    `.o_statusbar_status .o_arrow_button_current:contains(${label})`;

registry.category("web_tour.tours").add("gov_payroll_readiness_tour", {
    steps: () => [
        {
            content: "check what is missing",
            trigger: `${button("action_gov_check")}:contains(检查准备情况)`,
            run: "click",
        },
        {
            content: "the person without a staffing type is named: open the profile",
            trigger:
                ".o_field_widget[name=gov_gap_ids] .o_data_row:contains(赵六) button[name=action_open_person]",
            run: "click",
        },
        {
            content: "choose the staffing type",
            trigger: ".o_form_view .o_field_widget[name=contract_type_id]:first input",
            run: "edit 劳务派遣(测试)",
        },
        {
            content: "take it from the list",
            trigger: ".o-autocomplete--dropdown-item:contains(劳务派遣(测试))",
            run: "click",
        },
        {
            content: "save the profile",
            trigger: ".o_form_button_save:visible",
            run: "click",
        },
        {
            content: "saved: back to the run",
            trigger:
                ".o_form_saved .o_back_button:contains(2026-10), body:not(:has(.o_form_button_save:visible)) .o_back_button:contains(2026-10)",
            run: "click",
        },
        {
            content: "check again",
            trigger: button("action_gov_check"),
            run: "click",
        },
        {
            content: "the person is no longer named",
            trigger:
                ".o_form_view:not(:has(.o_data_row:contains(赵六))) .o_field_widget[name=gov_gap_ids] .o_data_row",
        },
    ],
});

registry.category("web_tour.tours").add("gov_payroll_compute_tour", {
    steps: () => [
        {
            content: "compute",
            trigger: `${button("action_gov_compute")}:contains(计算)`,
            run: "click",
        },
        {
            content: "it has begun",
            trigger: ".o_field_widget[name=gov_progress] [aria-valuenow='0']",
        },
        {
            content: "the bar moves without a click",
            trigger: ".o_field_widget[name=gov_progress] [aria-valuenow='50']",
        },
        {content: "and the page finds the end by itself", trigger: state("已计算")},
        {
            content: "open the slips",
            trigger: "button[name=action_open_gov_slips]",
            run: "click",
        },
        {
            content: "open the first slip",
            trigger:
                ".o_list_view .o_data_row:first .o_data_cell[name=gov_person_name]",
            run: "click",
        },
        {
            content: "a line explains itself",
            trigger: ".o_field_widget[name=line_ids]:contains(技能补贴):contains(证书)",
        },
        {
            content: "back to the slips",
            trigger: ".o_breadcrumb .o_back_button, .breadcrumb-item.o_back_button",
            run: "click",
        },
        {
            content: "and to the run",
            trigger:
                "body:has(.o_list_view .o_data_row) .o_back_button:contains(2026-10)",
            run: "click",
        },
        {
            content: "the total stands in capital characters",
            trigger: ".o_field_widget[name=gov_gross_capital]:contains(人民币)",
        },
        {
            content: "hand in for approval",
            trigger: `${button("action_gov_submit")}:contains(提交审批)`,
            run: "click",
        },
        {content: "in approval", trigger: state("审批中")},
        {
            content: "it says whose turn it is",
            trigger: ".o_field_widget[name=gov_waiting_for]:contains(gov_test_checker)",
        },
    ],
});

registry.category("web_tour.tours").add("gov_payroll_agree_tour", {
    steps: () => [
        {
            content: "agree to the own step",
            trigger: `${button("action_gov_approve")}:contains(同意)`,
            run: "click",
        },
        {
            content: "the turn has passed on",
            trigger: ".o_form_view:not(:has(button[name=action_gov_approve]))",
        },
    ],
});

registry.category("web_tour.tours").add("gov_payroll_finance_tour", {
    steps: () => [
        {
            content: "open the changes against last month",
            trigger: "button[name=action_open_gov_changes]:contains(1)",
            run: "click",
        },
        {
            content: "the newcomer is listed as joined",
            trigger: ".o_list_view .o_data_row:contains(新增)",
        },
        {
            content: "back to the run",
            trigger: ".o_back_button:contains(2026-10)",
            run: "click",
        },
        {
            content: "tick all changes",
            trigger: `${button("action_gov_check_changes")}:contains(核对)`,
            run: "click",
        },
        {
            content: "confirm",
            trigger: ".modal-footer .btn-primary",
            run: "click",
        },
        {
            content: "nothing is left to check",
            trigger: ".o_form_view:not(:has(button[name=action_gov_check_changes]))",
        },
        {
            content: "finance agrees",
            trigger: `${button("action_gov_approve")}:contains(同意)`,
            run: "click",
        },
        {
            content: "the turn has passed on",
            trigger: ".o_form_view:not(:has(button[name=action_gov_approve]))",
        },
    ],
});

registry.category("web_tour.tours").add("gov_payroll_lock_tour", {
    steps: () => [
        {
            content: "lock",
            trigger: `${button("action_gov_lock")}:contains(锁定)`,
            run: "click",
        },
        {
            content: "confirm",
            trigger: ".modal-footer .btn-primary",
            run: "click",
        },
        {content: "locked", trigger: state("已锁定")},
        {
            content: "print the register",
            trigger: `${button("action_print_gov_register")}:contains(工资发放表)`,
            run: "click",
        },
        {
            content: "the page is free again after the download",
            trigger: "body:not(:has(.o_blockUI))",
        },
    ],
});
