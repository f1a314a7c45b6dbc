"""Builders for the tests of certificates."""

import base64

from .common import MODULE

LIAISON = f"{MODULE}.group_liaison"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)
EXE = b"MZ\x90\x00this is a program"
REGISTRY = "证书网可查，姓名、等级、日期一致"


def b64(content):
    """Base64, as the web client sends a file."""
    return base64.b64encode(content).decode()


class CertificateMixin:
    """Certificates at every state; mix it into a WindowStaffCommon."""

    @classmethod
    def new_waiting(cls, person=None, rank=1, **vals):
        """A certificate that nobody has verified yet."""
        return cls.new_certificate(
            person or cls.new_person(), rank, verified=False, **vals
        )

    def sheet(self, certificates, user, **vals):
        """The verification sheet of a user over some certificates."""
        action = certificates.with_user(user).action_verify()
        sheet = (
            self.env[action["res_model"]]
            .with_user(user)
            .with_context(**action["context"])
            .create(vals)
        )
        return sheet

    def upload(self, person, **vals):
        """What the portal hands over for a person, with the rights of that person."""
        certificates = self.env["gov.certificate"].with_user(person.user_id)
        return certificates.with_context(lang="zh_CN")._submit_from_portal(
            person,
            {
                "level_id": self.level(1).id,
                "number": "P-1",
                "issue_date": "2026-09-01",
                "issuer": "省人才学会",
                "scan": PDF,
                "scan_name": "证书.pdf",
                **vals,
            },
        )
