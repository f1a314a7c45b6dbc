"""Joint penalties (连带扣发): decisions that stop rewards for some months."""

from . import gov_joint_penalty, gov_appraisal_withheld
