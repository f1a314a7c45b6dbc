"""Arithmetic of the monthly appraisal: pure functions, standard library only."""
