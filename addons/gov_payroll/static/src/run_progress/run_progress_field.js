import {onMounted, onWillUnmount, status} from "@odoo/owl";
import {
    ProgressBarField,
    progressBarField,
} from "@web/views/fields/progress_bar/progress_bar_field";
import {registry} from "@web/core/registry";
import {useService} from "@web/core/utils/hooks";

// milliseconds; a part of some hundred people takes about as long
export const PAUSE = 2000;

/**
 * How far a pay run is, asked again until its computation ends. The form is loaded anew
 * when the answer has changed: the bar moves, then the steps after it show up. Asking is
 * chosen over the bus, which many county proxies do not let through.
 */
export class RunProgressField extends ProgressBarField {
    setup() {
        super.setup();
        this.orm = useService("orm");
        onMounted(() => this.wait());
        onWillUnmount(() => clearTimeout(this.timer));
    }

    wait() {
        this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
        const {record, name} = this.props;
        let now = null;
        try {
            now = await this.orm.silent.call(record.resModel, "gov_progress_now", [
                [record.resId],
            ]);
        } catch {
            // the server is busy or away: the next answer will do
        }
        if (status(this) !== "mounted") {
            return;
        }
        const moved =
            now &&
            (now.state !== record.data.state || now.progress !== record.data[name]);
        if (moved && !record.dirty) {
            await record.load();
        }
        if (status(this) === "mounted") {
            this.wait();
        }
    }
}

registry.category("fields").add("gov_run_progress", {
    ...progressBarField,
    component: RunProgressField,
});
