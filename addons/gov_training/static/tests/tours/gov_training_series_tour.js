import {registry} from "@web/core/registry";

/** A Chinese officer plans a series, opens a session with a waiting list, signs people
 *  in and closes it. */
registry.category("web_tour.tours").add("gov_training_series_tour", {
    steps: () => [
        {
            content: "the menu is Chinese",
            trigger: ".o_last_breadcrumb_item:contains(定期培训)",
        },
        {trigger: ".o_list_button_add", run: "click"},
        {
            trigger:
                ".o_field_widget[name=name] input, .o_field_widget[name=name] textarea",
            run: "edit 周五下午业务培训",
        },
        {trigger: ".o_field_widget[name=topic_ids] input", run: "edit 专业技能"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(专业技能)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=kind_id] input", run: "edit 常规"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(常规培训)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=form_id] input", run: "edit 集中培训"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(集中培训)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=department_id] input", run: "edit TEST-A"},
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(Site A)",
            run: "click",
        },
        {trigger: ".o_field_widget[name=capacity] input", run: "edit 1 && press Tab"},
        {
            trigger: ".o_field_widget[name=has_waiting_list] input",
            run: "click",
        },
        {
            content: "the next dates are shown before anything is made",
            trigger: ".o_field_widget[name=preview]:contains(星期)",
        },
        {trigger: "button[name=action_prepare_sessions]", run: "click"},
        {
            content: "open the earliest session",
            trigger: ".o_list_view .o_data_row:last .o_data_cell[name=name]",
            run: "click",
        },
        {trigger: ".o_form_view .o_arrow_button_current:contains(草稿)"},
        {trigger: "button[name=action_open]", run: "click"},
        {trigger: ".o_arrow_button_current:contains(报名中)"},
        {trigger: "button[name=action_enroll]", run: "click"},
        {
            content: "two people, one seat: the second one will wait",
            trigger: ".modal .alert-info:contains(候补)",
        },
        {trigger: ".modal button[name=action_enroll]", run: "click"},
        {
            trigger: "body:not(:has(.modal)) .o_data_row:contains(W002):contains(候补)",
        },
        {trigger: ".o-form-buttonbox .oe_stat_button:contains(候补):contains(1)"},
        {trigger: "button[name=action_start]", run: "click"},
        {trigger: ".o_arrow_button_current:contains(进行中)"},
        {
            trigger: ".o_data_row:contains(W001) button[name=action_present]",
            run: "click",
        },
        {trigger: ".o_data_row:contains(W001):contains(到场)"},
        {
            content: "who still waits does not hold up the closing",
            trigger: "button[name=action_close].btn-primary",
            run: "click",
        },
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        {trigger: ".o_arrow_button_current:contains(已结班)"},
        {trigger: ".o-mail-Message-body:contains(应到 1 人，实到 1 人)"},
    ],
});
