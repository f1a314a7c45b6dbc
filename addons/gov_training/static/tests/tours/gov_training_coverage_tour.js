import {registry} from "@web/core/registry";

const ROW = "tr.o_data_row:contains(Site V)";

/** An officer sees the red site, makes up for it in one click and opens the session. */
registry.category("web_tour.tours").add("gov_training_coverage_tour", {
    steps: () => [
        {
            content: "the site without a session is red",
            trigger: `${ROW}.text-danger .badge:contains(未开展集中培训)`,
        },
        {
            content: "make up for it",
            trigger: `${ROW} button[name=action_make_up]`,
            run: "click",
        },
        {
            content: "the draft names who is missing",
            trigger: ".o_field_widget[name=proposed_ids] td:contains(Person W002)",
        },
        {
            content: "open it for enrollment",
            trigger: "button[name=action_open]:enabled",
            run: "click",
        },
        {
            content: "the person is on the list now",
            trigger: ".o_field_widget[name=enrollment_ids] td:contains(Person W002)",
        },
        {
            content: "it is open for enrollment",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(报名中)",
        },
    ],
});
