import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const atState = (label) => ({
    content: `the paper is now: ${label}`,
    trigger: `.o_statusbar_status .o_arrow_button_current:contains(${label})`,
});

/** The person acknowledges the notice and hands in the self-examination. */
tours.add("gov_follow_portal_tour", {
    steps: () => [
        {
            trigger: "a[name=notice]:contains(窗通报)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: "button:contains(我已阅读)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(已记录您签收)"},
        {
            trigger: "a[name=exam]:contains(书面检查)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "an empty form is refused",
            trigger: "button:contains(提交)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-danger:contains(请填写检查内容)"},
        {trigger: "textarea[name=text]", run: "edit 本人深刻反省，今后准时到岗。"},
        {
            trigger: "button:contains(提交)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(书面检查已提交)"},
    ],
});

/** The officer reads what was handed in and accepts it. */
tours.add("gov_follow_accept_tour", {
    steps: () => [
        {trigger: ".o_data_row:contains(张三) .o_data_cell:first", run: "click"},
        atState("已提交"),
        {trigger: ".o_field_widget[name=text]:contains(今后准时到岗)"},
        {trigger: "button[name=action_accept]:contains(通过)", run: "click"},
        atState("已通过"),
    ],
});

/** The officer sends a supervision item; the site answers; the officer closes. */
tours.add("gov_supervision_send_tour", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(评价器未开启) .o_data_cell:first",
            run: "click",
        },
        atState("草稿"),
        {trigger: "button[name=action_send]:contains(下发)", run: "click"},
        atState("督办中"),
    ],
});
tours.add("gov_supervision_answer_tour", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(评价器未开启) .o_data_cell:first",
            run: "click",
        },
        atState("督办中"),
        {trigger: "button[name=action_report]:contains(反馈)", run: "click"},
        {trigger: ".modal textarea", run: "edit 已全部开启"},
        {trigger: ".modal button[name=action_confirm]", run: "click"},
        {trigger: "body:not(:has(.modal))"},
        atState("已反馈"),
    ],
});
tours.add("gov_supervision_close_tour", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(评价器未开启) .o_data_cell:first",
            run: "click",
        },
        atState("已反馈"),
        {trigger: ".o_field_widget[name=answer]:contains(已全部开启)"},
        {trigger: "button[name=action_close]:contains(办结)", run: "click"},
        {trigger: ".modal textarea", run: "edit 现场复核属实"},
        {trigger: ".modal button[name=action_confirm]", run: "click"},
        {trigger: "body:not(:has(.modal))"},
        atState("已办结"),
    ],
});
