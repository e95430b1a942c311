"""Who may see what: people who sign in, their roles, the places these reach, and what PostgreSQL lets through."""
