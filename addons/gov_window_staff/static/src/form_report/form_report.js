import {registry} from "@web/core/registry";
import {download} from "@web/core/network/download";
import {user} from "@web/core/user";
import {getReportUrl} from "@web/webclient/actions/reports/utils";

/**
 * Official forms are printed by WeasyPrint: the web client need not ask first whether
 * wkhtmltopdf is installed, and must not fall back to HTML without it.
 */
registry
    .category("ir.actions.report handlers")
    .add("gov_form", async (action, options, env) => {
        if (!action.gov_is_form) {
            return false;
        }
        const context = {...user.context, ...(action.context || {})};
        const url = getReportUrl(action, "pdf", context);
        env.services.ui.block();
        try {
            await download({
                url: "/report/download",
                data: {
                    data: JSON.stringify([url, action.report_type]),
                    context: JSON.stringify(context),
                },
            });
        } finally {
            env.services.ui.unblock();
        }
        return true;
    });
