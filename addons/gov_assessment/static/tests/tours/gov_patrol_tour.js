import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");

function choose(field, typed, shown = typed) {
    return [
        {
            trigger: `.o_field_widget[name=${field}] input`,
            run: `edit ${typed}`,
        },
        {
            trigger: `.o-autocomplete--dropdown-item a:contains(${shown})`,
            run: "click",
        },
    ];
}

function atState(label) {
    return {trigger: `.o_arrow_button_current:contains(${label})`};
}

/** An officer walks through a hall, writes a sheet, and makes a record of it. */
tours.add("gov_patrol_tour", {
    steps: () => [
        {trigger: ".o_last_breadcrumb_item:contains(大厅巡查)"},
        {trigger: ".o_list_button_add:contains(新建)", run: "click"},
        ...choose("department_id", "东镇便民服务中心"),
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved"},
        {trigger: "button[name=action_start]:contains(开始巡查)", run: "click"},
        atState("巡查中"),
        {trigger: "button[name=action_new_finding]:contains(登记问题)", run: "click"},
        {trigger: ".o_field_widget[name=description] textarea"},
        ...choose("employee_id", "李四"),
        ...choose("class_id", "劳动纪律"),
        {
            content: "the usual item of the class is proposed",
            trigger: ".o_field_widget[name=item_id] input:value(1.1)",
        },
        {
            trigger: ".o_field_widget[name=description] textarea",
            run: "edit 上午九点半仍未到岗",
        },
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved"},
        {
            trigger:
                "button[name=action_make_record].btn-primary:contains(生成考核记录)",
            run: "click",
        },
        {trigger: "button[name=action_verify]"},
        atState("草稿"),
        {
            trigger: "button[name=action_confirm]:contains(确认)",
            run: "click",
        },
        atState("已确认"),
    ],
});
