import {registry} from "@web/core/registry";

/** A Chinese officer turns the demand for a topic into a session: two clicks. */
registry.category("web_tour.tours").add("gov_training_need_tour", {
    steps: () => [
        {
            content: "the demand by topic, with the sites",
            trigger: ".o_last_breadcrumb_item:contains(需求汇总)",
        },
        {
            content: "first click",
            trigger:
                ".o_data_row:contains(电脑操作):contains(Site A 1):contains(Site B 1) button[name=action_plan_needs]",
            run: "click",
        },
        {
            content: "the session is proposed with its people",
            trigger: ".modal .o_data_row:contains(W003)",
        },
        {
            content: "second click",
            trigger: ".modal button[name=action_arrange]",
            run: "click",
        },
        {trigger: ".o_form_view .o_arrow_button_current:contains(报名中)"},
        {trigger: ".o_field_widget[name=enrollment_ids] .o_data_row:contains(W001)"},
        {trigger: ".o_field_widget[name=enrollment_ids] .o_data_row:contains(W003)"},
        {
            trigger: ".oe_stat_button[name=action_open_needs]:contains(2)",
            run: "click",
        },
        {trigger: ".o_list_view .o_data_row:contains(W003):contains(已安排班次)"},
    ],
});

/** A Chinese officer signs a mentoring agreement and completes it. */
registry.category("web_tour.tours").add("gov_mentorship_tour", {
    steps: () => [
        {trigger: ".o_last_breadcrumb_item:contains(师徒结对)"},
        {trigger: ".o_list_button_add", run: "click"},
        {trigger: ".o_field_widget[name=mentor_id] input", run: "edit W001"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(Person W001)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=apprentice_id] input", run: "edit W002"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(Person W002)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=goal_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=goal_ids] .o_data_cell[name=name] input",
            run: "edit 能独立办理本窗口全部事项",
        },
        {
            trigger: ".o_field_widget[name=goal_ids] .o_data_cell[name=measure] input",
            run: "edit 连续办理 20 件无补正",
        },
        {
            content: "the duties come from the rules",
            trigger: ".o_notebook .nav-link:contains(双方职责)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=mentor_duties] textarea"},
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved, .o_form_view:not(.o_form_dirty)"},
        {trigger: "button[name=action_activate]", run: "click"},
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        {trigger: ".o_arrow_button_current:contains(结对中)"},
        {
            trigger: ".o_notebook .nav-link:contains(目标与阶段任务)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=goal_ids] .o_data_cell[name=state]",
            run: "click",
        },
        {
            content: "the goal is reached",
            trigger:
                ".o_field_widget[name=goal_ids] .o_field_widget[name=state] input, .o_field_widget[name=goal_ids] .o_field_widget[name=state] select",
            run: "click",
        },
        {
            trigger: ".o_select_menu_item:contains(已完成)",
            run: "click",
        },
        {
            trigger: ".o_notebook .nav-link:contains(考核结果)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=outcome] input", run: "click"},
        {trigger: ".o_select_menu_item:contains(优秀)", run: "click"},
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved, .o_form_view:not(.o_form_dirty)"},
        {trigger: "button[name=action_finish]", run: "click"},
        {trigger: ".o_arrow_button_current:contains(已期满)"},
    ],
});
