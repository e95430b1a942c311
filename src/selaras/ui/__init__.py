"""What people see: theme, base templates, components, template tags, error pages."""
