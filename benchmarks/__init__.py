"""Speed and memory of whole builds, measured on made-up sites."""
