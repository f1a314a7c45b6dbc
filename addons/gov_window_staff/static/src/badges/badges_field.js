import {Component, xml} from "@odoo/owl";
import {registry} from "@web/core/registry";
import {standardFieldProps} from "@web/views/fields/standard_field_props";

/**
 * A list of {text, kind}: small coloured words, as a card shows them. The kind is one
 * of Bootstrap's colours.
 */
export class BadgesField extends Component {
    static template = xml`
        <div class="d-flex flex-wrap gap-1">
            <span
                t-foreach="badges"
                t-as="badge"
                t-key="badge_index"
                t-attf-class="badge rounded-pill text-bg-{{ badge.kind }}"
                t-out="badge.text"
            />
        </div>`;
    static props = standardFieldProps;

    get badges() {
        return this.props.record.data[this.props.name] || [];
    }
}

registry.category("fields").add("gov_badges", {
    component: BadgesField,
    supportedTypes: ["json"],
});
