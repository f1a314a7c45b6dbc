import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** Nothing of a page may be wider than the phone. */
const fitsThePhone = {
    content: "no scrolling to the side",
    trigger: "body",
    run() {
        const page = document.documentElement;
        if (page.scrollWidth > page.clientWidth) {
            throw new Error(`${location.pathname} is ${page.scrollWidth} px wide`);
        }
    },
};

function atState(label) {
    return {trigger: `.o_arrow_button_current:contains(${label})`};
}

/** A person opens the own month and appeals against a line. */
tours.add("gov_assessment_appeal_portal_tour", {
    steps: () => [
        fitsThePhone,
        {
            trigger: ".list-group-item:contains(2026-10)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "div[name=line]:contains(制度原文)"},
        fitsThePhone,
        {
            trigger: "a.btn:contains(对本月考核提出申诉)",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {trigger: "label:contains(迟到) input[name=line]", run: "check"},
        {trigger: "textarea[name=reason]", run: "edit 当天已经请假，附假条"},
        {
            trigger: "button[type=submit]:contains(提交申诉)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(您的申诉已提交)"},
        {trigger: ".badge:contains(已提交)"},
        {trigger: "div[name=appeal_line]:contains(-20)"},
        fitsThePhone,
    ],
});

/** An officer who had no part in it takes the appeal on and upholds it. */
tours.add("gov_assessment_appeal_decide_tour", {
    steps: () => [
        {trigger: ".o_last_breadcrumb_item:contains(申诉)"},
        {trigger: ".o_data_row:contains(王兰) .o_data_cell:first", run: "click"},
        atState("已提交"),
        {trigger: "button[name=action_accept]:contains(受理)", run: "click"},
        atState("已受理"),
        {
            trigger: ".o_field_widget[name=line_ids] .o_data_row td[name=decision]",
            run: "click",
        },
        {
            trigger:
                ".o_field_widget[name=line_ids] .o_selected_row [name=decision] input",
            run: "click",
        },
        {
            trigger: ".o_select_menu_item:contains(成立):not(:contains(不成立))",
            run: "click",
        },
        {trigger: ".nav-link:contains(答复)", run: "click"},
        {
            trigger: ".o_field_widget[name=answer] textarea",
            run: "edit 经核实，当天已办理请假手续，予以更正。",
        },
        {trigger: ".o_form_button_save", run: "click"},
        {trigger: ".o_form_saved"},
        {trigger: "button[name=action_decide]:contains(作出决定并答复)", run: "click"},
        {trigger: ".modal-footer .btn-primary", run: "click"},
        atState("成立"),
        {
            trigger: "button[name=action_open_correction]:contains(待批准)",
            run: "click",
        },
        {
            content: "the diff is shown before it is applied",
            trigger: ".o_data_row:contains(王兰):contains(110)",
        },
        {trigger: ".alert:contains(该月份尚未作任何改动)"},
    ],
});

/** The leader approves what would change. */
tours.add("gov_assessment_correction_approve_tour", {
    steps: () => [
        {trigger: ".o_data_row:contains(申诉成立) .o_data_cell:first", run: "click"},
        atState("待批准"),
        {trigger: "button[name=action_approve]:contains(批准更正)", run: "click"},
        atState("已批准"),
    ],
});

/** The officer applies it; the arrears wait for the next pay. */
tours.add("gov_assessment_correction_apply_tour", {
    steps: () => [
        {trigger: ".o_data_row:contains(申诉成立) .o_data_cell:first", run: "click"},
        atState("已批准"),
        {trigger: "button[name=action_apply]:contains(执行更正)", run: "click"},
        {trigger: ".modal-footer .btn-primary", run: "click"},
        atState("已生效"),
    ],
});

/** The person reads the answer and the corrected result. */
tours.add("gov_assessment_appeal_answer_tour", {
    steps: () => [
        {
            trigger: ".list-group-item:contains(已办结)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "div[name=answer]:contains(予以更正)"},
        fitsThePhone,
        {
            trigger: "a[href^='/my/appraisals/']:contains(2026-10)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "div[name=correction]:contains(110):contains(330.00)"},
        fitsThePhone,
    ],
});
