"""Sites as texts name them: names that only sites have, and what a site adds to the titles of its pages."""
