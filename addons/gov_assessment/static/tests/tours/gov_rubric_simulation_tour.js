import {registry} from "@web/core/registry";

/** An officer copies the text, changes the reward and tries it on a past month. */
registry.category("web_tour.tours").add("gov_rubric_simulation_tour", {
    steps: () => [
        {trigger: ".o_last_breadcrumb_item:contains(考核细则)"},
        {
            trigger: ".o_data_row:contains(涟水县) .o_data_cell:first",
            run: "click",
        },
        {trigger: ".o_arrow_button_current:contains(生效)"},
        {
            trigger: "button[name=action_copy_version]:contains(复制为新版本)",
            run: "click",
        },
        {trigger: ".o_arrow_button_current:contains(草稿)"},
        {trigger: "a[name=rewards]:contains(奖励)", run: "click"},
        {
            trigger: ".o_field_widget[name=reward_base] input",
            run: "edit 600",
        },
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved"},
        {trigger: "button:contains(按历史月份试算)", run: "click"},
        {
            content: "the latest month is proposed",
            trigger: ".modal .o_field_widget[name=round_id] input:value(2026-10)",
        },
        {
            trigger: ".modal button[name=action_run]:contains(试算)",
            run: "click",
        },
        {
            content: "all four people would be paid more",
            trigger: ".o_field_widget[name=changed_count]:contains(4)",
        },
        {
            trigger: ".o_field_widget[name=reward_difference]:contains(1,185.00)",
        },
        {
            content: "before and after, side by side",
            trigger: ".o_data_row:contains(300.00):contains(600.00)",
        },
        {
            trigger: "button[name=action_open_lines]:contains(以列表打开)",
            run: "click",
        },
        {trigger: ".o_list_view .o_data_row:contains(等次不变)"},
    ],
});
