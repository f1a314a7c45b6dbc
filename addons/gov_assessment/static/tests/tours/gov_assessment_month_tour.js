import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** The round of October in the list, whatever other months are there. */
const OPEN_OCTOBER = [
    {trigger: ".o_last_breadcrumb_item:contains(考核批次)"},
    {
        trigger: ".o_data_row:contains(测试县政务服务中心 2026-10) .o_data_cell:first",
        run: "click",
    },
];

function atState(label) {
    return {trigger: `.o_arrow_button_current:contains(${label})`};
}

/** An HR officer creates the round of a month, opens, scores and grades it. */
tours.add("gov_assessment_grade_tour", {
    steps: () => [
        {
            content: "the menu is Chinese",
            trigger: ".o_last_breadcrumb_item:contains(考核批次)",
        },
        {trigger: ".o_list_button_add:contains(新建)", run: "click"},
        {trigger: ".o_field_widget[name=county_id] input", run: "edit 测试县"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(测试县政务服务中心)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=date_from] button", run: "click"},
        {
            trigger: ".o_field_widget[name=date_from] input",
            run: "edit 2026-10-17",
        },
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved"},
        {trigger: "button[name=action_open]:contains(开启本月)", run: "click"},
        atState("已开启"),
        {
            content: "four people were in service",
            trigger: "button[name=action_open_appraisals]:contains(4)",
        },
        {trigger: "button[name=action_score]:contains(计分)", run: "click"},
        atState("已计分"),
        {trigger: "button[name=action_grade]:contains(评定等次)", run: "click"},
        atState("已评等次"),
        {
            content: "one place for the best of four",
            trigger: ".o_field_widget[name=good_count]:contains(1)",
        },
    ],
});

/** The leader confirms what the officer graded. */
tours.add("gov_assessment_confirm_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        atState("已评等次"),
        {trigger: "button[name=action_confirm]:contains(确认)", run: "click"},
        atState("已确认"),
    ],
});

/** The officer locks the month and looks at one person's sheet. */
tours.add("gov_assessment_lock_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        {trigger: "button[name=action_lock]:contains(锁定)", run: "click"},
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        atState("已锁定"),
        {trigger: "button[name=action_open_appraisals]", run: "click"},
        {trigger: ".o_data_row:contains(李四) .o_data_cell:first", run: "click"},
        {
            content: "the sheet names the grade",
            trigger: ".o_field_widget[name=grade]:contains(一般)",
        },
        {
            content: "and every line of the month",
            trigger: ".o_field_widget[name=line_ids] .o_data_row:contains(上班玩手机)",
        },
        {
            content: "and the score of each category",
            trigger: ".o_field_widget[name=score_table]:contains(工作作风)",
        },
    ],
});
