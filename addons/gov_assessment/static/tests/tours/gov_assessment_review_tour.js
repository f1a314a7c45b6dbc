import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");

function atState(label) {
    return {trigger: `.o_arrow_button_current:contains(${label})`};
}

/** The bad review of the test in the list of those in handling. */
const OPEN_REVIEW = [
    {trigger: ".o_last_breadcrumb_item:contains(差评办理)"},
    {trigger: ".o_data_row:contains(TOUR-1) .o_data_cell:first", run: "click"},
];

/** Open a step's dialog, fill in the note, record it, and wait for the next state. */
function step(button, note, next, more = []) {
    return [
        {trigger: `.o_statusbar_buttons button:contains(${button})`, run: "click"},
        {trigger: ".modal .o_field_widget[name=note] textarea"},
        ...more,
        {
            trigger: ".modal .o_field_widget[name=note] textarea",
            run: `edit ${note}`,
        },
        {trigger: ".modal button[name=action_apply]", run: "click"},
        {trigger: "body:not(:has(.modal))"},
        atState(next),
    ];
}

/** An officer of the county verifies the review. */
tours.add("gov_assessment_review_verify_tour", {
    steps: () => [
        ...OPEN_REVIEW,
        atState("待核实"),
        ...step("核实", "电话核实属实", "整改中", [
            {
                trigger: ".modal .o_field_widget[name=verdict] label:contains(属实)",
                run: "click",
            },
            {
                trigger:
                    ".modal .o_field_widget[name=rectify_kind] label:contains(限期)",
                run: "click",
            },
        ]),
    ],
});

/** The site puts it right, tells the citizen and calls back. */
tours.add("gov_assessment_review_site_tour", {
    steps: () => [
        ...OPEN_REVIEW,
        atState("整改中"),
        ...step("整改", "已更新材料清单", "已整改"),
        ...step("反馈", "已向群众说明", "已反馈"),
        ...step("回访", "群众表示满意", "已回访", [
            {
                trigger: ".modal .o_field_widget[name=rerating] input",
                run: "click",
            },
            {trigger: ".o_select_menu_item:contains(基本满意)", run: "click"},
        ]),
    ],
});

/** The county settles it: the list of open ones is empty. */
tours.add("gov_assessment_review_close_tour", {
    steps: () => [
        ...OPEN_REVIEW,
        atState("已回访"),
        {trigger: "button[name=action_close]", run: "click"},
        atState("办结"),
    ],
});
