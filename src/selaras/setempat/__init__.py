"""Programs of ours beside each other on one machine: an application served in a process of its own."""
