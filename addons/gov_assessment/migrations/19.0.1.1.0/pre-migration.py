"""The code of a grade is a free text now: its words of the old selection go."""


def migrate(cr, version):
    if not version:
        return
    cr.execute(
        """
        DELETE FROM ir_model_data d
         USING ir_model_fields_selection s, ir_model_fields f
         WHERE d.model = 'ir.model.fields.selection' AND d.res_id = s.id
           AND s.field_id = f.id AND f.model = 'gov.rubric.grade' AND f.name = 'code'
        """
    )
    cr.execute(
        """
        DELETE FROM ir_model_fields_selection s
         USING ir_model_fields f
         WHERE s.field_id = f.id AND f.model = 'gov.rubric.grade' AND f.name = 'code'
        """
    )
