import {registry} from "@web/core/registry";

/**
 * A rate in percent; “—”, not 100 %, where nothing was due, and 100 % only when whole.
 *
 * @param {Number|false} value
 * @returns {String}
 */
export function formatReviewRate(value) {
    if (typeof value !== "number") {
        return "—";
    }
    const shown = value < 100 ? Math.min(99.9, Math.round(value * 10) / 10) : 100;
    return `${shown.toFixed(1)}%`;
}

registry.category("formatters").add("gov_review_rate", formatReviewRate);
