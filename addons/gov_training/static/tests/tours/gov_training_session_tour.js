import {registry} from "@web/core/registry";

const MARKED_ALL = ".o_form_view:not(:has(button[name=action_mark_all_present]))";

/** A Chinese officer plans a session, enrolls a town, holds it and closes it. */
registry.category("web_tour.tours").add("gov_training_session_tour", {
    steps: () => [
        {
            content: "the menu is Chinese",
            trigger: ".o_last_breadcrumb_item:contains(培训班次)",
        },
        {trigger: ".o-kanban-button-new", run: "click"},
        {
            content: "name the session",
            trigger:
                ".o_field_widget[name=name] input, .o_field_widget[name=name] textarea",
            run: "edit 三月服务礼仪培训",
        },
        {
            trigger: ".o_field_widget[name=topic_ids] input",
            run: "edit 服务礼仪",
        },
        {
            trigger: ".o-autocomplete--dropdown-item a:contains(服务礼仪)",
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
        {trigger: "button[name=action_open]:contains(开放报名)", run: "click"},
        {
            content: "open for enrollment",
            trigger: ".o_arrow_button_current:contains(报名中)",
        },
        {trigger: "button[name=action_enroll]:contains(批量报名)", run: "click"},
        {
            content: "two people of the town and its village are proposed",
            trigger: ".modal .o_field_widget[name=chosen_count]:contains(2)",
        },
        {trigger: ".modal button[name=action_enroll]", run: "click"},
        {
            trigger:
                "body:not(:has(.modal)) .o_field_widget[name=enrollment_ids] .o_data_row:contains(W002)",
        },
        {trigger: "button[name=action_start]:contains(开班)", run: "click"},
        {trigger: ".o_arrow_button_current:contains(进行中)"},
        {
            content: "closing is refused while nobody is signed in",
            trigger: "button[name=action_close]",
            run: "click",
        },
        {
            trigger: ".modal:contains(还有 2 人既未记到场也未记缺席)",
        },
        {trigger: ".modal .btn-close", run: "click"},
        {
            content: "one did not come",
            trigger:
                "body:not(:has(.modal)) .o_data_row:contains(W001) button[name=action_absent]",
            run: "click",
        },
        {trigger: ".o_data_row:contains(W001):contains(缺席)"},
        {trigger: "button[name=action_mark_all_present]", run: "click"},
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        {trigger: MARKED_ALL},
        {trigger: "button[name=action_close]:contains(结班)", run: "click"},
        {trigger: ".modal .modal-footer .btn-primary", run: "click"},
        {
            content: "closed, with its attendance in the history",
            trigger: ".o_arrow_button_current:contains(已结班)",
        },
        {
            trigger: ".o-mail-Message-body:contains(应到 2 人，实到 1 人)",
        },
    ],
});
