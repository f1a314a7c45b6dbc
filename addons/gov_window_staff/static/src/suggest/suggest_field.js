import {CharField, charField} from "@web/views/fields/char/char_field";
import {onWillStart, useState} from "@odoo/owl";
import {registry} from "@web/core/registry";
import {useService} from "@web/core/utils/hooks";

let lists = 0;

/**
 * A text field that offers what others have written there before; anything else may be
 * written as well. The model answers through `gov_suggestions(field)`.
 */
export class SuggestField extends CharField {
    static template = "gov_window_staff.SuggestField";

    setup() {
        super.setup();
        lists += 1;
        this.listId = `gov_suggestions_${lists}`;
        this.suggestions = useState({texts: []});
        const orm = useService("orm");
        onWillStart(async () => {
            if (!this.props.readonly) {
                this.suggestions.texts = await orm.call(
                    this.props.record.resModel,
                    "gov_suggestions",
                    [this.props.name]
                );
            }
        });
    }
}

registry.category("fields").add("gov_suggest", {
    ...charField,
    component: SuggestField,
});
