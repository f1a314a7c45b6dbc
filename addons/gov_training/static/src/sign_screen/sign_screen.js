import {registry} from "@web/core/registry";
import {rpc} from "@web/core/network/rpc";
import {Interaction} from "@web/public/interaction";

const POLL_SECONDS = 3;

/** 动态签到码 on the screen of the room: always the code of this moment. */
export class SignScreen extends Interaction {
    static selector = ".o_gov_sign_screen";
    dynamicContent = {
        "[name=code]": {"t-att-class": () => ({"d-none": this.state !== "open"})},
        "[name=picture]": {"t-att-src": () => this.now.picture},
        "[name=over]": {"t-att-class": () => ({"d-none": this.state !== "over"})},
        "[name=lost]": {"t-att-class": () => ({"d-none": this.state !== "lost"})},
        "[name=present]": {"t-out": () => this.now.present},
        "[name=expected]": {"t-out": () => this.now.expected},
        "[name=latest]": {"t-out": () => (this.now.latest || []).join("\u3000")},
        "[name=full_screen]": {"t-on-click": this.onFullScreen},
    };

    setup() {
        this.state = "waiting";
        this.now = {};
    }

    start() {
        this.refresh();
    }

    /** A code that is not renewed is hidden: it does not count any more. */
    async refresh() {
        const path = `/training/sign-screen/${this.el.dataset.codeId}/now`;
        let pause = POLL_SECONDS;
        try {
            const now = await this.waitFor(rpc(path, {}, {silent: true}));
            this.state = now.is_open ? "open" : "over";
            this.now = now.is_open ? now : {...this.now, picture: undefined};
            pause = Math.min(pause, now.left || pause);
        } catch {
            this.state = "lost";
        }
        this.updateContent();
        this.waitForTimeout(() => this.refresh(), pause * 1000);
    }

    onFullScreen() {
        if (document.fullscreenElement) {
            document.exitFullscreen();
        } else {
            document.documentElement.requestFullscreen();
        }
    }
}

registry.category("public.interactions").add("gov_training.sign_screen", SignScreen);
