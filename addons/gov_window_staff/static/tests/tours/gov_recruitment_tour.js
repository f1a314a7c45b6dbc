import {registry} from "@web/core/registry";

const STEP = ".o_field_widget[name=stage_id] .o_arrow_button_current";

/** Record the result of the step that is due, with a score where it has one. */
function passStep(now, next, score) {
    const scoreSteps = score
        ? [
              {
                  trigger:
                      ".modal .o_field_widget[name=line_ids] .o_data_row td[name=score]",
                  run: "click",
              },
              {
                  trigger: ".modal .o_field_widget[name=line_ids] td[name=score] input",
                  run: `edit ${score}`,
              },
          ]
        : [];
    return [
        {
            content: `the applicant is at ${now}`,
            trigger: `${STEP}:contains(${now})`,
        },
        {
            trigger: "button[name=action_gov_decide]:contains(登记结果)",
            run: "click",
        },
        ...scoreSteps,
        {
            trigger: ".modal button[name=action_apply]:contains(登记)",
            run: "click",
        },
        {
            content: `passed, so the applicant goes on to ${next}`,
            trigger: `body:not(:has(.modal)) ${STEP}:contains(${next})`,
        },
    ];
}

/** A Chinese HR officer takes an applicant up to the public notice. */
registry.category("web_tour.tours").add("gov_recruitment_tour", {
    steps: () => [
        {
            content: "the board has the seven columns",
            trigger: ".o_kanban_view .o_kanban_group:contains(资格审查)",
        },
        {
            trigger: ".o_kanban_record:contains(测试郑小明)",
            run: "click",
        },
        {
            content: "the ID number is masked",
            trigger:
                ".o_field_widget[name=gov_identification_masked] input:value(********)",
        },
        ...passStep("报名", "资格审查"),
        ...passStep("资格审查", "笔试"),
        ...passStep("笔试", "面试", 85),
        ...passStep("面试", "体检", 88),
        ...passStep("体检", "公示"),
        {
            trigger: "button[name=action_gov_publish]:contains(公示)",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=name] input",
            run: "edit 测试拟录用人员公示",
        },
        {
            trigger:
                ".o_field_widget[name=applicant_ids] .o_data_row:contains(测试郑小明)",
        },
        {
            trigger: "button[name=action_publish]:contains(发布)",
            run: "click",
        },
        {
            content: "published: it can be printed, and concluded later",
            trigger: ".o_form_view button[name=action_print]",
        },
        {
            trigger: ".o_form_view button[name=action_conclude]",
        },
    ],
});

/** The period is over: conclude the notice, then make the entry. */
registry.category("web_tour.tours").add("gov_recruitment_entry_tour", {
    steps: () => [
        {
            trigger: "button[name=action_conclude]:contains(办结)",
            run: "click",
        },
        {
            content: "concluded: the person has passed the last step",
            trigger:
                ".o_form_view:not(:has(button[name=action_conclude])) .o_data_row:contains(测试郑小明) td[name=gov_is_through] input:checked",
        },
        {
            content: "to the applicant",
            trigger: ".o_menu_sections button:contains(人员变动)",
            run: "click",
        },
        {
            trigger: ".o-dropdown--menu .dropdown-item:contains(报名人员)",
            run: "click",
        },
        {
            trigger: ".o_kanban_record:contains(测试郑小明)",
            run: "click",
        },
        {
            trigger: "button[name=action_gov_create_entry]:contains(生成准入)",
            run: "click",
        },
        {
            content: "the entry is filled in and can be vetted",
            trigger: ".o_field_widget[name=candidate_name] input:value(测试郑小明)",
        },
        {
            trigger: "button[name=action_request_vetting]:contains(申请考察)",
            run: "click",
        },
        {
            trigger:
                ".o_form_view:contains(政治素质):contains(业务能力):contains(身体素质)",
        },
    ],
});
