import {ImportAction} from "@base_import/import_action/import_action";
import {patch} from "@web/core/utils/patch";

const IMPORTERS = "gov.import.";

patch(ImportAction.prototype, {
    /**
     * Our importers are transient models that make records of other models: open those.
     *
     * @override
     */
    async openRecords(resIds) {
        if (!this.resModel.startsWith(IMPORTERS)) {
            return super.openRecords(resIds);
        }
        const action = await this.model.orm.call(
            this.resModel,
            "action_open_imported",
            [resIds]
        );
        return this.actionService.doAction(action);
    },
});
