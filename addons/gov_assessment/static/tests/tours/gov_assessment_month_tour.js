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

/** The officer publishes the graded month. */
tours.add("gov_assessment_publish_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        {trigger: "button[name=action_publish]:contains(公示)", run: "click"},
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        atState("公示中"),
        {
            content: "four people have not answered yet",
            trigger: "button[name=action_open_pending]:contains(4)",
        },
    ],
});

/** The leader ends the publicity early, with a reason. */
tours.add("gov_assessment_end_publicity_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        atState("公示中"),
        {
            trigger: "button[name=action_ask_end_publicity]:contains(提前结束公示)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=comment] textarea",
            run: "edit 急需发放绩效",
        },
        {
            trigger: ".modal button[name=action_decide]:contains(结束公示)",
            run: "click",
        },
        {trigger: "body:not(:has(.modal))"},
        {trigger: ".o_form_view:not(:has(button[name=action_ask_end_publicity]))"},
    ],
});

/** The officer hands the month in. */
tours.add("gov_assessment_submit_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        {trigger: "button[name=action_submit]:contains(提交审核)", run: "click"},
        {trigger: ".alert:contains(已提交审核)"},
    ],
});

/** The second officer agrees: the leader's step is next. */
tours.add("gov_assessment_review_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        {trigger: "button[name=action_confirm]:contains(同意)", run: "click"},
        {trigger: ".o_form_view:not(:has(button[name=action_confirm]))"},
        atState("公示中"),
    ],
});

/** The leader's step is the last one: the month is confirmed. */
tours.add("gov_assessment_confirm_tour", {
    steps: () => [
        ...OPEN_OCTOBER,
        {trigger: "button[name=action_confirm]:contains(同意)", run: "click"},
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
