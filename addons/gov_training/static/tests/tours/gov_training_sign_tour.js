import {browser} from "@web/core/browser/browser";
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

/** 窗口人员 waits for a seat, and gives the place in the line back. */
tours.add("gov_training_enroll_tour", {
    steps: () => [
        {
            trigger: ".o_portal_my_home a[href='/my/training']:contains(我的培训)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger:
                "[name=offered] [name=session]:contains(心理减压讲座):contains(0 人候补)",
        },
        fitsThePhone,
        {
            trigger: "[name=offered] [name=session]:contains(心理减压讲座)",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {
            trigger: "button[type=submit]:contains(加入候补)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "[name=waiting_place]:contains(候补第 1 位)"},
        {
            trigger: ".breadcrumb a[href='/my/training']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: "[name=coming] [name=session]:contains(心理减压讲座)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: "button[type=submit]:contains(取消报名)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-info:contains(已取消报名)"},
    ],
});

/** What the phone shows right after the scan. */
tours.add("gov_training_signed_tour", {
    steps: () => [
        {trigger: "[name=signed]:contains(签到成功)"},
        {trigger: "[name=sign_times] li:contains(扫码)"},
        fitsThePhone,
        {
            content: "the token has left the address bar",
            trigger: "body",
            run() {
                if (location.pathname.includes("/sign/")) {
                    throw new Error("the token is still in the address");
                }
            },
        },
    ],
});

/** A photo that was passed on. */
tours.add("gov_training_photo_tour", {
    steps: () => [
        {
            trigger:
                "[name=refused][data-outcome=expired]:contains(重新扫描大屏上当前显示的二维码)",
        },
        fitsThePhone,
    ],
});

/** After closing: feedback, then the hours. */
tours.add("gov_training_feedback_tour", {
    steps: () => [
        {
            trigger: "[name=to_judge]:contains(服务礼仪培训)",
            run: "click",
            expectUnloadPage: true,
        },
        fitsThePhone,
        {trigger: "input[name=feedback_content][value='5']", run: "click"},
        {trigger: "input[name=feedback_trainer][value='4']", run: "click"},
        {trigger: "textarea[name=comment]", run: "edit 多练习"},
        {
            content: "one answer is missing",
            trigger: "button[type=submit]:contains(提交评价)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-danger[name=problem]"},
        {trigger: "input[name=feedback_content][value='5']:checked"},
        {trigger: "input[name=feedback_order][value='5']", run: "click"},
        {
            trigger: "button[type=submit]:contains(提交评价)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: ".alert-success:contains(感谢您的评价)"},
        {
            trigger: ".breadcrumb a[href='/my/training']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: "a[href='/my/training/hours']:contains(我的学时)",
            run: "click",
            expectUnloadPage: true,
        },
        {trigger: "[name=kinds] tr:contains(常规培训)"},
        {trigger: "[name=lines] a:contains(服务礼仪培训):contains(到场)"},
        fitsThePhone,
    ],
});

/** 人事管理员 opens the screen from the session; the page opens in another tab. */
tours.add("gov_training_code_tour", {
    steps: () => [
        {
            trigger: "button[name=action_show_sign_code]:contains(显示签到码)",
            async run(helpers) {
                const opened = new Promise((resolve) => {
                    browser.open = (url) => resolve(url) || {closed: false};
                });
                await helpers.click();
                const url = await opened;
                if (!url.includes("/training/sign-screen/")) {
                    throw new Error(`opened: ${url}`);
                }
            },
        },
    ],
});

/** The screen of the room: code, head count, who came last. */
tours.add("gov_training_screen_tour", {
    steps: () => [
        {trigger: "[name=code]:not(.d-none) img[src^='data:image/png;base64,']"},
        {trigger: "[name=present]:contains(1)"},
        {trigger: "[name=expected]:contains(2)"},
        {trigger: "[name=latest]:contains(Person W001)"},
    ],
});

/** The code changes without anybody touching the page. */
tours.add("gov_training_renewed_tour", {
    steps: () => [
        {trigger: "[name=code]:not(.d-none) img[src='data:,1']"},
        {trigger: "[name=code]:not(.d-none) img[src='data:,2']"},
    ],
});

/** 人事管理员 finds one of those who signed in missing, and corrects the list. */
tours.add("gov_training_correct_tour", {
    steps: () => [
        {
            trigger:
                ".o_field_widget[name=enrollment_ids] .o_data_row:contains(W001):contains(扫码)",
        },
        {
            trigger: ".o_data_row:contains(W001) button[name=action_absent]",
            run: "click",
        },
        {trigger: ".o_data_row:contains(W001):contains(缺席)"},
        {trigger: ".o-mail-Message-body:contains(扫码签到更正为“缺席”)"},
    ],
});
