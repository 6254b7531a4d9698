"""The gate: findings a check forgives, because a baseline knows them or a waiver accepts them."""
