import {registry} from "@web/core/registry";

const FORM = ".o_form_view";
const choose = (field, text) => [
    {
        trigger: `${FORM} .o_field_widget[name=${field}] input`,
        run: `edit ${text}`,
    },
    {
        trigger: `.o-autocomplete--dropdown-item:contains(${text})`,
        run: "click",
    },
];

/** A Chinese HR officer enters a certificate, verifies it and sees the level. */
registry.category("web_tour.tours").add("gov_certificate_tour", {
    steps: () => [
        {
            content: "a new certificate",
            trigger: ".o_control_panel button.o_list_button_add",
            run: "click",
        },
        {
            trigger: `${FORM} .o_field_widget[name=number] input`,
            run: "edit s-tour 0001",
        },
        ...choose("employee_id", "测试李四"),
        ...choose("level_id", "五级"),
        {
            trigger: `${FORM} .o_field_widget[name=issue_date] input`,
            run: "edit 2026-09-01",
        },
        {
            trigger: `${FORM} .o_field_widget[name=issuer] input`,
            run: "edit 省人才学会",
        },
        {
            content: "save, so that it can be verified",
            trigger: ".o_form_button_save",
            run: "click",
        },
        {
            content: "the number is kept in capitals, without blanks",
            trigger: `${FORM} .o_arrow_button_current:contains(待核验)`,
        },
        {
            trigger: "button[name=action_verify]:contains(核验)",
            run: "click",
        },
        {
            content: "the sheet names the registry and the certificate",
            trigger:
                ".modal .o_data_row:contains(S-TOUR0001):contains(测试李四):contains(核验通过)",
        },
        {
            trigger: ".modal button[name=action_confirm]:contains(登记核验结果)",
            run: "click",
        },
        {
            content: "verified, with the registry's result; nothing can be changed",
            trigger: `${FORM} .o_arrow_button_current:contains(已核验)`,
        },
        {
            trigger: `${FORM} .o_field_widget[name=verify_result]:contains(证书网可查)`,
        },
        {
            content: "to the people",
            trigger: ".o_menu_sections button:contains(人员)",
            run: "click",
        },
        {
            trigger:
                ".o-dropdown--menu .dropdown-item[data-menu-xmlid='gov_window_staff.menu_employee']",
            run: "click",
        },
        {
            content: "the person's badge shows the level",
            trigger: ".o_list_view .o_data_row:contains(测试李四):contains(五级)",
        },
        {
            trigger: ".o_list_view .o_data_row:contains(测试李四) td[name=name]",
            run: "click",
        },
        {
            trigger: `${FORM} .nav-link[name=gov_certificates]`,
            run: "click",
        },
        {
            content: "the conditions for the next level, line by line",
            trigger:
                ".tab-pane.active .o_gov_eligibility:contains(四级):contains(五级/初级工后)",
        },
        {
            trigger:
                ".tab-pane.active .o_field_widget[name=gov_certificate_ids] .o_data_row:contains(S-TOUR0001)",
        },
    ],
});
