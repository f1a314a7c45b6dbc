import { onWillStart, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { listView } from "@web/views/list/list_view";
import { ListController } from "@web/views/list/list_controller";

/** From December on the list says that next year's notice is not entered yet. */
export class CalendarListController extends ListController {
    static template = "gov_window_staff.CalendarList";

    setup() {
        super.setup();
        this.orm = useService("orm");
        this.missing = useState({ text: false });
        onWillStart(async () => {
            this.missing.text = await this.orm.call(
                "gov.calendar.year",
                "get_missing_warning",
                []
            );
        });
    }
}

registry.category("views").add("gov_calendar_list", {
    ...listView,
    Controller: CalendarListController,
});
