"""The tag library `selaras_ui`."""
