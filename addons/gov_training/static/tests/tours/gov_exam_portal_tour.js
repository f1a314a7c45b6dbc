import {registry} from "@web/core/registry";

/** A person sits an exam of two questions in the portal, in Chinese. */
registry.category("web_tour.tours").add("gov_exam_portal_tour", {
    steps: () => [
        {
            trigger: "a[name=exam]:contains(礼仪考试)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: "button:contains(开始考试)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "the clock starts with this button",
            trigger: "button[value=start]:contains(开始答题):not(.disabled)",
            run: "click",
        },
        {
            content: "first question: the right answer",
            trigger: ".o_survey_form:has(button[value=next]) label:contains(B)",
            run: "click",
        },
        {
            trigger: "button[value=next]",
            run: "click",
        },
        {
            content: "second question",
            trigger: ".o_survey_form:has(button[value=finish]) label:contains(B)",
            run: "click",
        },
        {trigger: "button[value=finish]", run: "click"},
        {
            content: "handing in is asked once more",
            trigger: ".modal button.btn-primary:contains(提交)",
            run: "click",
        },
        {
            content: "the result, and the way back",
            trigger: "a:contains(返回我的考试)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".badge:contains(合格)"},
    ],
});
