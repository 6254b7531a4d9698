"""What a page offers (a product, job, house, course): its facts and specifications, and the terms of the shop."""
