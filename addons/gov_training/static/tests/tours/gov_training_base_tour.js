import {registry} from "@web/core/registry";

/** The chain is set up in one click; a session of the county is passed on. */
registry.category("web_tour.tours").add("gov_training_base_tour", {
    steps: () => [
        {
            content: "set up the chain",
            trigger: "button[name=action_set_up_chain]",
            run: "click",
        },
        {
            content: "the county has its base",
            trigger:
                "tr.o_data_row:contains(Site C培训基地) td[name=trains_level]:contains(镇街)",
        },
        {
            content: "open the base of the town",
            trigger: "tr.o_data_row td[name=name]:contains(Site A培训基地)",
            run: "click",
        },
        {
            content: "it trains the village",
            trigger: ".o_field_widget[name=site_count]:contains(1)",
        },
        {
            content: "see how far it got this quarter",
            trigger: "button[name=action_open_coverage]",
            run: "click",
        },
        {
            content: "the village is served by it",
            trigger: "tr.o_data_row:contains(Site V)",
        },
    ],
});
