import {registry} from "@web/core/registry";

/** A Chinese officer makes an exam of the question bank, invites a site and opens it. */
registry.category("web_tour.tours").add("gov_exam_tour", {
    steps: () => [
        {
            content: "the menu is Chinese",
            trigger: ".o_last_breadcrumb_item:contains(考试)",
        },
        {trigger: ".o_list_button_add", run: "click"},
        {
            trigger: ".o_field_widget[name=name] input",
            run: "edit 三月服务礼仪考试",
        },
        {
            trigger: ".o_field_widget[name=department_id] input",
            run: "edit TEST-A",
        },
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(Site A)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=part_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            trigger: ".o_data_row .o_field_widget[name=topic_id] input",
            run: "edit Topic of the tests",
        },
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(Topic of the tests)",
            run: "click",
        },
        {
            trigger: ".o_data_row .o_field_widget[name=count] input",
            run: "edit 2",
        },
        {trigger: ".o_form_button_save", run: "click"},
        {
            content: "opening without people is refused, and says what to do",
            trigger: "button[name=action_open]",
            run: "click",
        },
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        {trigger: ".modal:contains(请先邀请考生)"},
        {trigger: ".modal .btn-close", run: "click"},
        {
            trigger:
                "body:not(:has(.modal)) button[name=action_invite]:contains(邀请人员)",
            run: "click",
        },
        {
            content: "the people of the site and below are proposed",
            trigger: ".modal .o_field_widget[name=chosen_count]:contains(2)",
        },
        {trigger: ".modal button[name=action_invite]", run: "click"},
        {
            trigger: "body:not(:has(.modal)) .o_stat_text:contains(应考人数)",
        },
        {trigger: "button[name=action_open]:contains(开考)", run: "click"},
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        {
            content: "open",
            trigger: ".o_arrow_button_current:contains(进行中)",
        },
    ],
});
