"""An independent oracle of the 涟水 month, by the text of policy and issue alone.

Nothing of the addons is imported here, and no number is read from their data: if the
oracle and the product agree to the fen, two readers understood the policy the same way.
"""
