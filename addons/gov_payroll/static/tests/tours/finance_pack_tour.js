import {registry} from "@web/core/registry";

const button = (name) => `.o_statusbar_buttons button[name=${name}]:enabled`;
// the people of the test's builder: three are paid, one is refused
const ANSWER = [
    "序号|姓名|帐号|金额|处理结果|失败原因",
    "1|张三|6229990000000000001|3551.00|成功|",
    "2|李四|6229990000000000002|3302.00|失败|户名不符",
    "3|王五|6229990000000000003|3303.00|成功|",
    "4|赵六|6229990000000000004|3300.00|成功|",
].join("\r\n");

function giveFile() {
    const input = document.querySelector(".modal input[type=file]");
    const files = new DataTransfer();
    files.items.add(new File([ANSWER], "回盘.txt", {type: "text/plain"}));
    input.files = files.files;
    input.dispatchEvent(new Event("change", {bubbles: true}));
}

registry.category("web_tour.tours").add("gov_payroll_finance_pack_tour", {
    steps: () => [
        {
            content: "export the finance pack of the locked run",
            trigger: `${button("action_gov_export")}:contains(导出财务包)`,
            run: "click",
        },
        {
            content: "the pack lists its files with their hashes",
            trigger:
                ".o_field_widget[name=file_ids]:contains(工资发放表_):contains(代发_)",
        },
        {
            content: "read the bank's answer",
            trigger: `${button("action_read_answer")}:contains(导入银行回盘)`,
            run: "click",
        },
        {
            content: "choose its file",
            trigger: ".modal .o_select_file_button",
            run: giveFile,
        },
        {
            content: "the file is there",
            trigger: ".modal .o_field_widget[name=content] input:value(回盘.txt)",
        },
        {
            content: "match",
            trigger: ".modal button[name=action_import]",
            run: "click",
        },
        {
            content: "one person was refused, with the bank's reason",
            trigger: ".o_field_widget[name=line_ids] .o_data_row:contains(户名不符)",
        },
        {
            content: "the totals say so",
            trigger: ".o_field_widget[name=refused_count]:contains(1)",
        },
        {
            content: "back to the pack",
            trigger:
                ".o_field_widget[name=export_id] .o_external_button, .breadcrumb-item a:contains(财务导出)",
            run: "click",
        },
        {
            content: "on the pack again",
            trigger: ".o_field_widget[name=file_ids]:contains(代发_)",
        },
    ],
});
