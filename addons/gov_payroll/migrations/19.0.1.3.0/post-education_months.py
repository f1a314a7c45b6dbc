"""继续教育 of a degree counts 48 months at most: the shipped row is noupdate."""


def migrate(cr, version):
    if not version:
        return
    cr.execute(
        """
        UPDATE gov_tax_deduction_limit AS line SET most_months = 48
        FROM ir_model_data AS known
        WHERE known.module = 'gov_payroll'
            AND known.name = 'iit_2023_own_education'
            AND known.model = 'gov.tax.deduction.limit'
            AND known.res_id = line.id
            AND COALESCE(line.most_months, 0) = 0
        """
    )
