import {registry} from "@web/core/registry";

const RATES = ".o_field_widget[name=rate_ids]";

/** A Chinese HR officer opens a person, then copies, changes and issues a policy. */
registry.category("web_tour.tours").add("gov_window_staff_tour", {
    steps: () => [
        {
            content: "the list of people is Chinese",
            trigger: ".o_list_view th:contains(工号)",
        },
        {
            content: "the person with site, window and level",
            trigger:
                ".o_data_row:contains(T9001):contains(医保窗口):contains(三级) td[name=name]",
            run: "click",
        },
        {
            trigger: ".o_form_view .nav-link[name=gov_window_staff]:contains(窗口岗位)",
            run: "click",
        },
        {
            content: "the window page shows post, person and certificates",
            trigger:
                ".tab-pane.active .o_field_widget[name=gov_staff_no] input:value(T9001)",
        },
        {
            trigger: ".o_form_view .nav-link[name=gov_certificates]:contains(等级证书)",
            run: "click",
        },
        {
            trigger:
                ".tab-pane.active .o_field_widget[name=gov_certificate_ids] .o_data_row:contains(T-TOUR-1):contains(已核验)",
        },
        {
            content: "to the allowance tables",
            trigger: ".o_menu_sections button:contains(配置)",
            run: "click",
        },
        {
            trigger: ".o-dropdown--menu .dropdown-item:contains(补贴标准)",
            run: "click",
        },
        {
            trigger:
                ".o_list_view .o_data_row:contains(涟水):contains(生效) td[name=table_id]",
            run: "click",
        },
        {
            trigger: "button[name=action_copy_version]:contains(复制为新版本)",
            run: "click",
        },
        {
            content: "the copy is a draft that starts next January",
            trigger:
                ".o_form_view:contains(2026-01-01) .o_arrow_button_current:contains(草稿)",
        },
        {
            content: "五级/初级工 gets 120 yuan instead of 100",
            trigger: `${RATES} .o_data_row:contains(五级) td[name=amount]`,
            run: "click",
        },
        {
            trigger: `${RATES} .o_selected_row td[name=amount] input`,
            run: "edit 120",
        },
        {
            trigger: "button[name=action_put_in_force]:contains(生效)",
            run: "click",
        },
        {
            content: "in force, and closed to changes",
            trigger:
                ".o_form_view:not(:has(button[name=action_put_in_force])) .o_arrow_button_current:contains(生效)",
        },
        {
            trigger: `${RATES} .o_data_row:contains(五级):contains(120)`,
        },
    ],
});
