import {registry} from "@web/core/registry";

const SHEET = ".o_form_view";

/** A resignation with a notice that is too short: refused, explained, then filed. */
registry.category("web_tour.tours").add("gov_movement_resign", {
    steps: () => [
        {
            trigger: ".o_list_view .o_data_row:contains(张三) td[name=person_name]",
            run: "click",
        },
        {
            content: "the earliest day is worked out",
            trigger: `${SHEET} .o_field_widget[name=earliest_date]`,
        },
        {trigger: `${SHEET} button[name=action_submit]`, run: "click"},
        {
            content: "the refusal says what to do",
            trigger: ".modal:contains(提前离岗的理由)",
        },
        {trigger: ".modal .btn-primary", run: "click"},
        {
            trigger: `${SHEET} .o_field_widget[name=notice_override] textarea`,
            run: "edit 用人单位书面同意提前离岗",
        },
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: "body:not(:has(.o_form_button_save:visible))"},
        {trigger: `${SHEET} button[name=action_submit]`, run: "click"},
        {trigger: `${SHEET} .o_arrow_button_current:contains(审批中)`},
        {
            content: "the log has begun",
            trigger: `${SHEET} .nav-link[name=steps]`,
            run: "click",
        },
        {trigger: `${SHEET} .tab-pane.active .o_data_row:contains(提交)`},
    ],
});
