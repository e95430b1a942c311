"""The pages of Selaras, per role. Views ask services and selectors and hold no rule."""
