import {registry} from "@web/core/registry";

/** The dashboard is drawn; an error on the console fails the tour. */
registry.category("web_tour.tours").add("gov_assessment_dashboard_tour", {
    steps: () => [
        {
            content: "the dashboard is listed in Chinese",
            trigger: ".o_spreadsheet_dashboard_action:contains(月度考核一览)",
            timeout: 60000,
        },
        {
            content: "key figures and charts stand on the sheet",
            trigger: ".o_spreadsheet_dashboard_action .o-figure canvas",
            timeout: 60000,
        },
    ],
});
