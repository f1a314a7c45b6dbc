import {registry} from "@web/core/registry";

const tours = registry.category("web_tour.tours");

/** One empty page: the viewer of the backend opens it. */
const PDF = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>> endobj
trailer <</Root 1 0 R>>
%%EOF
`;

/** Choose a PDF in a file field, as the phone's file picker would. */
function choosePdf(name) {
    return {
        content: `a scan for ${name}`,
        trigger: `input[type=file][name=${name}]`,
        run() {
            const chosen = new DataTransfer();
            chosen.items.add(new File([PDF], "证书.pdf", {type: "application/pdf"}));
            this.anchor.files = chosen.files;
        },
    };
}

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

/** 窗口人员 uploads a certificate on the phone. */
tours.add("gov_portal_certificate_tour", {
    steps: () => [
        fitsThePhone,
        {
            trigger: ".o_portal_my_home a[href='/my/certificates']:contains(我的证书)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert:contains(还没有登记证书)"},
        {
            trigger: "a[href='/my/certificates/new']",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {trigger: "select[name=level_id]", run: "selectByLabel 三级/高级工"},
        {trigger: "input[name=number]", run: "edit P-TOUR-1"},
        {
            trigger: "input[name=issue_date]",
            run() {
                this.anchor.value = "2026-09-01";
            },
        },
        {
            content: "without the scan there is a sentence, and what was typed stays",
            trigger: "button[type=submit]:contains(上传)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-danger[name=problem]"},
        {trigger: "input[name=number]:value(P-TOUR-1)"},
        choosePdf("scan"),
        {
            trigger: "button[type=submit]:contains(上传)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".list-group-item:contains(P-TOUR-1):contains(待核验)"},
        fitsThePhone,
    ],
});

/** 窗口人员 asks for another phone number. */
tours.add("gov_portal_correction_tour", {
    steps: () => [
        {
            trigger: "a.btn[href='/my/corrections/new']:contains(申请更正)",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {
            trigger: ".list-group-item:contains(手机号):contains(138****0001)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "input[name=value][type=tel]", run: "edit 139 0000 0002"},
        {trigger: "textarea[name=reason]", run: "edit 更换号码"},
        {
            trigger: "button[type=submit]:contains(提交申请)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".list-group-item:contains(139****0002):contains(待审核)"},
        fitsThePhone,
    ],
});

/** 人事管理员 decides about it in the backend. */
tours.add("gov_correction_decision_tour", {
    steps: () => [
        {
            trigger:
                ".o_data_row:contains(张三):contains(139****0002) td[name=field_id]",
            run: "click",
        },
        {trigger: ".o_field_widget[name=answer] input", run: "edit 已核对"},
        {trigger: "button[name=action_approve]:contains(同意并更正)", run: "click"},
        {trigger: ".o_arrow_button_current:contains(已更正)"},
    ],
});

/** The person reads the result and the profile. */
tours.add("gov_portal_corrected_tour", {
    steps: () => [
        {
            trigger: ".list-group-item:contains(139****0002):contains(已更正)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(已核对)"},
        {
            trigger: ".breadcrumb a[href='/my/profile']",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "[name=fact]:contains(手机号):contains(139****0002)"},
        fitsThePhone,
    ],
});

/** 窗口人员 reads an undertaking and signs it. */
tours.add("gov_portal_rule_tour", {
    steps: () => [
        {
            trigger: ".list-group-item:contains(承诺书测试):contains(待签收)",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {trigger: "input[name=read]", run: "click"},
        {
            trigger: "button[value=agree]:contains(签署承诺)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(您的答复已记录)"},
        {trigger: ".list-group-item:contains(承诺书测试):contains(已签收)"},
    ],
});

/** 窗口人员 gives notice. */
tours.add("gov_portal_resign_tour", {
    steps: () => [
        {
            trigger: "a.btn[href='/my/movements/resign']:contains(申请离职)",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {
            content: "the earliest day is offered",
            trigger: "input[name=effective_date][min]",
            run() {
                this.anchor.value = this.anchor.min;
            },
        },
        {trigger: "textarea[name=reason]", run: "edit 回乡工作"},
        choosePdf("letter"),
        {
            trigger: "button[type=submit]:contains(提交离职申请)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: ".list-group-item[href^='/my/movements/']",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "li[name=step]"},
        {
            trigger: "button[type=submit]:contains(撤回)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(已撤回)"},
    ],
});
