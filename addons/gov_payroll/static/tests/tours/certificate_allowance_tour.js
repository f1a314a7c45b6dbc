import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const state = (label) => `.o_form_view .o_arrow_button_current:contains(${label})`;

/** 人事管理员 looks the uploaded certificate up in the registry and records the result. */
tours.add("gov_certificate_verification_tour", {
    steps: () => [
        {
            content: "what the person uploaded waits for verification",
            trigger: ".o_data_row:contains(P-TOUR-1):contains(待核验) td[name=number]",
            run: "click",
        },
        {trigger: "button[name=action_verify]:contains(核验)", run: "click"},
        {
            trigger: ".modal button[name=action_confirm]:contains(登记核验结果)",
            run: "click",
        },
        {content: "verified", trigger: state("已核验")},
    ],
});

/** The pay run of the next month pays it, and the slip says by which certificate. */
tours.add("gov_certificate_allowance_tour", {
    steps: () => [
        {
            trigger: ".o_statusbar_buttons button[name=action_gov_compute]:enabled",
            run: "click",
        },
        {content: "computed", trigger: state("已计算")},
        {trigger: "button[name=action_open_gov_slips]", run: "click"},
        {
            trigger:
                ".o_list_view .o_data_row:contains(流程一号) .o_data_cell[name=gov_person_name]",
            run: "click",
        },
        {
            content: "200 yuan for level three, by the number of the certificate",
            trigger:
                ".o_field_widget[name=line_ids] .o_data_row:contains(技能补贴):contains(200):contains(P-TOUR-1)",
        },
    ],
});
