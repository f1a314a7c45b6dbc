import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");

function atState(label) {
    return {trigger: `.o_arrow_button_current:contains(${label})`};
}

/** An HR officer computes a year, chooses among equals and submits it. */
tours.add("gov_assessment_year_tour", {
    steps: () => [
        {trigger: ".o_last_breadcrumb_item:contains(年度考核批次)"},
        {trigger: ".o_list_button_add:contains(新建)", run: "click"},
        {trigger: ".o_field_widget[name=county_id] input", run: "edit 测试县"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(测试县政务服务中心)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=year] input", run: "edit 2025"},
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved"},
        {trigger: "button[name=action_compute]:contains(计算年度考核)", run: "click"},
        atState("已计算"),
        {
            content: "four equal people for one place",
            trigger: "button[name=action_open_tied]:contains(4)",
            run: "click",
        },
        {trigger: ".o_data_row:contains(李四) .o_data_cell:first", run: "click"},
        {
            content: "the twelve months are on the sheet",
            trigger: ".o_field_widget[name=month_table]:contains(2025-12)",
        },
        {trigger: "button:contains(作出决定)", run: "click"},
        {
            trigger: ".modal .o_field_widget[name=reason] textarea",
            run: "edit 全年带教新人",
        },
        {trigger: ".modal button[name=action_decide]", run: "click"},
        {trigger: "body:not(:has(.modal))"},
        {trigger: ".o_field_widget[name=grade_id]:contains(优秀)"},
        {trigger: ".o_field_widget[name=protocol]:contains(全年带教新人)"},
        {
            content: "back to the year",
            trigger: ".breadcrumb-item a:contains(测试县政务服务中心 2025)",
            run: "click",
        },
        atState("已计算"),
        {trigger: "button[name=action_submit]:contains(报领导确认)", run: "click"},
        atState("待领导确认"),
    ],
});

/** The leader confirms the year; its publicity begins. */
tours.add("gov_assessment_year_confirm_tour", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(测试县政务服务中心 2025) .o_data_cell:first",
            run: "click",
        },
        atState("待领导确认"),
        {trigger: "button[name=action_confirm]:contains(确认)", run: "click"},
        atState("已确认"),
        {trigger: ".o_field_widget[name=publish_until]:not(:empty)"},
    ],
});

/** A person votes in the portal and looks at the honour board. */
tours.add("gov_assessment_vote_tour", {
    steps: () => [
        {
            trigger: "a:contains(优质服务明星)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "choose the nominee",
            trigger: "label:contains(王芳) input[name=nomination]",
            run: "click",
        },
        {
            trigger: "form button[type=submit]:contains(投票)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(您的投票已记录)"},
        {trigger: ".badge:contains(已投票)"},
        {
            trigger: "a[href='/my/board']",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "h3:contains(光荣榜)"},
    ],
});
