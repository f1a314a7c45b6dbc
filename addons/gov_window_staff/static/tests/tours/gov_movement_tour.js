import {registry} from "@web/core/registry";

const STATE = (state) => `.o_form_view .o_arrow_button_current[data-value=${state}]`;
const FIELD = (name) => `.o_form_view .o_field_widget[name=${name}]`;
const BUTTON = (name) => `.o_form_view button[name=${name}]:not([disabled])`;

/** Choose a record of a many2one by typing its name. */
function choose(name, text) {
    return [
        {trigger: `${FIELD(name)} input`, run: `edit ${text}`},
        {
            trigger: `.o-autocomplete--dropdown-item a:contains(${text})`,
            run: "click",
        },
    ];
}

/** New movement of a kind; the drop-down shows the kinds in Chinese. */
function create(kind) {
    return [
        {
            content: "the screen is Chinese",
            trigger:
                ".o_breadcrumb:contains(人员变动), .o_control_panel:contains(人员变动)",
        },
        {
            trigger: ".o_list_button_add",
            run: "click",
        },
        {trigger: `${FIELD("kind")} input`, run: "click"},
        {trigger: `.o_select_menu_item:contains(${kind})`, run: "click"},
    ];
}

const decide = (words) => [
    {trigger: BUTTON("action_decide_agree"), run: "click"},
    {trigger: ".modal textarea", run: `edit ${words}`},
    {trigger: ".modal button[name=action_confirm]:contains(同意)", run: "click"},
    {trigger: "body:not(:has(.modal))"},
];

/** The unit's liaison proposes somebody to enter; the form is complete at once. */
registry.category("web_tour.tours").add("gov_movement_entry_propose", {
    steps: () => [
        ...create("准入"),
        {trigger: `${FIELD("candidate_name")} input`, run: "edit 李四"},
        {
            trigger: `${FIELD("candidate_identification_masked")} input`,
            run: "edit 11010519491231002X",
        },
        ...choose("unit_id", "测试派驻单位"),
        ...choose("to_department_id", "不动产分中心"),
        ...choose("to_contract_type_id", "劳务派遣"),
        {
            trigger: `${FIELD("effective_date")} input, ${FIELD("effective_date")} button`,
            run: "click",
        },
        {trigger: ".o_datetime_picker .o_today", run: "click"},
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: BUTTON("action_submit"), run: "click"},
        {trigger: STATE("submitted")},
        {trigger: ".o_form_view .alert-info:contains(县政务办审核)"},
    ],
});

/** Whoever is asked agrees with words of the own. */
registry.category("web_tour.tours").add("gov_movement_agree", {
    steps: () => [
        {trigger: ".o_list_view .o_data_row td[name=person_name]", run: "click"},
        {trigger: STATE("submitted")},
        ...decide("情况属实,同意"),
        {trigger: ".o_form_view .o_data_row:contains(情况属实)"},
    ],
});

/** The county office files what has been approved. */
registry.category("web_tour.tours").add("gov_movement_file", {
    steps: () => [
        {trigger: ".o_list_view .o_data_row td[name=person_name]", run: "click"},
        {trigger: STATE("done")},
        {trigger: BUTTON("action_file"), run: "click"},
        {trigger: ".modal .btn-primary", run: "click"},
        {trigger: ".o_form_view .nav-link[name=filing]", run: "click"},
        {trigger: ".o_field_widget[name=filing_number]:contains(〔)"},
    ],
});

/** At the end of the probation the site proposes to keep the person. */
registry.category("web_tour.tours").add("gov_movement_regular", {
    steps: () => [
        ...create("转正"),
        ...choose("employee_id", "李四"),
        {
            trigger: `${FIELD("trial_result")} label:contains(合格)`,
            run: "click",
        },
        {
            trigger: `${FIELD("effective_date")} input, ${FIELD("effective_date")} button`,
            run: "click",
        },
        {trigger: ".o_datetime_picker .o_today", run: "click"},
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: BUTTON("action_submit"), run: "click"},
        {trigger: STATE("submitted")},
    ],
});
