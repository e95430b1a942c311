"""The PMM side: plan, activities, observation and ratings of teachers, as PMM / Ruang GTK runs them."""
